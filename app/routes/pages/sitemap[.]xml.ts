import { sitemapOf } from '#app/features/search/sitemap/sitemap.server.ts'
import { streamed } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, env, url }) => {
  const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' }
  return new Response(streamed(sitemapOf(db, env.ORIGIN, url.searchParams)), { headers })
}, 'export')
