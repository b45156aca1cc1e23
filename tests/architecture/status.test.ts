import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('what prepares a run of the tests leaves its status alone, so that a failed one says so', () => {
  const script = `await import(${JSON.stringify(new URL('../support/global.ts', import.meta.url).href)}); process.exitCode = 3`
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).status).toBe(3)
})
