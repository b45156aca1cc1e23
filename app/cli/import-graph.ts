import { join } from 'node:path'
import { readEdges, readNodes } from '#app/features/exchange/formats/graph/read-graph.ts'
import { importGraph } from '#app/features/exchange/graph/import-graph.server.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import type { Db } from '#db/open.ts'
import { about, fileAt, importer } from './importing.ts'
import { progress } from './progress.ts'

/** Brings in a folder with nodes.csv and edges.csv. */
export async function importGraphOf(db: Db, folder: string, as: string | undefined): Promise<ImportReport> {
  const files = { nodes: join(folder, 'nodes.csv'), edges: join(folder, 'edges.csv') }
  const nodes = await about(files.nodes, async () => readNodes((await fileAt(files.nodes)).bytes))
  const edges = await about(files.edges, async () => readEdges((await fileAt(files.edges)).bytes))
  const { step, end } = progress()
  return importGraph(db, await importer(db, as), { nodes, edges, files, onProgress: step }).finally(end)
}
