import { redirect } from '@remix-run/node'
import { randomNeighbour } from '#app/features/transcripts/reading/neighbours.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

/** Leads to another transcript of the collection that `?in=` names, each time to another one. */
export const loader = pageLoader(async ({ db, params, url }) => {
  const slug = url.searchParams.get('in')
  const other = await randomNeighbour(db, params.id, slug, Math.random())
  return redirect(`/transcripts/${other}?in=${encodeURIComponent(slug ?? '')}`, {
    headers: { 'cache-control': 'no-store' },
  })
})
