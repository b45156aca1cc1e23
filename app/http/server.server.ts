import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import sirv from 'sirv'
import { answersHealth } from './health.server.ts'
import { isForeign } from './origin.server.ts'
import { problemAnswer } from './refusals.server.ts'
import { setSecurityHeaders } from './security-headers.server.ts'

type Fetch = (request: Request) => Promise<Response>

export interface Site {
  clientFolder: string
  isReady(): Promise<string | undefined>
  /** Answers what is no file and no health check. */
  answer: Fetch
}

/** The HTTP server: files, health, the origin check, then the pages and the API. */
export function serverOf(site: Site): Server {
  const files = sirv(site.clientFolder, { etag: true, setHeaders: setFileHeaders })
  const dynamic = createRequestListener(site.answer)
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    setSecurityHeaders(response)
    const refusal = whyRefused(request)
    if (refusal) return refuse(response, refusal)
    if (!isRead(request)) return dynamic(request, response)
    if (answersHealth(request, response, site)) return
    files(request, response, () => dynamic(request, response))
  })
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

function setFileHeaders(response: ServerResponse, path: string) {
  const immutable = path.startsWith('/assets/')
  response.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
}

async function refuse(response: ServerResponse, refused: Refused) {
  const allow: Record<string, string> = refused.status === 405 ? { allow: methods.join(', ') } : {}
  const problem = problemAnswer({ type: 'about:blank', ...refused, errors: {} }, allow)
  response.writeHead(refused.status, Object.fromEntries(problem.headers)).end(await problem.text())
}
