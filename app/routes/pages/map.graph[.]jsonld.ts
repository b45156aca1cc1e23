import { graphJsonLd } from '#app/features/relations/downloads/graph-files.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(
  async ({ db, env }) =>
    fileAnswer(graphJsonLd(db, env.ORIGIN), { name: 'graph.jsonld', type: 'application/ld+json; charset=utf-8' }),
  'export',
)
