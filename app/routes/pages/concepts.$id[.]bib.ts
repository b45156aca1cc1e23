import { bibtexOf } from '#app/features/concepts/bibtex.ts'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'

/** A paper, for those who cite it. */
export const loader = pageLoader(async ({ db, params }) => {
  const concept = await findConcept(db, params.id)
  if (concept.kind !== 'paper') throw notFound('paper')
  const headers = { 'content-type': 'application/x-bibtex; charset=utf-8', 'cache-control': 'no-cache' }
  return new Response(bibtexOf(concept), { headers })
})
