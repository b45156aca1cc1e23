import { nodesCsv } from '#app/features/relations/downloads/graph-files.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(
  async ({ db }) => fileAnswer(nodesCsv(db), { name: 'nodes.csv', type: 'text/csv; charset=utf-8' }),
  'export',
)
