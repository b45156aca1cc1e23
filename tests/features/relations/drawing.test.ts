import { expect, test } from 'vitest'
import { RelationBringer } from '#app/features/relations/bringing/bring-relations.server.ts'
import { layOut, layOutNarrow, type Placed } from '#app/features/relations/drawing/map-layout.ts'
import { linesOf, widthIn } from '#app/features/relations/drawing/name-lines.ts'
import { twoStepsFrom } from '#app/features/relations/drawing/two-steps.server.ts'
import { findKind } from '#app/features/relations/kinds/kinds.server.ts'
import type { NamedNode } from '#app/features/relations/node.ts'
import { edgesOf } from '#app/features/relations/nodes/nodes.server.ts'
import type { Db } from '#db/open.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newConcept, said } from '#tests/support/map.ts'
import { queriesOf } from '#tests/support/queries.ts'

const named = ({ id, name }: { id: string; name: string }): NamedNode => {
  return { kind: 'concept', id, group: 'concept', name }
}

async function mapOf(db: Db, center: NamedNode) {
  return twoStepsFrom(db, center, await edgesOf(db, center))
}

const overlaps = (one: Placed, other: Placed) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2

/** A node with 40 neighbours, each with three more behind it. */
async function crowd(db: Db) {
  const member = await newMember(db)
  const center = await newConcept(db, member)
  const bringer = new RelationBringer(db, member)
  const kind = await findKind(db, 'supports')
  const near = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      newConcept(
        db,
        member,
        `neighbour ${n} ${n % 3 ? '' : 'that stands on two '}${center.id}`,
        n % 2 ? 'paper' : 'quote',
      ),
    ),
  )
  await bringer.bring(near.map((from) => ({ kind, from, to: center, why: '' })))
  for (const to of near) {
    const behind = await Promise.all(Array.from({ length: 3 }, () => newConcept(db, member)))
    await bringer.bring(behind.map((from) => ({ kind, from, to, why: '' })))
  }
  return named(center)
}

describeOnBothEngines('The drawn map around a node', (open) => {
  test('draws at most sixty nodes, knows how many there are, and lets no name cover another', async () => {
    const center = await crowd(open())
    const map = await mapOf(open(), center)
    expect(map.nodes.length).toBe(60)
    expect([map.near, map.further]).toEqual([40, 28 * 3])
    const { lines } = layOut(map)
    for (const drawn of [layOut(map), layOutNarrow(map)])
      for (const [n, one] of drawn.nodes.entries()) {
        const covered = drawn.nodes.slice(n + 1).filter((other) => overlaps(one, other))
        expect(covered.map(({ lines }) => [one.lines, lines])).toEqual([])
        expect(one.x >= 0 && one.x + one.width <= drawn.width).toBe(true)
        expect(one.y >= one.height / 2 && one.y + one.height / 2 <= drawn.height).toBe(true)
      }
    expect(layOutNarrow(map).width).toBeLessThan(328)
    expect(lines.filter(({ isBranch }) => isBranch).length).toBeGreaterThanOrEqual(59)
    expect(layOut(await mapOf(open(), center))).toEqual(layOut(map))
    expect(await queriesOf(open(), (counting) => mapOf(counting, center))).toBe(4)
  })

  test('puts what lies behind a neighbour there, and draws other relations too', async () => {
    const db = open()
    const member = await newMember(db)
    const [center, near, other, behind] = [
      await newConcept(db, member),
      await newConcept(db, member),
      await newConcept(db, member),
      await newConcept(db, member),
    ]
    await said(db, member, center, 'supports', near)
    await said(db, member, other, 'studies', center)
    await said(db, member, near, 'extends', behind)
    await said(db, member, near, 'contradicts', other)
    const map = await mapOf(db, named(center))
    expect(map.nodes.find(({ id }) => id === behind.id)).toMatchObject({ step: 2, through: `concept ${near.id}` })
    expect(layOut(map).lines.map(({ link, isBranch }) => [link.reads, isBranch])).toEqual([
      ['supports', true],
      ['studies', true],
      ['extends', true],
      ['contradicts', false],
    ])
  })

  test('says of a node that nothing relates to that it is alone', async () => {
    const alone = named(await newConcept(open(), await newMember(open())))
    const map = await mapOf(open(), alone)
    expect([map.nodes.length, map.near, map.further]).toEqual([1, 0, 0])
    expect(layOut(map).lines).toEqual([])
  })
})

test('a name stands on the map whole where it fits on two lines, between words or where it has none', () => {
  const lines = {
    'Goal guarding': ['Goal guarding'],
    'Alignment faking in large language models': ['Alignment faking in', 'large language models'],
    'What it said it wanted, and why': ['What it said it', 'wanted, and why'],
    Pneumonoultramicroscopicsilicovolcanoconiosis: ['Pneumonoultramicroscopic', 'silicovolcanoconiosis'],
    'Why do some language models fake alignment while others do not?': [
      'Why do some language',
      'models fake alignment…',
    ],
    大型言語モデルは訓練の圧力の下で価値観を守る: ['大型言語モデルは訓練の圧力の', '下で価値観を守る'],
  }
  for (const [name, said] of Object.entries(lines)) expect(linesOf(name, 24), name).toEqual(said)
  for (const name of ['x'.repeat(200), '字'.repeat(200), `a ${'x'.repeat(200)}`, '👩‍🚀 '.repeat(80)])
    for (const line of linesOf(name, 24)) expect(widthIn(line), line).toBeLessThanOrEqual(24)
})
