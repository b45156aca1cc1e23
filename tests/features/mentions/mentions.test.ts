import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import type { ConceptGiven } from '#app/features/concepts/concept.ts'
import { createConcept } from '#app/features/concepts/concepts.server.ts'
import { mergeConcepts, partConcept } from '#app/features/concepts/merging/merge.server.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { deleteComment, editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, publishPost, restorePost } from '#app/features/discussion/posts/publishing.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { linksTo } from '#app/features/mentions/links.server.ts'
import { mentionsOf, mentionsOfName, missingNames } from '#app/features/mentions/mentions.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const whole = { limit: 50, after: null }

describeOnBothEngines('Mentions', (open) => {
  const make = async (name: string, more: Partial<ConceptGiven> = {}) =>
    (await createConcept(open(), await newMember(open()), { kind: 'concept', name, ...more })).concept
  const mentioning = async (concept: { id: string }, ...names: string[]) => {
    const { items, count } = await mentionsOf(open(), { kind: 'concept', id: concept.id }, names, whole)
    expect(count).toBe(items.length)
    return items.map(({ kind }) => kind).sort()
  }

  test('a name in any kind of text is a mention, once a text, with the sentence that has it', async () => {
    const db = open()
    const member = await newMember(db)
    const concept = await make('gradient hacking', { aliases: ['hacking of gradients'] })
    const body = 'First. Is it *really* [[Gradient  Hacking]] here? Then [[hacking of gradients|that]].'
    const post = await writePost(db, member, { title: 'On it', body })
    await reply(db, member, { kind: 'post', id: post.id }, { body: 'See [[gradient hacking]].' })
    await proposeClaim(db, member, {
      statement: 'It happens',
      context: 'Not [[gradient hacking]].',
      framings: [{ name: 'a reading of it', definition: 'As [[gradient hacking]].' }],
    })
    await proposeLabel(db, member, { name: 'a label of it', examples: 'Where [[gradient hacking]] shows.' })
    await makeCollection(db, member, { title: 'Of it', description: 'For [[gradient hacking]].' })
    await make('a neighbour', { definition: 'Unlike [[gradient hacking]].' })
    const kinds = ['claim', 'collection', 'comment', 'concept', 'framing', 'label', 'post']
    expect(await mentioning(concept, concept.name, ...concept.aliases)).toEqual(kinds)
    const all = await mentionsOf(db, { kind: 'concept', id: concept.id }, [concept.name], whole)
    expect(all.items.find(({ kind }) => kind === 'post')).toMatchObject({
      title: 'On it',
      handle: member.handle,
      sentence: [
        { text: 'Is it really ', isName: false },
        { text: 'Gradient  Hacking', isName: true },
        { text: ' here?', isName: false },
      ],
    })
  })

  test('what only some may read is neither shown nor counted; deleting hides and restoring shows again', async () => {
    const db = open()
    const member = await newMember(db)
    const concept = await make('mesa-optimiser')
    const draft = { title: 'Private', body: '[[mesa-optimiser]]', published: false }
    const post = await writePost(db, member, draft)
    await makeCollection(db, member, { title: 'Hidden', description: '[[mesa-optimiser]]', visibility: 'unlisted' })
    expect(await mentioning(concept, 'mesa-optimiser')).toEqual([])
    await publishPost(db, member, post.id)
    const comment = await reply(db, member, { kind: 'post', id: post.id }, { body: '[[mesa-optimiser]]' })
    expect(await mentioning(concept, 'mesa-optimiser')).toEqual(['comment', 'post'])
    await editComment(db, member, comment.id, { body: 'Not any more.' })
    expect(await mentioning(concept, 'mesa-optimiser')).toEqual(['post'])
    await editComment(db, member, comment.id, { body: 'Once [[mesa-optimiser]].' })
    await deleteComment(db, member, comment.id)
    await deletePost(db, member, post.id)
    expect(await mentioning(concept, 'mesa-optimiser')).toEqual([])
    await restorePost(db, member, post.id)
    expect(await mentioning(concept, 'mesa-optimiser')).toEqual(['post'])
  })

  test('renaming and merging move no mention: what a name leads to is asked when somebody looks', async () => {
    const db = open()
    const mod = await addWithoutPassword(db, 'mod-of-mentions', 'moderator')
    const [from, into] = [await make('corrigible'), await make('corrigibility')]
    await writePost(db, mod, { title: 'P', body: '[[corrigible]] and [[corrigibility]]' })
    await mergeConcepts(db, mod, from.id, into.id, { why: 'The same.' })
    expect(await mentioning(into, 'corrigibility', 'corrigible')).toEqual(['post'])
    expect(await mentioning(from, 'corrigible')).toEqual([])
    await partConcept(db, mod, from.id, { why: 'Not the same.' })
    expect(await mentioning(from, 'corrigible')).toEqual(['post'])
    await editConcept(db, mod, from.id, { since: 1, name: 'being corrigible' })
    expect(await mentioning(from, 'being corrigible', 'corrigible')).toEqual(['post'])
  })

  test('a label goes before a concept of the same name, which is asked for by its kind', async () => {
    const db = open()
    const member = await newMember(db)
    const concept = await make('compliance')
    const { label } = await proposeLabel(db, member, { name: 'Compliance', definition: 'd' })
    const links = await linksTo(db, ['compliance', 'concept: Compliance', 'framing:compliance'])
    expect([...links]).toEqual([
      ['compliance', `/labels/${label.id}`],
      ['concept: compliance', `/concepts/${concept.id}`],
    ])
    const { html } = await writePost(db, member, { title: 'Q', body: '[[concept:compliance]]' })
    expect(html).toContain(`<a href="/concepts/${concept.id}" rel="nofollow ugc noopener">compliance</a>`)
    await writePost(db, member, { title: 'R', body: '[[compliance]]' })
    const { items } = await mentionsOf(db, { kind: 'concept', id: concept.id }, ['compliance'])
    expect(items.map(({ title }) => title)).toEqual(['Q'])
  })

  test('a name of nothing leads to where one asks, and is missing once two texts have it', async () => {
    const db = open()
    const member = await newMember(db)
    const { html } = await writePost(db, member, { title: 'S', body: '[[goal "X" & co]] of [[never made]]' })
    expect(html).toContain(
      '<a href="/named?name=goal%20%22X%22%20%26%20co" rel="nofollow ugc noopener" class="unnamed">',
    )
    await writePost(db, member, { title: 'T', body: 'Again [[Never Made]].' })
    await writePost(db, member, { title: 'U', body: '[[Never made]]', published: false })
    expect(await missingNames(db)).toMatchObject([{ name: expect.stringMatching(/^never made$/i), count: 2 }])
    expect((await mentionsOfName(db, 'NEVER made', whole)).count).toBe(2)
    await make('Never made')
    expect(await missingNames(db)).toEqual([])
  })

  test('the list goes on where a page ended, and counts all', async () => {
    const db = open()
    const member = await newMember(db)
    const concept = await make('paged name')
    for (let n = 0; n < 5; n++) await writePost(db, member, { title: `p${n}`, body: '[[paged name]]' })
    const thing = { kind: 'concept', id: concept.id }
    const first = await mentionsOf(db, thing, ['paged name'], { limit: 3, after: null })
    expect([first.count, first.items.length]).toEqual([5, 3])
    const key = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString())
    const rest = await mentionsOf(db, thing, ['paged name'], { limit: 3, after: key })
    expect(rest.next).toBeNull()
    const titles = [...first.items, ...rest.items].map(({ title }) => title)
    expect(titles.sort()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
  })
})
