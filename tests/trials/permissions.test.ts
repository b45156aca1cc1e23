import { expect, test } from 'vitest'
import { startSite } from '#tests/support/site.ts'
import { answerTo, atTheEdge, rowsOf } from './permissions/asking.ts'
import { actors, castOn } from './permissions/cast.ts'
import { routeFor, routesServed } from './permissions/route-files.ts'
import { table } from './permissions/table.ts'
import { anHour, roundsOf } from './rounds.ts'

const { isLong, random, say } = roundsOf(1, 1)
const tenth = Math.floor(random() * 10)
const rows = rowsOf(table)

test('the table of permissions has a line for each method of every route file', () => {
  const routes = routesServed()
  const served = routes.flatMap(({ file, methods }) => methods.map((method) => `${method} ${file}`))
  const listed = rows.map((row) => `${row.method} ${routeFor(routes, row)?.file}`)
  expect(served.length).toBeGreaterThan(200)
  expect(served.filter((one) => !listed.includes(one))).toEqual([])
  expect(listed.filter((one) => !served.includes(one))).toEqual([])
})

/** In `npm test` those alone between whom the line is drawn are asked for; of a suspended member, every tenth. */
test('everybody is answered as the table of permissions says', anHour, async () => {
  const site = await startSite('sqlite')
  const cast = await castOn(site)
  const wrong: string[] = []
  let asked = 0
  for (const row of rows) {
    const few = [...atTheEdge(row), ...(rows.indexOf(row) % 10 === tenth ? ['suspended' as const] : [])]
    for (const actor of isLong ? actors : few) {
      const answer = await answerTo(cast, row, actor)
      asked++
      if (answer !== row.expected[actor])
        wrong.push(`${row.method} ${row.path}: ${actor} is answered ${answer}, not ${row.expected[actor]}`)
    }
  }
  await site.stop()
  expect(wrong).toEqual([])
  say(`${rows.length} requests, asked for by ${actors.join(', ')}: ${asked} answers as the table says`)
})
