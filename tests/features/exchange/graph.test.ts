import { expect, test } from 'vitest'
import { readEdges, readNodes } from '#app/features/exchange/formats/graph/read-graph.ts'
import { readGraphLd } from '#app/features/exchange/formats/graph/read-graph-ld.ts'
import { importGraph } from '#app/features/exchange/graph/import-graph.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { AcyclicOrder } from '#app/features/relations/bringing/acyclic-order.ts'
import { edgesCsv, graphJsonLd, nodesCsv } from '#app/features/relations/downloads/graph-files.server.ts'
import { neighbourhoodOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { edgesOf, newConcept, said } from '#tests/support/map.ts'
import { queriesOf } from '#tests/support/queries.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const given = (nodes: string, edges: string) => ({
  nodes: readNodes(bytes(nodes)),
  edges: readEdges(bytes(edges)),
  files: { nodes: 'nodes.csv', edges: 'edges.csv' },
})

const nodes = `id,kind,name,definition
a,paper,On guarding,"What it is, in words"
b,concept,Goal guarding,
c,concept,Guarding,'=1+1
d,sort of,Nothing,
e,claim,No such claim,
f,label,keeps its goals,
a,concept,The same id,`

const edges = `from,to,relation,why
a,b,studies,In its second part.
b,a,studied by,Said the other way round.
b,c,extends,
c,b,extends,
a,a,supports,
a,z,supports,
a,b,eats,
f,b,associated with,`

test('an order of nodes has a place for each edge, but for those that would close a circle', () => {
  const order = new AcyclicOrder()
  const nodes = Array.from({ length: 40 }, (_, n) => `n${n}`)
  const out = new Map<string, Set<string>>(nodes.map((node) => [node, new Set()]))
  const leads = (from: string, to: string) => {
    const found = new Set([from])
    for (const node of found) for (const next of out.get(node) ?? []) found.add(next)
    return found.has(to)
  }
  let seed = 11
  const one = () => {
    seed = (seed * 16807) % 2147483647
    return nodes[seed % nodes.length] as string
  }
  for (let i = 0; i < 600; i++) {
    const [from, to] = [one(), one()]
    const hasPlace = !leads(to, from)
    expect(order.add(from, to)).toBe(hasPlace)
    if (hasPlace) out.get(from)?.add(to)
  }
})

describeOnBothEngines('Importing a graph', (open) => {
  test('makes concepts and relations once, finds what is no concept, and says of each refused line why', async () => {
    const db = open()
    const member = await newMember(db)
    await proposeLabel(db, member, { name: 'Keeps its goals' })
    const report = await importGraph(db, member, given(nodes, edges))
    expect(report.refused.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
      expect.stringMatching(/^nodes.csv:5 kind: A kind is one of paper/),
      'nodes.csv:6 There is no such claim here; an import makes concepts alone.',
      'nodes.csv:8 id: Another row has the id a.',
      'edges.csv:7 to: No node that could be brought in has the id z.',
      expect.stringMatching(/^edges.csv:8 relation: There is no relation “eats”/),
      'edges.csv:5 relation: “extends” may not lead in a circle, and this one would.',
      'edges.csv:6 to: Nothing has a relation to itself.',
    ])
    expect(report).toMatchObject({ created: 3 + 3, existing: 1 + 1 })
    const again = await importGraph(db, member, given(nodes, edges))
    expect(again).toMatchObject({ created: 0, existing: report.created + report.existing })
    const { kept, counted } = await edgesOf(db)
    expect(kept).toEqual(counted)
    const paper = { kind: 'concept', id: report.ids[0] as string } as const
    expect(await neighbourhoodOf(db, paper)).toMatchObject([
      { items: [{ node: { name: 'Goal guarding' }, relations: [{ reads: 'studies', why: 'In its second part.' }] }] },
    ])
    const formula = await db.selectFrom('concepts').select('definition').where('name', '=', 'Guarding').execute()
    expect(formula).toEqual([{ definition: '=1+1' }])
  })

  test('takes few queries for many relations, and closes no circle with what is said meanwhile', async () => {
    const db = open()
    const member = await newMember(db)
    const count = 400
    const many = Array.from({ length: count }, (_, i) => `m${i},concept,Many ${i},`).join('\n')
    const chain = Array.from({ length: count - 1 }, (_, i) => `m${i},m${i + 1},extends,`).join('\n')
    const all = given(`id,kind,name,definition\n${many}`, `from,to,relation,why\n${chain}\nm${count - 1},m0,extends,`)
    const asked = await queriesOf(db, async (counting) => {
      const report = await importGraph(counting, member, all)
      expect([report.created, report.refused.length]).toEqual([2 * count - 1, 1])
    })
    expect(asked).toBeLessThan(4 * count)
    const first = await newConcept(db, member, 'Many 0')
    const last = await newConcept(db, member, `Many ${count - 1}`)
    await expect(said(db, member, last, 'extends', first)).rejects.toThrow('→ … →')
    const { kept, counted } = await edgesOf(db)
    expect(kept).toEqual(counted)
  })
})

describeOnBothEngines('The graph as files', (open) => {
  test('is read again as it is, from CSV and from JSON-LD, and cells that begin like formulas are kept from being such', async () => {
    const db = open()
    const member = await newMember(db)
    await importGraph(db, member, given('id,kind,name,definition\nx,concept,=HYPERLINK(1),-1\ny,paper,A paper,', ''))
    const { label } = await proposeLabel(db, member, { name: 'Carried along' })
    const paper = await newConcept(db, member, 'A paper', 'paper')
    await said(db, member, paper, 'studies', await newConcept(db, member, '=HYPERLINK(1)'), '+1, and more')
    await said(db, member, paper, 'introduces', { kind: 'label', id: label.id })
    const [nodes, edges] = [await joined(nodesCsv(db)), await joined(edgesCsv(db))]
    expect(nodes).toContain("'=HYPERLINK(1),'-1")
    expect(edges).toContain(`label:${label.id},introduces`)
    const again = await importGraph(db, member, given(nodes, edges))
    expect(again).toMatchObject({ created: 0, existing: 3 + 2, refused: [] })
    const graph = readGraphLd(bytes(await joined(graphJsonLd(db, 'https://example.org'))))
    const files = { nodes: 'graph.jsonld', edges: 'graph.jsonld' }
    const fromLd = await importGraph(db, member, { ...graph, files })
    expect(fromLd).toMatchObject({ created: 0, existing: 3 + 2, refused: [] })
  })
})

async function joined(pieces: AsyncGenerator<string>) {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
