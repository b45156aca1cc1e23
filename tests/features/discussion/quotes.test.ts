import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { deleteComment, editComment, findComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { editPost, findPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import type { Quote, QuoteDraft } from '#app/features/discussion/quotes/quote.ts'
import { quotedWordsOf } from '#app/features/discussion/quotes/quotes.server.ts'
import { textIn } from '#app/lib/html-text.ts'
import { slice } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { cpuMs } from '#tests/support/cpu.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember } from './things.ts'

const body =
  'It wrote *first* to them 🙂.\n\nThen it said: I would rather **keep to** what I was first asked. Nobody answered.'
const words = 'I would rather keep to what I was first asked'

describeOnBothEngines('Quotes', (open) => {
  let author: Member
  beforeAll(async () => {
    author = await someMember(open())
  })

  const somePost = (text = body) => writePost(open(), author, { title: 'A post', body: text })
  const quoting = async (postId: string, quote: Partial<QuoteDraft> & { exact: string }, parentId?: string) =>
    reply(open(), author, { kind: 'post', id: postId }, { body: 'Is that so?', quote, parentId })

  /** The words that the page would underline for a comment's quote. */
  async function underlined(db: Db, commentId: string): Promise<string | undefined> {
    const { target } = (await findComment(db, commentId)).quote as Quote
    const { kind, id } = target as { kind: 'post' | 'comment'; id: string }
    const { html } = kind === 'post' ? await findPost(db, id) : await findComment(db, id)
    const quoted = (await quotedWordsOf(db, kind, [id])).get(id)?.find((one) => one.commentId === commentId)
    return quoted && slice(textIn(html), quoted.from, quoted.to)
  }

  const anchored = async (commentId: string) => [
    (await findComment(open(), commentId)).quote?.anchored,
    await underlined(open(), commentId),
  ]

  test('is of the words as they are read, and keeps the revision that it was taken from', async () => {
    const post = await somePost()
    await editPost(open(), author, post.id, { title: 'Another title' })
    const comment = await quoting(post.id, { exact: words })
    expect(comment.quote).toMatchObject({ anchored: 'exact', revision: 2, target: { kind: 'post', id: post.id } })
    expect(await underlined(open(), comment.id)).toBe(words)
  })

  test('words with their Markdown, as the API has them, are exact; those that differ are approximate or orphaned', async () => {
    const post = await somePost()
    const typed = await quoting(post.id, { exact: 'rather **keep to** what', start: body.indexOf('rather') })
    expect(await anchored(typed.id)).toEqual(['exact', 'rather keep to what'])
    const lower = await quoting(post.id, { exact: 'i would rather keep to what i was first asked' })
    expect(await anchored(lower.id)).toEqual(['approximate', words])
    const never = await quoting(post.id, { exact: 'It never said anything of the sort' })
    expect(await anchored(never.id)).toEqual(['orphaned', undefined])
  })

  test('follows its words through edits, and says how', async () => {
    const post = await somePost()
    const comment = await quoting(post.id, { exact: words })
    const edited = async (text: string) => {
      await editPost(open(), author, post.id, { body: text })
      return anchored(comment.id)
    }
    expect(await edited(`A new beginning.\n\n${body}`)).toEqual(['exact', words])
    expect(await edited(body.replace('rather', 'much rather'))).toEqual([
      'approximate',
      'I would much rather keep to what I was first asked',
    ])
    expect(await edited('Everything is another now.')).toEqual(['orphaned', undefined])
    expect((await findComment(open(), comment.id)).quote).toMatchObject({ exact: words, revision: 1, isVerified: true })
    const copy = 'Then it said: I would rather keep to what I was first asked. Nobody answered.'
    expect(await edited(`Once.\n\n${copy}\n\nTwice.\n\n${copy}`)).toEqual(['ambiguous', undefined])
    expect(await edited(body)).toEqual(['exact', words])
  })

  test('of words that stand twice is of those at its start, which the API counts in the body', async () => {
    const text = '*One* says no. **Two** says no. Three says no.'
    const post = await somePost(text)
    const second = await quoting(post.id, { exact: 'says no', start: text.indexOf('says no', 20) })
    expect(await anchored(second.id)).toEqual(['exact', 'says no'])
    const [quoted] = (await quotedWordsOf(open(), 'post', [post.id])).get(post.id) ?? []
    expect(quoted?.from).toBe('One says no. Two '.length)
    const unsaid = await quoting(post.id, { exact: 'says no' })
    expect(await anchored(unsaid.id)).toEqual(['ambiguous', undefined])
    const around = await quoting(post.id, { exact: 'says no', prefix: 'Three ', suffix: '.' })
    expect(await anchored(around.id)).toEqual(['exact', 'says no'])
  })

  test('in an answer to a comment is of the comment, or of the post under which it stands', async () => {
    const post = await somePost()
    const parent = await reply(
      open(),
      author,
      { kind: 'post', id: post.id },
      { body: 'I read that *quite* otherwise.' },
    )
    const ofParent = await quoting(post.id, { exact: 'quite otherwise' }, parent.id)
    expect(ofParent.quote).toMatchObject({ anchored: 'exact', target: { kind: 'comment', id: parent.id }, revision: 1 })
    const ofPost = await quoting(post.id, { exact: words }, parent.id)
    expect(ofPost.quote).toMatchObject({ anchored: 'exact', target: { kind: 'post', id: post.id } })
    await editComment(open(), author, parent.id, { body: 'First. I read that quite otherwise.' })
    expect(await anchored(ofParent.id)).toEqual(['exact', 'quite otherwise'])
    await editComment(open(), author, parent.id, { body: 'No.' })
    expect(await anchored(ofParent.id)).toEqual(['orphaned', undefined])
  })

  test('of what is deleted is shown and leads nowhere; a deleted comment underlines nothing', async () => {
    const post = await somePost()
    const comment = await quoting(post.id, { exact: words })
    const gone = await quoting(post.id, { exact: words })
    await deleteComment(open(), author, gone.id)
    expect((await quotedWordsOf(open(), 'post', [post.id])).get(post.id)?.map((one) => one.commentId)).toEqual([
      comment.id,
    ])
    await deletePost(open(), author, post.id)
    expect((await findComment(open(), comment.id)).quote).toMatchObject({
      exact: words,
      anchored: 'orphaned',
      isTargetDeleted: true,
    })
  })

  test('taken while the post is edited is never left at a place that the words have left', async () => {
    const post = await somePost()
    const edits = [1, 2, 3, 4].map((n) =>
      editPost(open(), author, post.id, { body: `${'More. '.repeat(n)}\n\n${body}` }),
    )
    const quotes = Array.from({ length: 8 }, () => quoting(post.id, { exact: words }))
    await Promise.all([...edits, ...quotes])
    for (const { id } of await Promise.all(quotes)) expect(await anchored(id)).toEqual(['exact', words])
  })

  test('a text made to be slow to search does not hold an edit up', async () => {
    const post = await somePost('a'.repeat(9000))
    const comment = await quoting(post.id, { exact: `${'a'.repeat(4000)}b` })
    const began = cpuMs()
    await editPost(open(), author, post.id, { body: `${'a'.repeat(9000)}!` })
    expect(cpuMs() - began).toBeLessThan(3000)
    expect((await findComment(open(), comment.id)).quote?.exact).toHaveLength(4001)
  })
})
