import { expect, test } from 'vitest'
import { readEnv } from '#app/env.server.ts'

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
  ['SESSION_SECRET', 'short'],
  ['SMTP_URL', 'http://x'],
  ['TRUST_PROXY', 'yes'],
  ['METRICS_TOKEN', 'short'],
  ['SLOW_QUERY_MS', 'soon'],
  ['LIMITS', 'maybe'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start and says what the variable takes', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} takes `))
})

test('everything malformed is said at once', () => {
  expect(() => readEnv({ PORT: 'x', LIMITS: 'x' })).toThrow(/PORT takes .*\nLIMITS takes /s)
})
