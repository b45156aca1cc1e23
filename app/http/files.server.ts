import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { etagOf } from '#app/lib/digest.server.ts'
import { isKnown } from './api.server.ts'
import { type Encoding, encodingFor } from './encoding.server.ts'

interface File {
  type: string
  tag: string
  /** As it is, and made smaller where the build did that. */
  bytes: Partial<Record<Encoding, Buffer>>
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

const endings: [ending: string, encoding: Encoding][] = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
]

/** Answers with a file of the built site; says whether there is one. All are read at the start, a few MB: whoever builds anew takes nothing from under a running server. */
export function filesIn(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const files = readFiles(folder)
  return (request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/s, '')
    const file = files.get(path)
    if (file) send(path, file, request, response)
    return file !== undefined
  }
}

function readFiles(folder: string): Map<string, File> {
  const files = new Map<string, File>()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  for (const { parentPath, name } of paths.sort((a, b) => a.name.length - b.name.length)) {
    const full = join(parentPath, name)
    const path = `/${full.slice(folder.length).replace(/^\/+/, '')}`
    const [ending, encoding] = endings.find(([end]) => path.endsWith(end)) ?? ['', 'identity' as const]
    const plain = path.slice(0, path.length - ending.length)
    const bytes = readFileSync(full)
    const known = files.get(plain)
    const type = types[plain.replace(/^.*\./, '')] ?? 'application/octet-stream'
    if (encoding === 'identity' || known)
      files.set(plain, withBytes(known ?? { type, tag: etagOf(bytes), bytes: {} }, encoding, bytes))
  }
  return files
}

const withBytes = (file: File, encoding: Encoding, bytes: Buffer): File => ({
  ...file,
  bytes: { ...file.bytes, [encoding]: bytes },
})

/** Says which links a browser may fetch before they are followed. */
export const speculation = '/speculation-rules.json'

function send(path: string, { type, tag, bytes }: File, request: IncomingMessage, response: ServerResponse) {
  const isForGood = path.startsWith('/assets/')
  const wanted = encodingFor(request.headers)
  const encoding = bytes[wanted] ? wanted : 'identity'
  response.setHeader('content-type', path === speculation ? 'application/speculationrules+json' : type)
  response.setHeader('cache-control', isForGood ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  response.setHeader('vary', 'Accept-Encoding')
  response.setHeader('etag', `W/${tag}`)
  if (isKnown(request.headers['if-none-match'] ?? null, tag)) return response.writeHead(304).end()
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
  const body = bytes[encoding] as Buffer
  response.writeHead(200, { 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body)
}
