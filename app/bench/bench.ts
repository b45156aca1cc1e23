import { writeFileSync } from 'node:fs'
import { Argument, Command, Option } from 'commander'
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

const command = new Command('npm run bench --')
  .addArgument(new Argument('[parts...]', 'all where none is named').choices(parts.map(({ name }) => name)))
  .addOption(new Option('--comments <n>', 'how large the forum is').choices(Object.keys(sizes)).default('100k'))
  .option('--json <file>', 'writes the rows there too')
  .parse()
const names = command.args
const given = command.opts<{ comments: string; json?: string }>()
const comments = sizes[given.comments] as number

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
