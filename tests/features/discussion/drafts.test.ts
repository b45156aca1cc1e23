import { expect, test } from 'vitest'
import { mostDrafts } from '#app/features/discussion/drafts/draft.ts'
import { beginWriting, draftStep } from '#app/features/discussion/drafts/draft-steps.server.ts'
import {
  draftsAt,
  draftsOf,
  dropDraft,
  saveDraft,
  sendDraft,
  titlesOf,
} from '#app/features/discussion/drafts/drafts.server.ts'
import { placeAt, placeName, placeNamed, placePath } from '#app/features/discussion/drafts/place.ts'
import { findPost, newestPosts, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { someMember } from './things.ts'

const here = { doing: 'post' } as const
const said = (body: string, revision = 0, window = '') => ({ fields: { body }, revision, window })

describeOnBothEngines('Drafts', (open) => {
  test('what is typed is kept, one draft a place, and read by its writer alone', async () => {
    const [writer, other] = [await someMember(open()), await someMember(open())]
    const first = await saveDraft(open(), writer, 'post.new', said('One'))
    expect(first).toMatchObject({ draft: { revision: 1, fields: { body: 'One' } } })
    expect(await saveDraft(open(), writer, 'post.new', said('Two', 1))).toMatchObject({ draft: { revision: 2 } })
    expect(await draftsOf(open(), writer)).toMatchObject([{ place: 'post.new', words: 'Two', isSetAside: false }])
    expect(await draftsOf(open(), other)).toEqual([])
    const { draft } = await draftsAt(open(), writer, here)
    await dropDraft(open(), other, draft?.id as string)
    expect((await draftsAt(open(), writer, here)).draft).toMatchObject({ fields: { body: 'Two' } })
  })

  test('a newer draft is noticed: it stays, and what was sent is set aside until its window is heard', async () => {
    const writer = await someMember(open())
    await saveDraft(open(), writer, 'post.new', said('Begun', 0, 'a'))
    await saveDraft(open(), writer, 'post.new', said('By a', 1, 'a'))
    const late = await saveDraft(open(), writer, 'post.new', said('By b', 1, 'b'))
    expect(late).toMatchObject({ newer: { revision: 2, fields: { body: 'By a' } }, window: 'b' })
    await saveDraft(open(), writer, 'post.new', said('More by b', 1, 'b'))
    const both = await draftsAt(open(), writer, here)
    expect(both).toMatchObject({ draft: { fields: { body: 'By a' } }, aside: [{ fields: { body: 'More by b' } }] })
    expect(await saveDraft(open(), writer, 'post.new', said('By b', 2, 'b'))).toMatchObject({ draft: { revision: 3 } })
    expect(await draftsAt(open(), writer, here)).toMatchObject({ draft: { fields: { body: 'By b' } }, aside: [] })
  })

  test('a window whose answers were lost goes on from its own draft', async () => {
    const writer = await someMember(open())
    await saveDraft(open(), writer, 'post.new', said('One', 0, 'a'))
    expect(await saveDraft(open(), writer, 'post.new', said('Two', 0, 'a'))).toMatchObject({ draft: { revision: 2 } })
  })

  test('windows that save at once lose nothing and double nothing', async () => {
    const writer = await someMember(open())
    const windows = Array.from({ length: 8 }, (_, n) => `w${n}`)
    const saved = await Promise.all(
      windows.map((window) => saveDraft(open(), writer, 'post.new', said(`By ${window}`, 0, window))),
    )
    expect(saved.filter((one) => 'draft' in one)).toHaveLength(1)
    const { draft, aside } = await draftsAt(open(), writer, here)
    const bodies = [draft, ...aside].map((one) => one?.fields.body)
    expect(bodies.sort()).toEqual(windows.map((window) => `By ${window}`))
  })

  test('sending takes the draft away with it, and only the one that it grew from', async () => {
    const writer = await someMember(open())
    const send = (begun: { revision: number; window: string }) =>
      sendDraft(open(), writer, here, begun, (tx) => writePost(tx, writer, { title: 'T', body: 'Sent' }))
    await saveDraft(open(), writer, 'post.new', said('Mine', 0, 'a'))
    await send({ revision: 1, window: 'a' })
    expect(await draftsOf(open(), writer)).toEqual([])
    await saveDraft(open(), writer, 'post.new', said('Mine', 0, 'a'))
    await saveDraft(open(), writer, 'post.new', said('Newer', 1, 'b'))
    await saveDraft(open(), writer, 'post.new', said('Late', 1, 'a'))
    const post = await send({ revision: 1, window: 'a' })
    expect(await findPost(open(), post.id)).toMatchObject({ body: 'Sent' })
    expect(await draftsOf(open(), writer)).toMatchObject([{ words: 'Newer', isSetAside: false }])
  })

  test('what is refused leaves the draft, and no post', async () => {
    const writer = await someMember(open())
    await saveDraft(open(), writer, 'post.new', said('Mine'))
    const sending = sendDraft(open(), writer, here, { revision: 1, window: '' }, async (tx) => {
      await writePost(tx, writer, { title: 'T', body: 'Sent' })
      throw new Error('refused after all')
    })
    await expect(sending).rejects.toThrow('refused after all')
    expect(await draftsOf(open(), writer)).toHaveLength(1)
    const { items } = await newestPosts(open(), { limit: 5, after: null }, { memberId: writer.id })
    expect(items).toEqual([])
  })

  test('saving while another window sends ends with the draft or without it, never in a fault', async () => {
    const writer = await someMember(open())
    for (let round = 0; round < 5; round++) {
      await saveDraft(open(), writer, 'post.new', said('Mine', 0, 'a'))
      const { draft } = await draftsAt(open(), writer, here)
      const begun = { revision: draft?.revision as number, window: 'a' }
      const [, saved] = await Promise.all([
        sendDraft(open(), writer, here, begun, (tx) => writePost(tx, writer, { title: 'T', body: 'Sent' })),
        saveDraft(open(), writer, 'post.new', said('By b', begun.revision, 'b')),
      ])
      expect('draft' in saved).toBe(true)
      const kept = await draftsAt(open(), writer, here)
      expect(kept).toMatchObject({ draft: { fields: { body: 'By b' } }, aside: [] })
      await dropDraft(open(), writer, kept.draft?.id as string)
    }
  })

  test('a page begins with the draft, joined by what its address brings', async () => {
    const writer = await someMember(open())
    const fields = {
      title: 'T',
      body: 'Typed',
      quote: 'old words',
      'evidence.0.excerptId': 'e1',
      'bearing.claimId': '',
    }
    await saveDraft(open(), writer, 'post.new', { fields, revision: 0 })
    const given = { quote: 'new words', 'evidence.0.excerptId': 'e2', 'bearing.claimId': 'c1', kind: '' }
    const { values, draft } = await beginWriting(open(), writer, here, given, null)
    expect(draft).toMatchObject({ revision: 1, place: 'post.new', aside: [] })
    expect(values).toMatchObject({ title: 'T', body: 'Typed', quote: 'new words', 'bearing.claimId': 'c1' })
    expect(values).toMatchObject({ 'evidence.0.excerptId': 'e1', 'evidence.1.excerptId': 'e2' })
  })

  test('by the form alone, a newer draft can be replaced, and all of a place thrown away', async () => {
    const writer = await someMember(open())
    const form = (more: Record<string, string>) => ({ body: 'Mine', 'draft.revision': '0', ...more })
    expect(await draftStep(open(), writer, here, form({ intent: 'draft' }))).toBe('/posts/new')
    const stale = await draftStep(open(), writer, here, form({ intent: 'draft', body: 'Late' })).catch((error) => error)
    expect(stale).toMatchObject({ kind: 'conflict', more: { newer: { fields: { body: 'Mine' } } } })
    const again = form({ intent: 'draft 1', body: 'Late', 'draft.window': stale.more.window })
    expect(await draftStep(open(), writer, here, again)).toBe('/posts/new')
    expect(await draftsAt(open(), writer, here)).toMatchObject({ draft: { fields: { body: 'Late' } }, aside: [] })
    expect(await draftStep(open(), writer, here, form({ intent: 'preview' }))).toBeUndefined()
    await draftStep(open(), writer, here, form({ intent: 'discard' }))
    expect(await draftsOf(open(), writer)).toEqual([])
  })

  test('where nothing is typed nothing is kept: what was erased goes, what another window saved stays', async () => {
    const writer = await someMember(open())
    const empty = { fields: { kind: 'essay', title: ' ', body: '\r\n', 'bearing.claimId': '' } }
    const kept = () => draftsOf(open(), writer)
    expect(await saveDraft(open(), writer, 'post.new', { ...empty, revision: 0 })).toMatchObject({
      draft: { revision: 0 },
    })
    const form = { ...empty.fields, intent: 'draft', 'draft.revision': '0', 'draft.window': '' }
    await expect(draftStep(open(), writer, here, form)).rejects.toMatchObject({ kind: 'invalid' })
    expect(await kept()).toEqual([])
    await saveDraft(open(), writer, 'post.new', said('By a', 0, 'a'))
    await saveDraft(open(), writer, 'post.new', said('By b', 0, 'b'))
    await saveDraft(open(), writer, 'post.new', { ...empty, revision: 0, window: 'b' })
    expect(await kept()).toMatchObject([{ words: 'By a', isSetAside: false }])
    await saveDraft(open(), writer, 'post.new', { ...empty, revision: 1, window: 'a' })
    expect(await kept()).toEqual([])
    for (const name of ['review.paper', 'evidence.0.note', 'bearing.claimId', 'quote', 'picture.shows']) {
      await draftStep(open(), writer, here, { ...form, [name]: 'typed' })
      expect((await draftsAt(open(), writer, here)).draft?.fields, name).toMatchObject({ [name]: 'typed' })
      await draftStep(open(), writer, here, { intent: 'discard' })
    }
  })

  test('a draft belongs to a place that there is, within limits', async () => {
    const writer = await someMember(open())
    for (const place of ['nowhere', 'comment.on.post.nothing', 'post.edit.nothing', 'comment.on.member.x']) {
      const error = await saveDraft(open(), writer, place, said('x')).catch((thrown) => thrown)
      expect(error, place).toMatchObject({ kind: 'not found' })
    }
    const long = { fields: { body: 'x'.repeat(400_001) }, revision: 0 }
    await expect(saveDraft(open(), writer, 'post.new', long)).rejects.toMatchObject({ kind: 'invalid' })
    const { id } = await writePost(open(), writer, { title: 'A reading', body: 'It kept to it.' })
    const places = Array.from({ length: mostDrafts }, (_, n) => `comment.on.post.${id}.parent.p${n}`)
    for (const place of places) await saveDraft(open(), writer, place, said('x'))
    await expect(saveDraft(open(), writer, 'post.new', said('x'))).rejects.toMatchObject({ kind: 'invalid' })
    const all = await draftsOf(open(), writer)
    expect(all).toHaveLength(mostDrafts)
    expect((await titlesOf(open(), writer, all))[places[0] as string]).toBe('A reading')
  })
})

test('places, their names and their addresses lead to each other', () => {
  const names = ['post.new', 'comment.on.claim.c1', 'comment.on.post.p1.parent.c2', 'post.edit.p1', 'comment.edit.c1']
  for (const name of names) {
    const place = placeNamed(name)
    expect(place && placeName(place)).toBe(name)
    expect(place && placeAt(placePath(place))).toEqual(place)
  }
  for (const path of ['/posts', '/comments/new', '/comments/new?on=post.', '/posts/a/edit/b', '/members/x'])
    expect(placeAt(path)).toBeUndefined()
})
