import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'

const kilobyte = 1000
const report = 'node_modules/.cache/tests.json'

interface Step {
  what: string
  command: string
  args: string[]
}

/** Runs steps beside each other, and says of each what it said once it has ended; a failed one ends all. */
async function run(...steps: Step[]) {
  const failed = await Promise.all(
    steps.map(async (step) => ((await isDone(step, steps.length > 1)) ? [] : [step.what])),
  )
  if (failed.flat().length === 0) return
  printCounts()
  console.error(`\n${failed.flat().join(', ')}: failed`)
  process.exit(1)
}

async function isDone({ what, command, args }: Step, isBeside: boolean): Promise<boolean> {
  const env = { ...process.env, npm_config_loglevel: 'error' }
  if (!isBeside) console.log(`\n— ${what}`)
  const child = spawn(command, args, { stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit', env })
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  const [status] = await once(child, 'close')
  if (isBeside) console.log(`\n— ${what}\n${(await said).join('').trimEnd()}`)
  return status === 0
}

/** What a reader's browser is sent, against what it may be. */
function checkBudgets() {
  console.log('\n— budgets')
  const gzipped = (pattern: string) => bytes(pattern, (file) => gzipSync(file).length)
  const budgets: [what: string, is: number, may: number][] = [
    ['script of a reading page, gzip', gzipped('build/client/assets/entry.client-*.js'), 30],
    ['styles, gzip', gzipped('build/client/assets/styles-*.css'), 25],
    ['fonts', bytes('build/client/assets/*.woff2', (file) => file.length), 110],
  ]
  for (const [what, is, may] of budgets) {
    console.log(`${what}: ${(is / kilobyte).toFixed(1)} kB of ${may} kB`)
    if (is > may * kilobyte) process.exitCode = 1
  }
  if (process.exitCode) process.exit()
}

function bytes(pattern: string, sizeOf: (file: Buffer) => number): number {
  return globSync(pattern).reduce((sum, file) => sum + sizeOf(readFileSync(file)), 0)
}

function printCounts() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
  } catch {}
}

rmSync(report, { force: true })
await run(
  { what: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { what: 'types', command: 'tsc', args: ['--noEmit'] },
  { what: 'build', command: 'npm', args: ['run', 'build', '--silent'] },
)
checkBudgets()
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
await run({ what: 'tests', command: 'vitest', args: ['run', ...reporters] })
printCounts()
