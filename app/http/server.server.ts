import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import type { Door } from './door.server.ts'
import { encodedAnswer } from './encoding.server.ts'
import { filesIn, speculation } from './files.server.ts'
import { answersHealth } from './health.server.ts'
import type { Metrics } from './metrics.server.ts'
import { isForeign } from './origin.server.ts'
import { problemAnswer } from './refusals.server.ts'
import { follow, logAnswer, type RequestLog, requestIdOf } from './request-log.server.ts'
import { setSecurityHeaders } from './security-headers.server.ts'
import { type SharedPages, sharedKey } from './shared-pages.server.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Whom a request comes from, and by which id it is known. */
export interface Came {
  connected: string
  id: string
}

export interface Site {
  clientFolder: string
  pages: SharedPages
  /** Behind TLS. */
  isSecure: boolean
  door: Door
  isReady(): Promise<string | undefined>
  log: RequestLog
  metrics: Metrics
  /** Answers what is no file and no health check. */
  answer(request: Request, came: Came): Promise<Response>
}

/** Whoever sends more slowly than this (ms) is not waited for; 50 MB come in five minutes over a line of 1.4 Mbit/s. */
const patience = { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 }

/** The HTTP server: files, health, the origin check, then the pages and the API. */
export function serverOf(site: Site): Server {
  const answersFile = filesIn(site.clientFolder)
  const dynamic = listenerOf(site, (request, answer) => answer(request))
  return createServer(patience, (request: IncomingMessage, response: ServerResponse) => {
    follow(request, response, (id, answered) => {
      logAnswer(site.log, id, answered)
      site.metrics.note(answered)
    })
    setSecurityHeaders(response, site.isSecure)
    if (!site.door.lets(response)) return
    const refusal = whyRefused(request)
    if (refusal) return refuse(response, refusal)
    if (!isRead(request)) return dynamic(request, response)
    // A page that is fetched ahead would count as read by the member whose cookie came along.
    if (!request.headers.cookie) response.setHeader('speculation-rules', `"${speculation}"`)
    if (answersHealth(request, response, site) || site.metrics.answers(request, response)) return
    if (!answersFile(request, response)) void readPage(site, dynamic, request, response)
  })
}

type Make = (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>

/** Answers as the site does, once it is known by which id. */
function listenerOf(site: Site, make: Make): Listener {
  return (request, response) => {
    const id = requestIdOf(response)
    const listen = createRequestListener(async (asked: Request, { address }: ClientAddress) =>
      encodedAnswer(asked, await make(asked, (one) => site.answer(one, { connected: address, id }))),
    )
    listen(request, response)
  }
}

/** A page is sent as it is kept for everybody, or made for everybody, or for the one who asks. */
async function readPage(site: Site, dynamic: Listener, request: IncomingMessage, response: ServerResponse) {
  const key = sharedKey(request)
  if (key === undefined) return dynamic(request, response)
  // A database that does not answer has its page too.
  if (await site.pages.answers(key, request, response).catch(() => false)) return
  listenerOf(site, (asked, answer) => site.pages.make(key, request, () => answer(asked)))(request, response)
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

interface Refused {
  status: number
  title: string
  detail: string
}

/** What no page or endpoint should see: a method that none has, an address of nothing, another site's write. */
function whyRefused(request: IncomingMessage): Refused | undefined {
  const { method = '', headers } = request
  if (!methods.includes(method))
    return { status: 405, title: 'Method not allowed', detail: `${method} does nothing on this site.` }
  if (!URL.canParse(`http://${headers.host}`))
    return { status: 400, title: 'Not understood', detail: 'The Host header names no host.' }
  if (isForeign(request))
    return { status: 403, title: 'Not allowed', detail: 'This write came from another site’s page.' }
}

async function refuse(response: ServerResponse, refused: Refused) {
  const allow: Record<string, string> = refused.status === 405 ? { allow: methods.join(', ') } : {}
  const problem = problemAnswer({ type: 'about:blank', ...refused, errors: {} }, allow)
  response.writeHead(refused.status, Object.fromEntries(problem.headers)).end(await problem.text())
}
