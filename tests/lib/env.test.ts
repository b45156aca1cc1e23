import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnv, variableNames } from '#app/env.server.ts'

test('the README says of every variable what it sets, and of none that there is not', () => {
  const readme = readFileSync('README.md', 'utf8')
  const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line))
  const said = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name as string),
  )
  // `classify` alone reads it, from the command's own environment.
  expect(said.filter((name) => name !== 'PARALLAX_API_KEY').sort()).toEqual([...variableNames].sort())
})

test('an empty environment has sensible defaults', () => {
  expect(readEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', ORIGIN: 'http://localhost:3000', LIMITS: 'on' })
  expect(readEnv({ PORT: '8080' }).ORIGIN).toBe('http://localhost:8080')
  expect(readEnv({}).DATABASE_URL).toMatch(/^file:.*db\/data\/parallax\.sqlite$/)
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['ORIGIN', 'example.org'],
  ['ORIGIN', 'https://example.org/forum'],
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_URL', 'postgres://u:p@h:notaport/db'],
  ['DATABASE_URL', 'postgres://u:p@h:70000/db'],
  ['DATABASE_URL', 'postgres://h/db?port=five'],
  ['DATABASE_URL', 'file://elsewhere/parallax.sqlite'],
  ['SESSION_SECRET', 'short'],
  ['SMTP_URL', 'http://x'],
  ['SMTP_URL', 'smtp:'],
  ['SMTP_URL', 'smtp:foo'],
  ['SMTP_URL', 'smtp://'],
  ['TRUST_PROXY', 'yes'],
  ['METRICS_TOKEN', 'short'],
  ['SLOW_QUERY_MS', 'soon'],
  ['LIMITS', 'maybe'],
  ['STYLEGUIDE', 'maybe'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start and says what the variable takes', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} takes `))
})

test.each([
  ['DATABASE_URL', 'file:beside.sqlite'],
  ['DATABASE_URL', 'file:///tmp/parallax.sqlite'],
  ['DATABASE_URL', 'postgres:///parallax?host=/var/run/postgresql'],
  ['DATABASE_URL', 'postgresql://u:p@[::1]:5433/parallax'],
  ['SMTP_URL', 'smtp://localhost'],
  ['SMTP_URL', 'smtps://u:p@mail.example.org:465'],
])('%s=%s is taken', (name, value) => {
  expect(readEnv({ [name]: value })).toMatchObject({ [name]: value })
})

test('everything malformed is said at once', () => {
  expect(() => readEnv({ PORT: 'x', LIMITS: 'x' })).toThrow(/PORT takes .*\nLIMITS takes /s)
})
