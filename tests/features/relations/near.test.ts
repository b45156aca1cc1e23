import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { computeNear } from '#app/features/relations/near/compute-near.server.ts'
import { keepNear } from '#app/features/relations/near/keep-near.server.ts'
import { dismissNear, nearOf, undismissNear } from '#app/features/relations/near/near.server.ts'
import { embeddingOf } from '#app/features/relations/near/run.ts'
import { withdrawRelation } from '#app/features/relations/relations.server.ts'
import { openDatabase } from '#db/open.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines, freshDatabase } from '#tests/support/engines.ts'
import { newConcept, said } from '#tests/support/map.ts'

describeOnBothEngines('What is near on the map', (open) => {
  const compute = async () => keepNear(open(), await computeNear(open(), null), 1000)
  const namesNear = async (node: Parameters<typeof nearOf>[1]) =>
    (await nearOf(open(), node)).items.map(({ node: { name } }) => name)

  test('is shown with its score, until somebody relates or dismisses it, and again when that is taken back', async () => {
    const db = open()
    const member = await newMember(db)
    const one = await newConcept(db, member, 'Gradient hacking by a schemer')
    const other = await newConcept(db, member, 'Gradient hacking')
    await newConcept(db, member, 'Zebra crossings')
    expect(await nearOf(db, one)).toMatchObject({ items: [], computedAt: null })
    await compute()
    expect(await nearOf(db, one)).toMatchObject({
      ...{ how: 'words', computedAt: 1000 },
      items: [{ node: { id: other.id }, score: expect.any(Number) }],
    })
    const relation = await said(db, member, one, 'extends', other)
    expect(await namesNear(other)).toEqual([])
    await withdrawRelation(db, member, relation)
    expect(await namesNear(other)).toEqual(['Gradient hacking by a schemer'])
    await dismissNear(db, member, one, other)
    await dismissNear(db, await newMember(db), other, one)
    expect(await nearOf(db, other)).toMatchObject({
      items: [],
      dismissed: [{ node: { id: one.id }, by: member.handle }],
    })
    await undismissNear(db, member, other, one)
    expect(await nearOf(db, one)).toMatchObject({ items: [{ node: { id: other.id } }], dismissed: [] })
    await expect(dismissNear(db, member, one, one)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('changes in the rows that change alone, and is the same on every run', async () => {
    const db = open()
    const rows = () => db.selectFrom('near_nodes').selectAll().orderBy('id').execute()
    await compute()
    const before = await rows()
    await compute()
    expect(await rows()).toEqual(before)
    expect(before.length).toBeGreaterThan(2)
  })

  test('is found by meaning where an endpoint makes vectors, each text asked for once', async () => {
    const db = open()
    const asked: string[][] = []
    const server = createServer(async (request, response) => {
      const { input, model } = JSON.parse(Buffer.concat(await request.toArray()).toString())
      asked.push([request.url, request.headers.authorization, model])
      const data = (input as string[]).map((text, index) => ({
        index,
        embedding: text.includes('hacking') ? [3, 4] : [4, -3],
      }))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }))
    }).listen(0)
    const { port } = server.address() as AddressInfo
    const by = embeddingOf(`http://:s%40cret@localhost:${port}/v1/embeddings?model=tiny`)
    await keepNear(db, await computeNear(db, by), 2000)
    const zebra = await db
      .selectFrom('concepts')
      .select('id')
      .where('name', '=', 'Zebra crossings')
      .executeTakeFirstOrThrow()
    const [hacking] = await db.selectFrom('concepts').select('id').where('name', '=', 'Gradient hacking').execute()
    expect(await nearOf(db, { kind: 'concept', id: hacking?.id ?? '' })).toMatchObject({
      ...{ how: 'meaning', model: 'tiny' },
      items: [{ node: { name: 'Gradient hacking by a schemer' }, score: 1 }],
    })
    expect(await namesNear({ kind: 'concept', id: zebra.id })).toEqual([])
    expect(asked).toEqual([['/v1/embeddings', 'Bearer s@cret', 'tiny']])
    await computeNear(db, by)
    expect(asked).toHaveLength(1)
    server.close()
  })
})

test('The same pairs are near on both engines', async () => {
  const found = await Promise.all(
    (['sqlite', 'postgres'] as const).map(async (engine) => {
      const db = openDatabase(await freshDatabase(engine))
      const member = await newMember(db)
      const names = new Map<string, string>()
      for (const name of ['Deceptive alignment', 'Alignment faking', 'Ärger mit Alignment', 'faking it', 'Tea'])
        names.set((await newConcept(db, member, name)).id, name)
      const { run } = await computeNear(db, null)
      await db.destroy()
      return run.nodes.map(({ id, nearest }) => [names.get(id), nearest.map((one) => [names.get(one.id), one.score])])
    }),
  )
  expect(found[0]).toEqual(found[1])
})
