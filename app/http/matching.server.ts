import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { noEndpoint } from './refusals.server.ts'

/** Answers by the build. Remix goes through all of its routes several times at each request, so it is handed those alone that begin as the address does. */
export function handlerOf(build: ServerBuild): RequestHandler {
  const all = createRequestHandler(build, 'production')
  const byBeginning = new Map<string | undefined, RequestHandler>()
  const paths = Object.values(build.routes).map((route) => ({ id: route.id, beginning: beginningOf(route.path ?? '') }))
  const open = paths
    .filter(({ beginning, id }) => id === 'root' || /(^|\/)[:*]/.test(beginning ?? ''))
    .map(({ id }) => id)
  for (const [beginning, some] of Map.groupBy(paths, (path) => path.beginning)) {
    const part = partOf(build, new Set([...open, ...some.map(({ id }) => id)]))
    byBeginning.set(beginning, createRequestHandler(part, 'production'))
  }
  // An address that is written in another way, as /%63laims, is looked for among all.
  return async (request, context) => {
    const path = new URL(request.url).pathname
    // Where Remix gives what loaders gave to a browser's framework: there is none.
    if (path.endsWith('.data'))
      return path.startsWith('/api/')
        ? noEndpoint()
        : new Response('Nothing is kept at this address.\n', { status: 404 })
    return (byBeginning.get(beginningOf(path.slice(1))) ?? all)(request, context)
  }
}

/** The first part of a path; of the API's its noun; nothing where that is empty. */
const beginningOf = (path: string) => /^(?:api\/v1\/)?(?:[^/]+|$)/.exec(path)?.[0]

function partOf(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const some = <R>(routes: Record<string, R>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return {
    ...build,
    routes: some(build.routes),
    assets: { ...build.assets, routes: some(build.assets.routes) },
  } as ServerBuild
}
