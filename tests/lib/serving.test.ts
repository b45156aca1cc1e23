import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Door } from '#app/http/door.server.ts'
import { Metrics } from '#app/http/metrics.server.ts'
import { pathIn } from '#app/http/request-log.server.ts'
import { serverOf } from '#app/http/server.server.ts'

let endSlow = () => {}
const slow = new Promise<void>((done) => {
  endSlow = done
})
const door = new Door()
const folder = mkdtempSync(join(tmpdir(), 'parallax-files-'))
const answered: unknown[] = []
const note = (details: object) => void answered.push(details)
const metrics = new Metrics('a token for metrics')
metrics.measure({ inside: () => door.inside, watchers: () => 2, mailWaiting: async () => 3 })
const log = { debug: note, info: note, warn: note }
let address: string
let server: ReturnType<typeof serverOf>

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/entry.js'), 'let built = 1')
  server = serverOf({
    clientFolder: folder,
    pages: {
      sends: () => false,
      answers: async () => false,
      make: async (_: string, __: unknown, make: () => Promise<{ answer: Response }>) => (await make()).answer,
    } as never,
    overlays: { has: () => false } as never,
    ...{ isSecure: true, door, log, metrics },
    isReady: async () => undefined,
    answer: async (request) => {
      if (request.url.endsWith('/slow')) await slow
      const status = request.url.includes('nothing') ? 404 : 200
      return new Response('answered', { status, headers: { 'content-type': 'text/plain' } })
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a file that goes away under the running server, as when the site is built anew, ends nothing', async () => {
  rmSync(join(folder, 'assets'), { recursive: true })
  const answer = await fetch(`${address}/assets/entry.js`)
  expect([answer.status, await answer.text()]).toEqual([200, 'let built = 1'])
  expect(answer.headers.get('cache-control')).toContain('immutable')
  const etag = answer.headers.get('etag') as string
  expect((await fetch(`${address}/assets/entry.js`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect(await (await fetch(`${address}/assets/../../etc/passwd`)).text()).toBe('answered')
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
})

test('behind TLS every answer says so, and what a page may ask a browser for', async () => {
  const { headers } = await fetch(`${address}/healthz`)
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('one page alone may be framed by other sites, and nothing that is refused at its address', async () => {
  const framedBy = async (path: string, method = 'GET') => {
    const { headers } = await fetch(address + path, { method, headers: { origin: address } })
    return /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1]
  }
  expect(await framedBy('/claims/abc/embed', 'POST')).toBe("'none'")
  const paths = ['/claims/abc/embed', '/claims/abc/embed?x=1']
  expect(await Promise.all(paths.map((path) => framedBy(path)))).toEqual(['*', '*'])
  const others = [
    '/claims/abc',
    '/claims/nothing/embed',
    '/posts/abc/embed',
    '/claims/a/b/embed',
    '/embed',
    '/claims/x%2F../embed',
  ]
  for (const path of others) expect(await framedBy(path), path).toBe("'none'")
})

test('an answer carries the id that the log knows it by; the log has no query and no secret of an address', async () => {
  const { headers } = await fetch(`${address}/letters/reset/s3cret-of-a-link?token=another-s3cret`, { method: 'POST' })
  await vi.waitFor(() => expect(answered.at(-1)).toMatchObject({ method: 'POST' }))
  expect(answered.at(-1)).toMatchObject({ request: headers.get('x-request-id'), path: '/letters/reset/…', status: 200 })
  expect(JSON.stringify(answered)).not.toContain('s3cret')
  expect(pathIn('/unsubscribe/abc?x=1')).toBe('/unsubscribe/…')
})

test('what is measured is told to who has the token alone', async () => {
  const authorization = 'Bearer a token for metrics'
  expect((await fetch(`${address}/metrics`)).status).toBe(401)
  const told = await fetch(`${address}/metrics`, { headers: { authorization } })
  expect(told.headers.get('content-type')).toContain('text/plain')
  const text = await told.text()
  expect(text).toMatch(/parallax_request_seconds_count\{method="GET",status="2xx"\} [1-9]/)
  expect(text).toContain('parallax_requests_under_way 1')
  expect(text).toContain('parallax_mail_waiting 3')
})

test('a site that stops answers what is under way, turns away what comes, and does not wait for ever', async () => {
  const underWay = fetch(`${address}/slow`)
  await vi.waitFor(() => expect(door.inside).toBe(1))
  const closing = door.close(server, 5000)
  const late = await fetch(`${address}/`)
  expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5'])
  endSlow()
  expect(await (await underWay).text()).toBe('answered')
  await closing
  await expect(fetch(`${address}/`)).rejects.toThrow()
  const stuck = createServer(() => {}).listen(0, '127.0.0.1')
  const other = new Door()
  stuck.on('request', (_, response) => other.lets(response))
  await new Promise((done) => stuck.once('listening', done))
  const never = fetch(`http://127.0.0.1:${(stuck.address() as AddressInfo).port}/`).catch(() => 'cut off')
  await vi.waitFor(() => expect(other.inside).toBe(1))
  await other.close(stuck, 100)
  expect(await never).toBe('cut off')
})
