import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { mergeFramings } from '#app/features/moderation/merging/merge-framings.server.ts'
import {
  mergeConceptAndRelations,
  mergeLabelAndRelations,
  partConceptAndRelations,
  partLabelAndRelations,
} from '#app/features/moderation/merging/merge-nodes.server.ts'
import { neighbourhoodOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import { withdrawRelation } from '#app/features/relations/relations.server.ts'
import { findRelation } from '#app/features/relations/said.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { newCase } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { edgesOf, newConcept, said } from '#tests/support/map.ts'

const because = { why: 'They are the same.' }

async function scene(db: Db) {
  const mod = await addWithoutPassword(db, `mod-${newId()}`, 'moderator')
  const [from, into, other, third] = [
    await newConcept(db, mod),
    await newConcept(db, mod),
    await newConcept(db, mod),
    await newConcept(db, mod),
  ]
  return { mod, from, into, other, third }
}

const rowsOf = (db: Db) => db.selectFrom('relations').selectAll().orderBy('id').execute()

async function expectExact(db: Db) {
  const { kept, counted } = await edgesOf(db)
  expect(kept).toEqual(counted)
}

describeOnBothEngines('Merging what is related', (open) => {
  test('moves relations along, drops what would be said twice, of a thing itself or in a circle, and gives all back', async () => {
    const db = open()
    const { mod, from, into, other, third } = await scene(db)
    const moved = await said(db, mod, from, 'supports', third)
    const twice = await said(db, mod, from, 'studies', other, 'Said of the first.')
    await said(db, mod, into, 'studies', other)
    const symmetric = await said(db, mod, other, 'analogous to', from)
    await said(db, mod, into, 'analogous to', other)
    const itself = await said(db, mod, from, 'contradicts', into)
    await said(db, mod, into, 'extends', third)
    const circle = await said(db, mod, third, 'extends', from)
    const before = await rowsOf(db)
    await mergeConceptAndRelations(db, mod, from.id, into.id, because)
    await expectExact(db)
    expect((await rowsOf(db)).length).toBe(4)
    expect(await neighbourhoodOf(db, from)).toEqual([])
    expect(await findRelation(db, moved)).toMatchObject({ state: 'said', from: { id: into.id } })
    for (const id of [twice, symmetric, itself, circle])
      expect(await findRelation(db, id)).toMatchObject({ state: 'dropped', history: [{ change: 'dropped' }] })
    await partConceptAndRelations(db, mod, from.id, because)
    expect(await rowsOf(db)).toEqual(before)
    expect((await findRelation(db, twice)).history).toMatchObject([{ change: 'dropped', isUndone: true }])
    await expectExact(db)
  })

  test('gives nothing back that was withdrawn meanwhile, and leaves to the other what was said of it meanwhile', async () => {
    const db = open()
    const { mod, from, into, other, third } = await scene(db)
    const withdrawn = await said(db, mod, from, 'supports', other)
    await mergeConceptAndRelations(db, mod, from.id, into.id, because)
    await withdrawRelation(db, mod, withdrawn)
    await expect(said(db, mod, from, 'studies', third)).rejects.toMatchObject({
      kind: 'conflict',
      more: { movedTo: `/concepts/${into.id}` },
    })
    const meanwhile = await said(db, mod, into, 'studies', third)
    await partConceptAndRelations(db, mod, from.id, because)
    expect(await neighbourhoodOf(db, from)).toEqual([])
    expect(await findRelation(db, meanwhile)).toMatchObject({ from: { id: into.id } })
    await expectExact(db)
  })

  test('follows through two merges, and back in whichever order they are taken back', async () => {
    const db = open()
    for (const isInnerFirst of [true, false]) {
      const { mod, from, into, other, third } = await scene(db)
      const one = await said(db, mod, from, 'supports', other)
      await said(db, mod, third, 'supports', other)
      await mergeConceptAndRelations(db, mod, from.id, into.id, because)
      await mergeConceptAndRelations(db, mod, into.id, third.id, because)
      expect((await findRelation(db, one)).state).toBe('dropped')
      const order = isInnerFirst ? [from, into] : [into, from]
      for (const { id } of order) await partConceptAndRelations(db, mod, id, because)
      expect(await findRelation(db, one)).toMatchObject({ state: 'said', from: { id: from.id } })
      await expectExact(db)
    }
  })

  test('moves relations of labels and back, and of framings', async () => {
    const db = open()
    const { mod, other } = await scene(db)
    const label = async () => (await proposeLabel(db, mod, { name: `label ${newId()}` })).label.id
    const [one, two] = [await label(), await label()]
    const ofLabel = await said(db, mod, { kind: 'label', id: one }, 'associated with', other)
    await mergeLabelAndRelations(db, mod, one, two, because)
    expect(await findRelation(db, ofLabel)).toMatchObject({ to: { kind: 'label', id: two } })
    await partLabelAndRelations(db, mod, one, because)
    expect(await findRelation(db, ofLabel)).toMatchObject({ to: { kind: 'label', id: one } })
    const { claim } = await newCase(db)
    const [first, second] = claim.framings.map(({ id }) => id) as [string, string]
    const ofFraming = await said(db, mod, other, 'introduces', { kind: 'framing', id: first })
    await mergeFramings(db, mod, first, { into: second, ...because })
    expect(await findRelation(db, ofFraming)).toMatchObject({ to: { kind: 'framing', id: second } })
    await expectExact(db)
  })

  test('counts exactly when others relate and withdraw at the same time', async () => {
    const db = open()
    const { mod, from, into, other, third } = await scene(db)
    const more = await Promise.all(Array.from({ length: 5 }, () => newConcept(db, mod)))
    const there = await Promise.all(more.map((one) => said(db, mod, one, 'supports', from)))
    await Promise.allSettled([
      ...more.map((one) => said(db, mod, one, 'studies', from)),
      mergeConceptAndRelations(db, mod, from.id, into.id, because),
      ...there.slice(0, 2).map((id) => withdrawRelation(db, mod, id)),
      ...more.map((one) => said(db, mod, one, 'supports', into)),
      said(db, mod, other, 'extends', third),
    ])
    await expectExact(db)
    expect(await neighbourhoodOf(db, from)).toEqual([])
  })
})
