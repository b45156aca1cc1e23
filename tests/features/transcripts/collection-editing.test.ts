import { expect, test } from 'vitest'
import { transcriptsIn as idsIn } from '#app/features/transcripts/collections/collection.ts'
import { editCollection, versionsOfCollection } from '#app/features/transcripts/collections/editing.server.ts'
import {
  collectionsOf,
  findCollection,
  makeCollection,
  newestCollections,
  putIn,
  startCollection,
  takeOut,
  transcriptsIn,
} from '#app/features/transcripts/collections.server.ts'
import { newId } from '#app/lib/ids.ts'
import { newCollection, newMember } from '#tests/features/surveys/support.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

test('ids are read from addresses and lists that somebody pasted, each once', () => {
  const pasted = 'http://localhost:3000/transcripts/abc?in=x#t-3\n/transcripts/def, ghi  abc\n'
  expect(idsIn(pasted)).toEqual(['abc', 'def', 'ghi'])
  expect(idsIn(' \n ')).toEqual([])
})

describeOnBothEngines('Editing collections', (open) => {
  test('its maker and moderators write it anew, and what it was is kept', async () => {
    const [maker, moderator, other] = [
      await newMember(open()),
      await newMember(open(), 'moderator'),
      await newMember(open()),
    ]
    const { slug } = await newCollection(open(), maker, [{}])
    const edited = await editCollection(open(), maker, slug, { title: 'Two tiers', description: 'From *one* run.' })
    expect(edited).toMatchObject({ id: slug, title: 'Two tiers', html: '<p>From <em>one</em> run.</p>\n', version: 2 })
    await editCollection(open(), moderator, slug, { visibility: 'unlisted' })
    expect(await editCollection(open(), maker, slug, { title: 'Two tiers' })).toMatchObject({ version: 3 })
    const versions = await versionsOfCollection(open(), await findCollection(open(), slug))
    expect(versions.map(({ version, visibility, editedBy }) => [version, visibility, editedBy])).toEqual([
      [3, 'unlisted', null],
      [2, 'public', moderator.handle],
      [1, 'public', maker.handle],
    ])
    expect(versions[1]).toMatchObject({ title: 'Two tiers', description: 'From *one* run.' })
    await expect(editCollection(open(), other, slug, { title: 'Mine' })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(editCollection(open(), maker, slug, { title: ' ' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(editCollection(open(), maker, 'nothing', { title: 'x' })).rejects.toMatchObject({ kind: 'not found' })
    const deep = { description: `${'>'.repeat(60)} deep` }
    await expect(editCollection(open(), maker, slug, deep)).rejects.toMatchObject({
      errors: { description: [expect.any(String)] },
    })
  })

  test('edits at once follow one another: every version is kept once', async () => {
    const maker = await newMember(open())
    const { slug } = await newCollection(open(), maker, [{}])
    await Promise.all(Array.from({ length: 8 }, (_, n) => editCollection(open(), maker, slug, { title: `Title ${n}` })))
    const versions = await versionsOfCollection(open(), await findCollection(open(), slug))
    expect(versions.map(({ version }) => version)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(new Set(versions.map(({ title }) => title)).size).toBe(9)
  })

  test('made unlisted it is in no list, and with its transcripts no more', async () => {
    const maker = await newMember(open())
    const { slug, ids } = await newCollection(open(), maker, [{}])
    expect(await collectionsOf(open(), ids[0] as string)).toEqual([slug])
    await editCollection(open(), maker, slug, { visibility: 'unlisted' })
    expect(await collectionsOf(open(), ids[0] as string)).toEqual([])
    const { items } = await newestCollections(open(), { limit: 200, after: null })
    expect(items.map(({ id }) => id)).not.toContain(slug)
  })

  test('transcripts are put in and taken out at once, and the count is exact', async () => {
    const maker = await newMember(open())
    const { slug, ids } = await newCollection(
      open(),
      maker,
      Array.from({ length: 12 }, () => ({})),
    )
    const { ids: more } = await newCollection(
      open(),
      maker,
      Array.from({ length: 6 }, () => ({})),
    )
    await Promise.all([
      ...ids.slice(0, 8).map((id) => takeOut(open(), maker, slug, id)),
      ...more.map((id) => putIn(open(), maker, slug, [id])),
    ])
    expect(await findCollection(open(), slug)).toMatchObject({ transcriptCount: 10 })
    const { items } = await transcriptsIn(open(), slug, { limit: 50, after: null })
    expect(items.map(({ id }) => id).sort()).toEqual([...ids.slice(8), ...more].sort())
  })

  test('a transcript goes out once, by the maker or a moderator, and back in at the end', async () => {
    const [maker, other] = [await newMember(open()), await newMember(open())]
    const { slug, ids } = await newCollection(open(), maker, [{}, {}])
    const [a, b] = ids as [string, string]
    await expect(takeOut(open(), other, slug, a)).rejects.toMatchObject({ kind: 'not allowed' })
    const both = await Promise.allSettled([takeOut(open(), maker, slug, a), takeOut(open(), maker, slug, a)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await putIn(open(), other, slug, [a])
    const { items } = await transcriptsIn(open(), slug, { limit: 50, after: null })
    expect(items.map(({ id }) => id)).toEqual([b, a])
    await expect(putIn(open(), other, slug, [newId()])).rejects.toMatchObject({ kind: 'invalid' })
    await expect(putIn(open(), other, slug, [])).rejects.toMatchObject({ kind: 'invalid' })
    await expect(putIn(open(), other, 'nothing', [a])).rejects.toMatchObject({ kind: 'not found' })
  })

  test('a title whose address is taken is refused where a new one is asked for', async () => {
    const maker = await newMember(open())
    await makeCollection(open(), maker, { id: 'taken' })
    await expect(startCollection(open(), maker, { title: 'Taken' })).rejects.toMatchObject({
      errors: { title: [expect.any(String)] },
    })
  })
})
