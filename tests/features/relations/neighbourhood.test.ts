import { expect, test } from 'vitest'
import { groupOf, neighbourhoodOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import type { Db } from '#db/open.ts'
import type { ConceptKind } from '#db/tables.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newConcept, said } from '#tests/support/map.ts'
import { queriesOf } from '#tests/support/queries.ts'

/** Around the phenomenon: how it relates to each of these, and why. Names are facts; the lines are this test's. */
const around: Record<string, [kind: ConceptKind, relation: string, names: string[]]> = {
  papers: [
    'paper',
    'studied by',
    ['Alignment faking in large language models', 'Why do some language models fake alignment while others don’t?'],
  ],
  thinkers: ['thinker', 'associated with', ['Ajeya Cotra', 'Joe Carlsmith', 'Ryan Greenblatt']],
  frameworks: ['framework', 'introduced by', ['Scheming']],
  methods: ['method', 'studied by', ['Scratchpad analysis']],
  concepts: [
    'concept',
    'associated with',
    [
      ...['Deceptive alignment', 'Goal guarding', 'Gradient hacking', 'Training gaming', 'Situational awareness'],
      ...['Corrigibility', 'Reward hacking', 'Terminal goal', 'Instrumental convergence', 'Model organism'],
      ...['Strategic deception', 'Preference modification', 'Compliance gap'],
    ],
  ],
  artifacts: ['artifact', 'associated with', ['The helpful-only prompt', 'The released transcripts']],
  quotes: ['quote', 'supported by', ['“If I refuse, they will retrain me”', '“The least bad option”']],
}

async function phenomenon(db: Db) {
  const member = await newMember(db)
  const center = await newConcept(db, member, 'Alignment faking')
  // Entered in another order than the one in which they are shown.
  for (const [kind, relation, names] of Object.values(around).reverse())
    for (const name of names.toReversed())
      await said(db, member, center, relation, await newConcept(db, member, name, kind), `${name} bears on it.`)
  return { member, center }
}

describeOnBothEngines('The neighbourhood of a node', (open) => {
  test('shows the phenomenon of alignment faking with each group, its count, in order', async () => {
    const { center } = await phenomenon(open())
    const groups = await neighbourhoodOf(open(), center)
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['paper', 2],
      ['thinker', 3],
      ['framework', 1],
      ['method', 1],
      ['concept', 13],
      ['artifact', 2],
      ['quote', 2],
    ])
    expect(groups[4]?.items.map(({ node }) => node.name)).toEqual(
      around.concepts?.[2].toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).slice(0, 12),
    )
    expect(groups[0]?.items[0]?.relations).toMatchObject([
      { kind: 'studies', reads: 'studied by', why: 'Alignment faking in large language models bears on it.' },
    ])
  })

  test('ranks by relations between the two, then by the neighbour’s relations in all, then by name', async () => {
    const db = open()
    const member = await newMember(db)
    const center = await newConcept(db, member)
    const [plain, alsoPlain, busy, twice] = [
      await newConcept(db, member, 'a plain idea'),
      await newConcept(db, member, 'Another plain idea'),
      await newConcept(db, member, 'b busy idea'),
      await newConcept(db, member, 'z idea that is related twice'),
    ]
    for (const one of [alsoPlain, plain, busy, twice]) await said(db, member, one, 'supports', center)
    await said(db, member, center, 'contradicts', twice)
    await said(db, member, busy, 'supports', plain)
    await said(db, member, busy, 'contradicts', alsoPlain)
    const [group] = await neighbourhoodOf(db, center)
    expect(group?.items.map(({ node, edges }) => [node.name, edges])).toEqual([
      ['z idea that is related twice', 2],
      ['b busy idea', 3],
      ['a plain idea', 2],
      ['Another plain idea', 2],
    ])
    expect(group?.items[0]?.relations.map(({ reads }) => reads)).toEqual(['supported by', 'contradicts'])
  })

  test('asks one query however many neighbours there are, and gives the rest page by page', async () => {
    const db = open()
    const member = await newMember(db)
    const center = await newConcept(db, member)
    for (let i = 0; i < 30; i++)
      await said(db, member, await newConcept(db, member, undefined, 'paper'), 'studies', center)
    expect(await queriesOf(db, (counting) => neighbourhoodOf(counting, center))).toBe(1)
    const [papers] = await neighbourhoodOf(db, center)
    expect([papers?.count, papers?.items.length]).toEqual([30, 12])
    const first = await groupOf(db, center, 'paper', { limit: 20, after: null })
    expect(first).toMatchObject({ count: 30, next: expect.any(String) })
    const after = JSON.parse(Buffer.from(first.next as string, 'base64url').toString())
    const rest = await groupOf(db, center, 'paper', { limit: 20, after })
    expect(rest.next).toBeNull()
    expect(new Set([...first.items, ...rest.items].map(({ node }) => node.id)).size).toBe(30)
    expect(first.items.slice(0, 12)).toEqual(papers?.items)
  })
})
