import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import { type AnyMember, anyMember } from '#app/features/accounts/signing-in/any-member.ts'
import type { Door } from './door.server.ts'
import { encodedAnswer } from './encoding.server.ts'
import { filesIn, speculation } from './files.server.ts'
import { answersHealth } from './health.server.ts'
import type { Metrics } from './metrics.server.ts'
import { isForeign } from './origin.server.ts'
import { ownPage, pageOfOverlay } from './overlay/address.ts'
import type { Overlays } from './overlay/overlays.server.ts'
import { problemAnswer } from './refusals.server.ts'
import { follow, logAnswer, type RequestLog, requestIdOf } from './request-log.server.ts'
import { forFrames, forNoFrames, isForFrames, securityHeaders } from './security-headers.server.ts'
import { type Shared, type SharedPages, sharedKey } from './shared-pages.server.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Whom a request comes from, and by which id it is known. */
export interface Came {
  connected: string
  id: string
  /** For whom the page is made, where members share it. */
  reader?: AnyMember
}

export interface Site {
  clientFolder: string
  pages: SharedPages
  overlays: Overlays
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
  const dynamic = listenerOf(site, async (request, answer) => ledToOwn(request, await answer(request)))
  const security = securityHeaders(site.isSecure)
  const sendsKept = keptBy(site, security)
  return createServer(patience, (request: IncomingMessage, response: ServerResponse) => {
    const shared = sharedKey(request, (address) => site.overlays.has(address))
    if (sendsKept(shared, request, response)) return
    follow(request, response, (id, answered) => {
      logAnswer(site.log, id, answered)
      site.metrics.note(answered)
    })
    response.setHeaders(new Map(Object.entries(security)))
    if (!site.door.lets(response)) return
    const refusal = whyRefused(request)
    if (refusal) return refuse(response, refusal)
    if (!isRead(request)) return dynamic(request, response)
    // A page that is fetched ahead would count as read by the member whose cookie came along.
    if (!request.headers.cookie) response.setHeader('speculation-rules', `"${speculation}"`)
    if (answersHealth(request, response, site) || site.metrics.answers(request, response)) return
    if (!answersFile(request, response)) void readPage(site, dynamic, shared, request, response)
  })
}

/** Sends a page that is kept, before anything else is asked; says whether it did. */
function keptBy({ pages, door, metrics }: Site, security: Record<string, string>) {
  const forMembers = Object.entries(security).flat()
  const forVisitors = [...forMembers, 'speculation-rules', `"${speculation}"`]
  const framed = Object.entries({ ...security, ...forFrames }).flat()
  return (shared: Shared | undefined, request: IncomingMessage, response: ServerResponse): boolean => {
    if (shared === undefined || !door.isOpen) return false
    const { key, isMembers } = shared
    const said = isForFrames(request.url) ? framed : isMembers ? forMembers : forVisitors
    const isSent = pages.sends(key, request, response, said)
    if (isSent) metrics.note({ method: 'GET', path: '', status: response.statusCode, ms: 0 })
    return isSent
  }
}

type Answer = (request: Request, reader?: AnyMember) => Promise<Response>
type Make = (request: Request, answer: Answer) => Promise<Response>

/** Answers as the site does, once it is known by which id. */
function listenerOf(site: Site, make: Make): Listener {
  return (request, response) => {
    const id = requestIdOf(response)
    const listen = createRequestListener(async (asked: Request, { address }: ClientAddress) => {
      const made = await make(asked, (one, reader) => site.answer(one, { connected: address, id, reader }))
      return encodedAnswer(asked, withoutFrames(made))
    })
    listen(request, response)
  }
}

/** A page is sent as it is kept for everybody, or made for everybody, or for the one who asks. */
async function readPage(
  site: Site,
  dynamic: Listener,
  shared: Shared | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (isForFrames(request.url)) response.setHeaders(new Map(Object.entries(forFrames)))
  const overlaid = pageOfOverlay(request.url ?? '/')
  if (overlaid !== undefined) return answerOverlay(site, overlaid, request, response)
  if (shared === undefined) return dynamic(request, response)
  // A database that does not answer has its page too.
  if (await site.pages.answers(shared.key, request, response).catch(() => false)) return
  const make: Make = (asked, answer) =>
    (shared.isMembers ? forMembers : forVisitors)(site, shared.key, request, asked, answer)
  listenerOf(site, make)(request, response)
}

/** What is refused at an address for frames is a page of this site like any other. */
function withoutFrames(answer: Response): Response {
  if (answer.status < 400) return answer
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(forNoFrames)) headers.set(name, value)
  return new Response(answer.body, { status: answer.status, headers })
}

type Made = (site: Site, key: string, request: IncomingMessage, asked: Request, answer: Answer) => Promise<Response>

const forVisitors: Made = async ({ pages }, key, request, asked, answer) => {
  let own: Response | undefined
  const shared = await pages.make(key, request, async () => {
    own = await answer(asked)
    return { answer: own }
  })
  return shared ?? own ?? answer(asked)
}

/** As any member gets it: nothing of who happens to ask first comes along. */
const forMembers: Made = async ({ pages }, key, request, asked, answer) => {
  const shared = await pages.make(key, request, async () => {
    const reader = anyMember()
    return { answer: await answer(new Request(asked.url), reader), facts: reader.facts }
  })
  return shared ?? answer(asked)
}

async function answerOverlay(site: Site, address: string, request: IncomingMessage, response: ServerResponse) {
  try {
    await site.overlays.answer(address, request, response)
  } catch (error) {
    site.log.warn({ err: error, path: address }, 'an overlay failed')
    response.writeHead(500).end()
  }
}

/** Who has just written something comes to the page as it is for them: it may be their own, which the one that members share would find out late. */
function ledToOwn({ method }: Request, answer: Response): Response {
  const to = method === 'POST' && answer.status < 400 ? answer.headers.get('location') : null
  // Nobody's own is the front page, and what is set for it holds everywhere.
  if (to && /^\/[^/?#]/.test(to)) answer.headers.append('set-cookie', ownPage(to, 5))
  return answer
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

interface Refused {
  status: number
  title: string
  detail: string
}

/** Whether the path of an address says something once its %-signs are read. */
function isDecodable(url = ''): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] as string)
    return true
  } catch {
    return false
  }
}

/** What no page or endpoint should see: a method that none has, an address of nothing, another site's write. */
function whyRefused(request: IncomingMessage): Refused | undefined {
  const { method = '', headers } = request
  if (!methods.includes(method))
    return { status: 405, title: 'Method not allowed', detail: `${method} does nothing on this site.` }
  if (!isDecodable(request.url))
    return { status: 400, title: 'Not understood', detail: 'The address is not written in UTF-8.' }
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
