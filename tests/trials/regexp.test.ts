import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { authenticate, join } from '#app/features/accounts/accounts.server.ts'
import { askToReset } from '#app/features/accounts/letters/letters.server.ts'
import { markOf } from '#app/features/transcripts/speaker-marks.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { openDatabase } from '#db/open.ts'
import { cpuMs } from '#tests/support/cpu.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { slownessOf } from '#tests/support/regexp/slow.ts'
import { anHour, roundsOf } from './rounds.ts'

const { isLong, rounds, say } = roundsOf(1, 60)
const root = new URL('../../', import.meta.url).pathname

/** Quadratic by their form, and why that does no harm. */
const harmless: [expression: string, why: string][] = [
  [String.raw`/<sup><a href="#fn-[\s\S]*?<\/sup>|<div class="footnotes">[\s\S]*$/g`, 'read over 2,800 characters'],
  [String.raw`/(?:\[[^[\]]*\]|[^.[])+/g`, 'read over names of the project’s own files'],
  [String.raw`/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+)|(?<=:))/giu`, 'a search has 500 characters'],
  [String.raw`/, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s`, 'the engine’s own words, some dozen'],
  [String.raw`/<h[2-6]>(.*?)<\/h[2-6]>/gs`, 'HTML made here, in which each heading is closed'],
  [String.raw`/<h([2-6])>(.*?)<\/h\1>/gs`, 'HTML made here, in which each heading is closed'],
  [
    String.raw`/"(?:[^"\\]|\\.)*"?|,(?=\s*[}\]])/gs`,
    'a string that is not closed is taken to the end: nothing is read twice',
  ],
]

interface Found {
  path: string
  expression: string
}

/** Every regular expression that stands in the code. */
function expressionsIn(path: string): Found[] {
  const source = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.Latest)
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ path, expression: node.text })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function slownessIn(expression: string) {
  const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(expression) ?? []
  return slownessOf(source, flags)
}

test.each([
  ['/(a+)+b/', 'exponential'],
  ['/^(\\s*\\w+)*x/', 'exponential'],
  ['/^(?:x|[a-z])*$/', 'exponential'],
  ['/(\\d+|a?)*!/', 'exponential'],
  ['/\\s+$/', 'quadratic'],
  ['/<[^>]*>/g', 'quadratic'],
  ['/^a*b?a*c/', 'quadratic'],
  ['/(?=.*x)y/', undefined],
  ['/(?<!\\s)\\s+$/', undefined],
  ['/<[^<>]*>/', undefined],
  ['/[?#].*$/s', undefined],
  ['/^(?:a|ab)(?:c|bcd)*$/', undefined],
  ['/^ {0,3}(?:\\w+ )*$/', undefined],
])('%s is seen to be %s', (expression, slowness) => {
  expect(slownessIn(expression)).toBe(slowness)
})

test('no regular expression takes more than linear time, whatever it is given', () => {
  const found = globSync(['app/**/*.{ts,tsx}', 'db/**/*.ts'], { cwd: root }).flatMap(expressionsIn)
  const known = new Map(harmless)
  const slow = found.flatMap(({ path, expression }) => {
    const slowness = slownessIn(expression)
    const isKnown = slowness === 'quadratic' && known.has(expression)
    return slowness && !isKnown ? [`${path}: ${expression} is ${slowness}`] : []
  })
  expect(slow).toEqual([])
  const all = new Set(found.map(({ expression }) => expression))
  expect([...known.keys()].filter((expression) => !all.has(expression))).toEqual([])
  say(`${found.length} regular expressions: none is exponential, ${known.size} are quadratic where it does no harm`)
})

test('a line of digits after a model’s name is read at once', () => {
  const began = cpuMs()
  expect(markOf(`### claude ${'1'.repeat(26)}-.`)).toBeUndefined()
  expect(cpuMs() - began).toBeLessThan(1000)
})

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] as number

/** Asked for in turns, so that whatever else the machine does slows down both. */
async function timesOf(ask: (name: string) => Promise<unknown>, names: readonly [string, string]) {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++)
    for (const which of [0, 1] as const) {
      const began = performance.now()
      await ask(names[which])
      times[which].push(performance.now() - began)
    }
  return times.map(middle) as [number, number]
}

test.runIf(isLong)('signing in and asking for a password take as long for a name that nobody has', anHour, async () => {
  const db = openDatabase(await freshDatabase('sqlite'))
  await join(db, 'Wren', 'a long secret')
  const unlessRefused = (error: unknown) => {
    if (!isRefusal(error)) throw error
  }
  const names = ['Wren', 'Nobody'] as const
  const asked = {
    'signing in': await timesOf((name) => authenticate(db, name, 'a wrong guess').catch(unlessRefused), names),
    'asking for a password': await timesOf((name) => askToReset(db, { name }), names),
  }
  for (const [what, [known, unknown]] of Object.entries(asked)) {
    say(`${what}: ${known.toFixed(2)} ms for a name that somebody has, ${unknown.toFixed(2)} ms for another`)
    expect(Math.abs(known - unknown) / Math.max(known, unknown), what).toBeLessThan(0.25)
  }
  await db.destroy()
})
