import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Sent } from './processes.ts'

/** The limit that pages are measured against: a server that sends bytes it was handed, and does nothing else. */
const answers = new Map<string, Sent & { bytes: Buffer }>()

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  if (!answer) return void response.writeHead(404).end()
  const isKnown = request.headers['if-none-match'] === answer.headers.etag
  if (isKnown && answer.notModified) return void response.writeHead(304, answer.notModified).end()
  response.writeHead(200, answer.headers).end(answer.bytes)
})

process.on('message', (sent: Sent) => {
  answers.set(sent.path, { ...sent, bytes: Buffer.from(sent.body, 'base64') })
  process.send?.({ path: sent.path })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
