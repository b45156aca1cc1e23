import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build, isStale } from '../cli/build.ts'
import { camps } from './camps.ts'
import { forgetSites } from './forum/forum-site.ts'
import { growing } from './forum/growing.ts'
import { meanwhile } from './forum/meanwhile.ts'
import { reading } from './forum/reading.ts'
import { searching } from './forum/searching.ts'
import { visiting } from './forum/visiting.ts'
import { writing } from './forum/writing.ts'
import type { BenchRow } from './measure.ts'
import type { Part } from './site.ts'
import { tallies } from './tallies.ts'

const parts: Part[] = [reading, writing, searching, visiting, growing, meanwhile, tallies, camps]
const sizes: Record<string, number> = { '1k': 1000, '100k': 100_000, '1m': 1_000_000 }

const { values: given, positionals: names } = parseArgs({
  options: { json: { type: 'string' }, comments: { type: 'string', default: '100k' } },
  allowPositionals: true,
})
const unknown = names.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0)
  refuse(`No such part: ${unknown.join(', ')}. There are ${parts.map(({ name }) => name).join(', ')}.`)
const comments = sizes[given.comments] ?? refuse(`--comments is one of ${Object.keys(sizes).join(', ')}.`)

if (isStale()) build()
process.env.NODE_ENV = 'production'
const rows: BenchRow[] = []
try {
  for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for await (const row of part.rows(comments)) {
      print(row)
      rows.push(row)
    }
  }
} finally {
  await forgetSites()
}
if (given.json) writeFileSync(given.json, `${JSON.stringify({ rows }, null, 2)}\n`)

function print({ name, value, unit, reference, ratio, min, max, p50, p99 }: BenchRow) {
  const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })
  const times = p50 === undefined || p99 === undefined ? '' : `; p50 ${figure(p50)} ms, p99 ${figure(p99)} ms`
  console.log(`${name}: ratio ${figure(ratio)}`)
  console.log(
    `  ${figure(value)} ${unit} (${figure(min)} to ${figure(max)}), reference ${figure(reference)} ${unit}${times}`,
  )
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}
