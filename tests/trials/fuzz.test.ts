import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/support/engines.ts'
import { startSite } from '#tests/support/site.ts'
import { payloads } from './hostile/payloads.ts'
import { filled, rowsOf } from './permissions/asking.ts'
import { type Cast, castOn, credentials } from './permissions/cast.ts'
import { table } from './permissions/table.ts'
import { anHour, pick, roundsOf } from './rounds.ts'
import { serveOn } from './server-process.ts'

const { rounds, isLong, random, say } = roundsOf(250, 20_000)
const rows = rowsOf(table)
// What is kept of pages, and what is compiled, grows at first.
const mostGrowth = 1.3
const slowest = isLong ? 2000 : 10_000
const chance = (share: number) => random() < share
const some = <T>(from: readonly T[]) => pick(random, from)

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'G@T', '']
const types = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'text/plain',
].concat(['multipart/form-data', 'application/json; charset=utf-16', 'image/png', 'application/ld+json', 'x', ''])
const odd = [
  '%00',
  '%ff',
  '%',
  '%zz',
  '..%2f',
  '../',
  '//',
  '\\',
  '%F0%9F%99%82',
  "'--",
  '0'.repeat(3000),
  '\u00e9',
  '[]',
  '*',
]
const headers = [
  'accept-encoding',
  'accept',
  'cookie',
  'if-none-match',
  'range',
  'prefer',
  'idempotency-key',
  'origin',
].concat([
  'x-forwarded-for',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'host',
  'if-match',
  'authorization',
])
const values = [
  '',
  '*',
  'gzip;q=x',
  '\u00ff\u00fe',
  'bytes=0-',
  '-1',
  '1e9',
  'chunked',
  'identity, identity',
  'a=%ff; b',
  '"',
].concat(['x'.repeat(5000), 'Bearer x', 'http://elsewhere.invalid', '100-continue', 'websocket', 'W/"x", "y"'])

function bodyOf(given: string): Buffer {
  const kinds: (() => string | Buffer)[] = [
    () => given,
    () => given.slice(0, Math.floor(random() * given.length)),
    () =>
      given.replace(/"[^"]*"|=[^&]*/, () =>
        some(['null', '[]', '{}', '1e999', '=', '"\\ud800"', '"\\u0000"', '=%00', '=%ff']),
      ),
    () => given.replace(/[a-z]+/, some(payloads)),
    () => '['.repeat(5000),
    () => `{"__proto__":${given || '1'},"constructor":{"prototype":1}}`,
    () => Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256))),
    () =>
      `--b\r\nContent-Disposition: form-data; name="files"; filename="../../${some(odd)}"\r\n\r\nx\r\n--b${some(['--', '', '\r\n'])}`,
    () => JSON.stringify({ title: 'x'.repeat(200_000), body: '> '.repeat(20_000) }),
    () => '',
  ]
  return Buffer.from(some(kinds)())
}

const withOdd = (path: string) => {
  const parts = path.split('/')
  parts[1 + Math.floor(random() * (parts.length - 1))] = some(odd)
  return parts.join('/')
}

/** A request as bytes: mostly one that there is, with one thing or several wrong with it. */
async function requestOf(cast: Cast): Promise<Buffer> {
  const row = some(rows)
  const path = encodeURI(await filled(row.path, cast.shared))
  const asked = chance(0.4)
    ? withOdd(path)
    : path + (chance(0.3) ? `?${some(['sort', 'cursor', 'limit', 'q', 'at'])}=${some(odd)}` : '')
  const body = row.method === 'GET' && chance(0.8) ? Buffer.alloc(0) : bodyOf(await filled(row.body, cast.shared))
  const who = chance(0.6) ? await credentials(cast, some(['owner', 'moderator', 'other'] as const), path) : {}
  const type = row.body.startsWith('{') ? types[0] : types[1]
  const said: [string, string][] = [['host', 'localhost'], ['connection', 'close'], ...Object.entries(who)]
  if (body.length > 0)
    said.push(['content-type', chance(0.7) ? (type as string) : some(types)], ['content-length', `${body.length}`])
  if (chance(0.3)) said.push([some(headers), some(values)])
  const method = chance(0.8) ? row.method : some(methods)
  const head = [`${method} ${asked} HTTP/1.1`, ...said.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

/** Sends bytes and hears what comes until the connection ends, or too much time has gone by. */
async function send(port: number, bytes: Buffer): Promise<{ text: string; ms: number }> {
  const started = performance.now()
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {})
  socket.setTimeout(slowest, () => socket.destroy())
  socket.write(bytes)
  await once(socket, 'close').catch(() => {})
  return { text: Buffer.concat(chunks).toString('latin1'), ms: performance.now() - started }
}

/** Requests that say to wait for more, and streams, may stay open. */
const mayWait = (bytes: Buffer) =>
  /\/events|chunked|content-length: .*content-length|expect: |upgrade: /is.test(
    bytes.toString('latin1').split('\r\n\r\n')[0] as string,
  )

function faultIn(bytes: Buffer, { text, ms }: { text: string; ms: number }): string | undefined {
  const what = bytes.toString('latin1').slice(0, 300)
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
  if (status >= 500 && status !== 501 && status !== 505) return `${status}: ${what} | ${text.slice(-300)}`
  if (/\n\s+at \S+ ?\(?(?:file:|\/|node:)|node_modules|SQLITE_|SqliteError/.test(text)) return `a trace: ${what}`
  if (ms >= slowest && !mayWait(bytes)) return `${Math.round(ms)} ms: ${what}`
}

/** In MB. */
async function memoryOf(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
}

interface Asked {
  cast: Cast
  port: number
  /** Of the server's process, where it is one of its own. */
  pid?: number
}

/** Asks for so much, and gives the faults; the memory at the end is held against that after a quarter. */
async function askMuch({ cast, port, pid }: Asked): Promise<string[]> {
  const faults = new Set<string>()
  let before = 0
  for (let n = 0; n < rounds; n++) {
    const bytes = await requestOf(cast)
    // Several at once on one connection, now and then.
    const sent = chance(0.05) ? Buffer.concat([bytes, bytes]) : bytes
    const fault = faultIn(sent, await send(port, sent))
    if (fault) faults.add(fault)
    if (pid && n === Math.floor(rounds / 4)) before = await memoryOf(pid)
    if (n % 2000 === 1999)
      say(`${n + 1} requests, ${faults.size} faults${pid ? `, ${Math.round(await memoryOf(pid))} MB` : ''}`)
  }
  if (!pid) return [...faults]
  const after = await memoryOf(pid)
  say(`memory: ${Math.round(before)} MB after a quarter, ${Math.round(after)} MB at the end`)
  return after < before * mostGrowth + 50 ? [...faults] : [...faults, `memory grew from ${before} to ${after} MB`]
}

test(
  'Requests of every wrong kind are answered with no 5xx, no trace, in time and without growth',
  anHour,
  async () => {
    const url = await freshDatabase('sqlite')
    const site = await startSite('sqlite', url)
    const cast = await castOn(site)
    // Before anything is asked: what a request merged or removed could not be made on later.
    for (const { path, body } of rows) await filled(path + body, cast.shared)
    const server = isLong ? await serveOn(url) : undefined
    const port = Number(new URL(server?.address ?? site.address).port)
    const faults = await askMuch({ cast, port, pid: server?.pid })
    await server?.kill()
    await site.stop()
    expect(faults).toEqual([])
  },
)
