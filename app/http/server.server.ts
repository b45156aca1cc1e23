import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import sirv from 'sirv'
import { encodedAnswer } from './encoding.server.ts'
import { answersHealth } from './health.server.ts'
import { isForeign } from './origin.server.ts'
import { problemAnswer } from './refusals.server.ts'
import { setSecurityHeaders } from './security-headers.server.ts'
import { type SharedPages, sharedKey } from './shared-pages.server.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void
type Fetch = (request: Request, connected: string) => Promise<Response>

export interface Site {
  clientFolder: string
  pages: SharedPages
  isReady(): Promise<string | undefined>
  /** Answers what is no file and no health check. */
  answer: Fetch
}

/** The HTTP server: files, health, the origin check, then the pages and the API. */
export function serverOf(site: Site): Server {
  const files = sirv(site.clientFolder, { etag: true, brotli: true, gzip: true, setHeaders: setFileHeaders })
  const dynamic = createRequestListener(async (request: Request, { address }: ClientAddress) =>
    encodedAnswer(request, await site.answer(request, address)),
  )
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    setSecurityHeaders(response)
    const refusal = whyRefused(request)
    if (refusal) return refuse(response, refusal)
    if (!isRead(request)) return dynamic(request, response)
    // A page that is fetched ahead would count as read by the member whose cookie came along.
    if (!request.headers.cookie) response.setHeader('speculation-rules', `"${speculation}"`)
    if (answersHealth(request, response, site)) return
    files(request, response, () => readPage(site, dynamic, request, response))
  })
}

/** A page is sent as it is kept for everybody, or made for everybody, or for the one who asks. */
async function readPage(site: Site, dynamic: Listener, request: IncomingMessage, response: ServerResponse) {
  const key = sharedKey(request)
  if (key === undefined) return dynamic(request, response)
  // A database that does not answer has its page too.
  if (await site.pages.answers(key, request, response).catch(() => false)) return
  const shared = createRequestListener(async (asked: Request, { address }: ClientAddress) =>
    encodedAnswer(asked, await site.pages.make(key, request, () => site.answer(asked, address))),
  )
  shared(request, response)
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

/** Says which links a browser may fetch before they are followed. */
const speculation = '/speculation-rules.json'

function setFileHeaders(response: ServerResponse, path: string) {
  const immutable = path.startsWith('/assets/')
  response.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  if (path === speculation) response.setHeader('content-type', 'application/speculationrules+json')
}

async function refuse(response: ServerResponse, refused: Refused) {
  const allow: Record<string, string> = refused.status === 405 ? { allow: methods.join(', ') } : {}
  const problem = problemAnswer({ type: 'about:blank', ...refused, errors: {} }, allow)
  response.writeHead(refused.status, Object.fromEntries(problem.headers)).end(await problem.text())
}
