import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import {
  addToCollection,
  collectionsOf,
  findCollection,
  makeCollection,
  newestCollections,
  transcriptsIn,
} from '#app/features/transcripts/collections.server.ts'
import { addTranscript, newestTranscripts } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const page = { limit: 50, after: null }

describeOnBothEngines('Collections', (open) => {
  let someone: Member | undefined
  const member = async () => {
    someone ??= await addWithoutPassword(open(), `Tern${newId().slice(-6)}`)
    return someone
  }
  const bring = async (count: number) => {
    const ids: string[] = []
    for (let i = 0; i < count; i++) {
      const turns = [{ role: 'user' as const, text: newId() }]
      ids.push((await addTranscript(open(), await member(), { turns })).transcript.id)
    }
    return ids
  }
  const ids = async (slug: string, limit = 50) =>
    (await transcriptsIn(open(), slug, { limit, after: null })).items.map(({ id }) => id)

  test('is made on first use, keeps the order of adding, and adding again changes nothing', async () => {
    const [a, b, c] = (await bring(3)) as [string, string, string]
    const made = await addToCollection(open(), await member(), 'gold_106', [b, a, b])
    expect(made).toMatchObject({ id: 'gold_106', title: 'Gold 106', transcriptCount: 2, visibility: 'public' })
    await addToCollection(open(), await member(), 'gold_106', [a, c])
    expect(await findCollection(open(), 'gold_106')).toMatchObject({ transcriptCount: 3 })
    expect(await ids('gold_106')).toEqual([b, a, c])
    expect(await collectionsOf(open(), c)).toEqual(['gold_106'])
    const { items } = await newestTranscripts(open(), page, { collectionId: 'gold_106' })
    expect(items.map(({ id }) => id).sort()).toEqual([a, b, c].sort())
  })

  test('counts exactly when many add at once, and every position is its own', async () => {
    const all = await bring(24)
    const adding = all.map(async (id, i) =>
      addToCollection(open(), await member(), 'busy', [id, all[(i + 1) % 24] as string]),
    )
    await Promise.all(adding)
    expect(await findCollection(open(), 'busy')).toMatchObject({ transcriptCount: 24 })
    expect((await ids('busy', 200)).sort()).toEqual([...all].sort())
    const rows = await open()
      .selectFrom('collection_transcripts')
      .select('position')
      .where('collection_id', '=', 'busy')
      .execute()
    expect(new Set(rows.map(({ position }) => position)).size).toBe(24)
  })

  test('pages in its order', async () => {
    const all = await bring(5)
    await addToCollection(open(), await member(), 'paged', all)
    const first = await transcriptsIn(open(), 'paged', { limit: 3, after: null })
    const after = JSON.parse(Buffer.from(first.next as string, 'base64url').toString())
    const second = await transcriptsIn(open(), 'paged', { limit: 3, after })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all)
    expect(second.next).toBeNull()
  })

  test('a title makes the address; the same again is the one that is there', async () => {
    const made = await makeCollection(open(), await member(), { title: 'Free tier & paid', description: 'Both.' })
    expect(made).toMatchObject({ isNew: true, collection: { id: 'free-tier-paid', title: 'Free tier & paid' } })
    expect(await makeCollection(open(), await member(), { title: 'Free tier, paid!' })).toEqual({
      ...made,
      isNew: false,
    })
  })

  test('a title without Latin letters gets an address too', async () => {
    const { collection } = await makeCollection(open(), await member(), { title: '漢字 שלום' })
    expect(collection).toMatchObject({ id: expect.stringMatching(/^[a-z0-9]+$/), title: '漢字 שלום' })
  })

  test('an unlisted one is found by its address only', async () => {
    const [a] = (await bring(1)) as [string]
    await makeCollection(open(), await member(), { id: 'quiet', visibility: 'unlisted', transcripts: [a] })
    expect(await ids('quiet')).toEqual([a])
    expect(await collectionsOf(open(), a)).toEqual([])
    expect((await newestCollections(open(), { limit: 200, after: null })).items.map(({ id }) => id)).not.toContain(
      'quiet',
    )
  })

  test('refuses unknown transcripts and names that are none, and keeps nothing of it', async () => {
    const [a] = (await bring(1)) as [string]
    const adding = addToCollection(open(), await member(), 'never', [a, newId()])
    await expect(adding).rejects.toMatchObject({ kind: 'invalid', errors: { transcripts: [expect.any(String)] } })
    await expect(findCollection(open(), 'never')).rejects.toMatchObject({ kind: 'not found' })
    for (const slug of ['', '-x', 'a/b', 'a b', 'x'.repeat(101), 'a\0'])
      await expect(addToCollection(open(), await member(), slug, [a])).rejects.toMatchObject({ kind: 'invalid' })
    await expect(makeCollection(open(), await member(), { title: ' ' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(transcriptsIn(open(), 'paged', { limit: 3, after: ['x'] })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
