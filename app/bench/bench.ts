import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build, isStale } from '../cli/build.ts'
import { camps } from './camps.ts'
import type { BenchRow } from './measure.ts'
import { measureOnSite, type Part } from './site.ts'
import { tallies } from './tallies.ts'

const parts = [tallies, camps] as Part[]

const { values: given, positionals: names } = parseArgs({
  options: { json: { type: 'string' } },
  allowPositionals: true,
})
const unknown = names.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${parts.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

if (isStale()) build()
process.env.NODE_ENV = 'production'
const rows: BenchRow[] = []
for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const measured = await measureOnSite(part)
  for (const row of measured) print(row)
  rows.push(...measured)
}
if (given.json) writeFileSync(given.json, `${JSON.stringify({ rows }, null, 2)}\n`)

function print({ name, value, unit, reference, ratio, min, max }: BenchRow) {
  const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 })
  console.log(`${name}: ratio ${figure(ratio)}`)
  console.log(`  ${figure(value)} ${unit} (${figure(min)} to ${figure(max)}), reference ${figure(reference)} ${unit}`)
}
