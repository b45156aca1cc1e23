import { expect, test } from 'vitest'
import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import { citationsOf } from '#app/features/discussion/arguments/evidence.server.ts'
import type { PostDraft } from '#app/features/discussion/post.ts'
import { editPost, findPost, newestPosts, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { revisionsOf } from '#app/features/discussion/posts/revisions.server.ts'
import { labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember, someThings } from './things.ts'

const draft = { title: 'A reading', body: 'It *kept* to it.' }

describeOnBothEngines('Posts', (open) => {
  test('a post is published with its body rendered once', async () => {
    const author = await someMember(open())
    const post = await writePost(open(), author, { ...draft, title: '  A reading ' })
    expect(post).toMatchObject({
      kind: 'essay',
      title: 'A reading',
      html: '<p>It <em>kept</em> to it.</p>\n',
      revision: 1,
    })
    expect(post).toMatchObject({
      author: { handle: author.handle },
      editedAt: null,
      commentCount: 0,
      evidence: [],
      bearing: null,
    })
    const { items } = await newestPosts(open(), { limit: 1, after: null })
    expect(items[0]).toMatchObject({ id: post.id })
    expect(items[0]).not.toHaveProperty('body')
  })

  test.each<[string, PostDraft, string]>([
    ['no title', { title: ' ', body: 'x' }, 'title'],
    ['a long title', { title: 'x'.repeat(201), body: 'x' }, 'title'],
    ['no body', { title: 'x', body: ' \n' }, 'body'],
    ['a long body', { title: 'x', body: '\u{1F98A}'.repeat(100_001) }, 'body'],
    ['NUL', { title: 'x', body: 'a\0b' }, 'body'],
    ['half a surrogate pair', { title: 'a\ud800', body: 'x' }, 'title'],
    ['an unknown kind', { title: 'x', body: 'x', kind: 'poem' as 'essay' }, 'kind'],
    ['a linkpost that leads nowhere', { title: 'x', kind: 'linkpost' }, 'url'],
    ['an address that is a script', { title: 'x', body: 'x', url: 'javascript:alert(1)' }, 'url'],
  ])('refuses %s and names the field', async (_, wrong, field) => {
    const author = await someMember(open())
    await expect(writePost(open(), author, wrong)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { [field]: [expect.any(String)] },
    })
  })

  test('a body of exactly the limit is kept, counted in code points', async () => {
    const body = '\u{1F98A}'.repeat(100_000)
    expect((await writePost(open(), await someMember(open()), { title: 'Foxes', body })).body).toBe(body)
  })

  test('edits keep what was there, and only what is given changes', async () => {
    const author = await someMember(open())
    const { id } = await writePost(open(), author, draft)
    await editPost(open(), author, id, { body: 'Other words.' })
    const post = await editPost(open(), author, id, { title: 'Another title' })
    expect(post).toMatchObject({ title: 'Another title', body: 'Other words.', revision: 3 })
    expect(post.editedAt).not.toBeNull()
    const kept = (await revisionsOf(open(), post, null)).map(({ revision, title, body }) => [revision, title, body])
    expect(kept).toEqual([
      [3, 'Another title', 'Other words.'],
      [2, 'A reading', 'Other words.'],
      [1, 'A reading', draft.body],
    ])
    await editPost(open(), author, id, { title: 'Another title' })
    expect((await findPost(open(), id)).revision).toBe(3)
  })

  test('ten edits at once are ten revisions', async () => {
    const author = await someMember(open())
    const { id } = await writePost(open(), author, draft)
    await Promise.all(Array.from({ length: 10 }, (_, n) => editPost(open(), author, id, { body: `Words ${n}` })))
    expect(await revisionsOf(open(), await findPost(open(), id), null)).toHaveLength(11)
  })

  test('only the author edits, moderators may delete, and a tombstone says nothing of what was there', async () => {
    const [author, other] = [await someMember(open()), await someMember(open())]
    const moderator = await someMember(open(), 'moderator')
    const { id } = await writePost(open(), author, draft)
    await expect(editPost(open(), other, id, { title: 'Mine' })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(editPost(open(), moderator, id, { title: 'Mine' })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(deletePost(open(), other, id)).rejects.toMatchObject({ kind: 'not allowed' })
    await deletePost(open(), moderator, id)
    await deletePost(open(), author, id)
    const tombstone = { title: '', body: '', html: '', isDeleted: true, author: { handle: '[deleted]' } }
    expect(await findPost(open(), id)).toMatchObject(tombstone)
    await expect(editPost(open(), author, id, { title: 'Back' })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(findPost(open(), 'nothing')).rejects.toMatchObject({ kind: 'not found' })
  })

  test('the same import twice is one post', async () => {
    const author = await someMember(open())
    const imported = { createdAt: 1_734_688_264_664, importKey: `lw:${author.id}` }
    const both = await Promise.all([1, 2].map(() => writePost(open(), author, draft, imported)))
    expect(both[0]?.id).toBe(both[1]?.id)
    expect(both.map((post) => post.isNew).sort()).toEqual([false, true])
    expect(both[0]?.createdAt).toBe(imported.createdAt)
  })
})

describeOnBothEngines('What a post argues and rests on', (open) => {
  test('a post bears on a claim with evidence, and both list it until it is deleted', async () => {
    const { claim, excerpts, labelId } = await someThings(open())
    const author = await someMember(open())
    const bearing = {
      claimId: claim.id,
      framingId: claim.framings[0],
      standpointId: claim.standpoints[1],
      direction: 'for' as const,
    }
    const evidence = [excerpts[0], { excerptId: excerpts[1], labelId, note: 'See' }]
    const post = await writePost(open(), author, { ...draft, bearing, evidence })
    expect(post.bearing).toMatchObject({
      ...bearing,
      on: 'fit',
      framingName: 'Framing 0',
      standpointName: 'Standpoint 1',
    })
    expect(post.evidence).toMatchObject([
      { excerptId: excerpts[0], labelId: null, note: '' },
      { excerptId: excerpts[1], labelId, note: 'See' },
    ])
    expect(await argumentsFrom(open(), [{ kind: 'post', id: post.id }])).toMatchObject([
      {
        ...bearing,
        source: { kind: 'post', id: post.id },
        title: 'A reading',
        words: 'It kept to it.',
        evidence: post.evidence,
      },
    ])
    expect((await citationsOf(open(), excerpts)).get(excerpts[1])).toMatchObject([
      { type: 'post', id: post.id, note: 'See' },
    ])
    await deletePost(open(), author, post.id)
    expect(await argumentsFrom(open(), [{ kind: 'post', id: post.id }])).toEqual([])
    expect((await citationsOf(open(), excerpts)).get(excerpts[1])).toEqual([])
    expect(await findPost(open(), post.id)).toMatchObject({ bearing: null, evidence: [] })
  })

  test('editing changes evidence and bearing, or takes them away', async () => {
    const { claim, excerpts } = await someThings(open())
    const author = await someMember(open())
    const bearing = { claimId: claim.id, framingId: claim.framings[0], direction: 'for' as const }
    const { id } = await writePost(open(), author, { ...draft, bearing, evidence: [excerpts[0]] })
    const changed = await editPost(open(), author, id, {
      bearing: { ...bearing, direction: 'against', on: 'name' },
      evidence: [excerpts[1]],
    })
    expect(changed).toMatchObject({
      bearing: { direction: 'against', on: 'name' },
      evidence: [{ excerptId: excerpts[1] }],
      revision: 1,
    })
    expect(await editPost(open(), author, id, { bearing: null, evidence: [] })).toMatchObject({
      bearing: null,
      evidence: [],
    })
  })

  test('relying on a label agrees with it, and never overturns a vote', async () => {
    const { excerpts, labelId } = await someThings(open())
    const [author, doubter] = [await someMember(open()), await someMember(open())]
    const evidence = [{ excerptId: excerpts[0], labelId }]
    await voteOnLabel(open(), doubter, excerpts[0], labelId, 'disagree')
    await writePost(open(), author, { ...draft, evidence })
    await writePost(open(), doubter, { ...draft, evidence })
    const [labelling] = (await labellingsOf(open(), [excerpts[0]], author)).get(excerpts[0]) ?? []
    expect(labelling).toMatchObject({ agree: 1, disagree: 1, mine: 'agree' })
  })

  test('what a bearing or evidence names must be there and belong together', async () => {
    const { claim, other, excerpts, labelId } = await someThings(open())
    const author = await someMember(open())
    const good = { claimId: claim.id, framingId: claim.framings[0], direction: 'for' as const }
    const refused = async (more: Partial<PostDraft>) => {
      const error = await writePost(open(), author, { ...draft, ...more }).catch((thrown) => thrown)
      expect(error.kind).toBe('invalid')
      return Object.keys(error.errors)
    }
    expect(await refused({ bearing: { ...good, claimId: 'nothing' } })).toEqual(['bearing.claimId'])
    expect(await refused({ bearing: { ...good, framingId: other.framings[0] } })).toEqual(['bearing.framingId'])
    expect(await refused({ bearing: { ...good, standpointId: other.standpoints[0] } })).toEqual([
      'bearing.standpointId',
    ])
    expect(await refused({ bearing: { ...good, direction: 'beside' as 'for' } })).toEqual(['bearing.direction'])
    expect(await refused({ evidence: [excerpts[0], 'nothing'] })).toEqual(['evidence.1.excerptId'])
    expect(await refused({ evidence: [{ excerptId: excerpts[0], labelId: 'nothing' }] })).toEqual([
      'evidence.0.labelId',
    ])
    expect(await refused({ evidence: [{ excerptId: excerpts[0], labelId, note: 'x'.repeat(301) }] })).toEqual([
      'evidence.0.note',
    ])
    expect(await refused({ evidence: Array.from({ length: 21 }, () => excerpts[0]) })).toEqual(['evidence'])
    expect((await labellingsOf(open(), [excerpts[0]], author)).get(excerpts[0])).toEqual([])
    const posts = await newestPosts(open(), { limit: 10, after: null }, { memberId: author.id })
    expect(posts.items).toEqual([])
  })
})
