import { readdirSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tables } from '#app/features/surveys/downloads/tables.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { newClient, type Site, startSite } from '#tests/support/site.ts'

/** What spreadsheets take for a formula; numbers below zero are none. */
const formula = /^[=+\-@\t\r](?!\d*\.?\d+$)/
const begins = ['=', '+', '-', '@', '\t=', '\r=']
let count = 0
const risky = () => `${begins[count++ % begins.length]}HYPERLINK(A${count})`

let site: Site
let files: Map<string, string[]>

beforeAll(async () => {
  site = await startSite('sqlite')
  const wren = await newClient(site, 'Wren')
  const make = async (path: string, body: object, method = 'POST') => {
    const answer = await wren.call(method, path, body)
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }
  const turns = [{ role: 'user', speaker: risky(), text: `${risky()} and words` }]
  const scores = { [risky()]: risky(), '-1': -1 }
  const facts = { title: risky(), model: risky(), condition: risky(), source: risky(), licence: risky(), scores }
  const transcript = await make('/transcripts', { ...facts, turns })
  await make('/collections', { id: 'risky', title: risky(), transcripts: [transcript.id] })
  const label = await make('/labels', { name: '=label', definition: risky() })
  const excerpt = await make(`/transcripts/${transcript.id}/excerpts`, {
    start: { turn: 0, offset: 0 },
    end: { turn: 0, offset: 9 },
  })
  await make(`/excerpts/${excerpt.id}/labels/${label.id}/vote`, { value: 'agree' }, 'PUT')
  const named = () => ({ name: risky().trim(), definition: risky() })
  const claim = await make('/claims', { statement: risky(), standpoints: [named()], framings: [named(), named()] })
  const cell = `${claim.standpoints[0].id}/${claim.framings[0].id}`
  await make(`/claims/${claim.id}/ballots/${cell}`, { verdict: 'fits', reason: risky() }, 'PUT')
  const nodes = [
    await make('/concepts', { kind: 'concept', ...named() }),
    await make('/concepts', { kind: 'concept', ...named() }),
  ]
  const [kind] = (await wren.call('GET', '/relation-kinds')).body.items
  await make('/relations', { kind: kind.id, from: { id: nodes[0].id }, to: { id: nodes[1].id }, why: risky() })
  const ofCollection = [...Object.keys(tables), 'shares.csv'].map((file) => `/collections/risky/download/${file}`)
  files = new Map([
    ['claims.$id.camps[.]csv.ts', [`/claims/${claim.id}/camps.csv`]],
    ['claims.$id.tally[.]csv.ts', [`/claims/${claim.id}/tally.csv`]],
    ['claims.$id.tally.days[.]csv.ts', [`/claims/${claim.id}/tally/days.csv`]],
    ['collections.$id.download.$file.ts', ofCollection],
    ['map.edges[.]csv.ts', ['/map/edges.csv']],
    ['map.nodes[.]csv.ts', ['/map/nodes.csv']],
  ])
})

afterAll(() => site.stop())

test('no cell of any CSV file is one that a spreadsheet takes for a formula', async () => {
  const routes = readdirSync('app/routes/pages').filter((file) => /csv|download\.\$/.test(file))
  expect([...files.keys()].sort()).toEqual(routes.sort())
  let made = 0
  for (const path of [...files.values()].flat()) {
    const answer = await fetch(site.address + path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8'])
    const cells = (parse(await answer.text(), { relax_column_count: true }) as string[][]).flat()
    expect(
      cells.filter((cell) => formula.test(cell)),
      path,
    ).toEqual([])
    made += cells.filter((cell) => cell.startsWith("'") && formula.test(cell.slice(1))).length
  }
  expect(made).toBeGreaterThan(12)
})

test('the name of a file adds no header and leads into no folder, whatever it is made of', () => {
  async function* nothing() {}
  for (const name of [
    'a"\r\nSet-Cookie: x=1',
    '../../etc/passwd',
    'a\\..\\b',
    '\u202Efdp.exe',
    "a'; filename=b",
    'ü\0.csv',
  ]) {
    const { headers } = fileAnswer(nothing(), { name, type: 'text/csv' })
    const said = headers.get('content-disposition') as string
    expect(said).toMatch(/^attachment; filename="[^"\\/\r\n]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/)
    expect(headers.get('set-cookie')).toBeNull()
    expect(decodeURIComponent(said.split("''")[1] as string)).not.toMatch(/[/\\"\r\n]/)
  }
})
