import { robotsText } from '#app/http/found/robots.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ env }) => {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' }
  return new Response(robotsText(env.ORIGIN), { headers })
})
