import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const kilobyte = 1000
const report = 'node_modules/.cache/tests.json'

function run(what: string, command: string, args: string[]) {
  console.log(`\n— ${what}`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  if (status !== 0) {
    printCounts()
    console.error(`\n${what}: failed`)
    process.exit(1)
  }
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
run('lint and format', 'biome', ['check', '--error-on-warnings', '.'])
run('types', 'tsc', ['--noEmit'])
run('build', 'npm', ['run', 'build', '--silent'])
checkBudgets()
run('tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
printCounts()
