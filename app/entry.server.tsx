import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { insertions }: AppLoadContext,
) {
  const html = renderToString(<RemixServer context={context} url={request.url} />)
  headers.set('content-type', 'text/html; charset=utf-8')
  // As bytes: a text would be gone through letter by letter, twice.
  return new Response(insertions.bytesOf(`<!doctype html>${html}`), { status, headers })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const isRefused = isRouteErrorResponse(error) && error.status < 500
  if (request.signal.aborted || isRefused) return
  context.log.error({ err: error, path: new URL(request.url).pathname }, 'a page failed')
}
