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
    if (isForeign(request)) return refuseForeign(response)
    if (answersHealth(request, response, site)) return
    files(request, response, () => dynamic(request, response))
  })
}

function setFileHeaders(response: ServerResponse, path: string) {
  const immutable = path.startsWith('/assets/')
  response.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
}

async function refuseForeign(response: ServerResponse) {
  const detail = 'This write came from another site’s page.'
  const problem = problemAnswer({ type: 'about:blank', title: 'Not allowed', status: 403, detail, errors: {} })
  response.writeHead(403, Object.fromEntries(problem.headers)).end(await problem.text())
}
