// What a claim's plots hold is a file, not a twin.
const twin = /^\/(?!api\/|feeds\/|assets\/|claims\/[^/]+\/(?:tally|camps))[^.]+\.(atom|json)$/

/** Leads `/posts.atom` to the one route that serves feeds, `/feeds/posts.atom`: a route's name cannot hold the end of a segment. */
export function withFeedAddress(request: Request): Request {
  const url = new URL(request.url)
  if (!twin.test(url.pathname)) return request
  url.pathname = `/feeds${url.pathname}`
  return new Request(url, request)
}
