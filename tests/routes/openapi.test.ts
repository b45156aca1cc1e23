import { readdirSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routePath } from '#app/http/route-path.ts'
import { call, type Site, startSite } from '#tests/support/site.ts'

let site: Site
// biome-ignore lint/suspicious/noExplicitAny: a document to look into
let document: any

beforeAll(async () => {
  site = await startSite('sqlite')
  document = (await call(site, 'GET', '/openapi.json')).body
})

afterAll(() => site.stop())

const files = readdirSync(new URL('../../app/routes/api/', import.meta.url)).filter((file) => file !== '$.ts')
const pathOf = (file: string) => `/${routePath(file)}`.replace(/:(\w+)/g, '{$1}')

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('every route file under /api/v1 is described, and nothing else is', () => {
  expect(Object.keys(document.paths).sort()).toEqual(files.map(pathOf).sort())
})

test('every path has an operation, each with a summary and an answer that is described', () => {
  const known = Object.keys(document.components.schemas)
  for (const operations of Object.values<Record<string, { summary: string }>>(document.paths)) {
    expect(Object.keys(operations).length).toBeGreaterThan(0)
    for (const operation of Object.values(operations)) expect(operation.summary).toMatch(/^[A-Z].*\.$/)
  }
  const used = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name as string,
  )
  expect(new Set(used).difference(new Set(known))).toEqual(new Set())
})

test('an unknown path is a 404 problem and an unknown method a 405 one that lists what is taken', async () => {
  expect(await call(site, 'GET', '/nothing-here')).toMatchObject({ status: 404, body: { status: 404 } })
  const wrong = await call(site, 'DELETE', '/openapi.json')
  expect(wrong).toMatchObject({ status: 405, body: { status: 405, title: 'Method not allowed' } })
  expect(wrong.headers.get('allow')).toBe('GET')
  expect(wrong.headers.get('content-type')).toBe('application/problem+json')
})

test('reads carry an ETag, and asking with it again answers 304', async () => {
  const first = await call(site, 'GET', '/openapi.json')
  const tag = first.headers.get('etag') as string
  expect((await call(site, 'GET', '/openapi.json', undefined, { 'if-none-match': tag })).status).toBe(304)
})

test('a token that is nobody’s is refused with 401', async () => {
  const answer = await call(site, 'GET', '/openapi.json', undefined, { authorization: 'Bearer plx_nobody' })
  expect(answer).toMatchObject({ status: 401, body: { title: 'Not signed in' } })
})
