import type { IncomingMessage, ServerResponse } from 'node:http'

interface Readiness {
  /** Why the site cannot serve, or nothing. */
  isReady(): Promise<string | undefined>
}

/** Answers /healthz (alive) and /readyz (database answers, schema current); says whether it did. */
export function answersHealth(request: IncomingMessage, response: ServerResponse, site: Readiness): boolean {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('alive\n')
    return true
  }
  if (request.url !== '/readyz') return false
  void site.isReady().then((why) => {
    response
      .writeHead(why ? 503 : 200, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
      .end(`${why ?? 'ready'}\n`)
  })
  return true
}
