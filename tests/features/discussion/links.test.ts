import { beforeAll, expect, test } from 'vitest'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { cardsInProse } from '#app/features/discussion/links/linked-cards.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember, someThings } from './things.ts'

describeOnBothEngines('Links to what is on this site', (open) => {
  let member: Awaited<ReturnType<typeof someMember>>
  let things: Awaited<ReturnType<typeof someThings>>
  beforeAll(async () => {
    member = await someMember(open())
    things = await someThings(open())
  })

  const write = (title: string, body = 'Words.') => writePost(open(), member, { title, body })

  test('a name in double brackets leads to the label, framing, claim or post that is called so', async () => {
    const db = open()
    const { label } = await proposeLabel(db, member, { name: 'Doubts the setup', definition: 'd' })
    const claim = await proposeClaim(db, member, {
      statement: 'It believed the setup',
      framings: [{ name: 'Goal Guarding', definition: 'd' }],
    })
    const post = await write('What it kept to')
    const html = await renderWritten(
      db,
      '[[doubts the  setup]], [[goal guarding|it]], [[It believed the setup]], [[What it kept to]], [[nothing]]',
    )
    for (const to of [`/labels/${label.id}`, `/framings/${claim.framings[0]?.id}`, `/claims/${claim.id}`])
      expect(html).toContain(`<a href="${to}"`)
    expect(html).toContain(`<a href="/posts/${post.id}" rel="nofollow ugc noopener">What it kept to</a>, `)
    expect(html).toContain('<a href="/named?name=nothing" rel="nofollow ugc noopener" class="unnamed">nothing</a>')
  })

  test('of posts with one title one is meant, and never one that was deleted', async () => {
    const [older, newer, gone] = [await write('Twice'), await write('Twice'), await write('Twice')]
    await deletePost(open(), member, gone.id)
    const html = await renderWritten(open(), '[[Twice]]')
    expect([older.id, newer.id].some((id) => html.includes(id))).toBe(true)
    expect(html).not.toContain(gone.id)
  })

  test('posts, edits and comments are written with such links', async () => {
    await write('A target')
    const post = await write('One', '[[A target]]')
    expect(post.html).toContain('<a href="/posts/')
    expect((await editPost(open(), member, post.id, { body: 'Now: [[A target]]' })).html).toContain(
      'Now: <a href="/posts/',
    )
    const said = await reply(open(), member, { kind: 'post', id: post.id }, { body: '[[A target]]' })
    expect(said.html).toContain('<a href="/posts/')
  })

  test('an address alone is a card of what stands there now; deleted things say so, and unknown ones stay links', async () => {
    const db = open()
    const [post, gone] = [await write('Carded', '||hidden|| *words*'), await write('Gone')]
    const comment = await reply(db, member, { kind: 'post', id: post.id }, { body: 'An answer.' })
    const taken = await reply(db, member, { kind: 'post', id: post.id }, { body: 'Secret.' })
    await deletePost(db, member, gone.id)
    await deleteComment(db, member, taken.id)
    const addresses = [`/posts/${post.id}`, `/posts/${gone.id}`, `/comments/${comment.id}`, `/comments/${taken.id}`]
    addresses.push(
      `/excerpts/${things.excerpts[0]}`,
      `https://here.example/claims/${things.claim.id}`,
      '/posts/nothing',
    )
    const html = await renderWritten(db, addresses.join('\n\n'))
    const cards = await cardsInProse(db, null, [html])
    expect(cards).toMatchObject({
      [`post.${post.id}`]: { kind: 'post', title: 'Carded', handle: member.handle, words: '[spoiler] words' },
      [`post.${gone.id}`]: { kind: 'deleted', was: 'post' },
      [`comment.${comment.id}`]: { kind: 'comment', on: '“Carded”', words: 'An answer.' },
      [`comment.${taken.id}`]: { kind: 'deleted', was: 'comment' },
      [`excerpt.${things.excerpts[0]}`]: { kind: 'excerpt', cited: { exact: 'kept', labellings: [] } },
      [`claim.${things.claim.id}`]: { kind: 'claim', statement: 'What it does', voters: 0 },
    })
    expect(Object.keys(cards)).toHaveLength(6)
    expect(JSON.stringify(cards)).not.toContain('Secret')
  })

  test('what is private to its authors is named by no link and drawn on no card', async () => {
    const db = open()
    const post = await write('Not for all yet')
    const said = await reply(db, member, { kind: 'post', id: post.id }, { body: 'Nor this.' })
    await unpublishPost(db, member, post.id)
    const html = await renderWritten(db, `[[Not for all yet]]\n\n/posts/${post.id}\n\n/comments/${said.id}`)
    expect(html).toContain('<p><a href="/named?name=Not%20for%20all%20yet"')
    expect(await cardsInProse(db, member, [html])).toEqual({})
  })

  test('however many texts ask, at most a hundred cards are looked up', async () => {
    const post = await write('Many')
    const texts = Array.from({ length: 150 }, (_, n) => `<p><a href="/x" data-card="post.none${n}">/x</a></p>`)
    expect(
      await cardsInProse(open(), null, [...texts, `<p><a href="/x" data-card="post.${post.id}">/x</a></p>`]),
    ).toEqual({})
  })
})
