import { join } from 'node:path'
import { readEdges, readNodes } from '#app/features/exchange/formats/graph/read-graph.ts'
import { readGraphLd } from '#app/features/exchange/formats/graph/read-graph-ld.ts'
import { importGraph } from '#app/features/exchange/graph/import-graph.server.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import type { Db } from '#db/open.ts'
import { about, fileAt, fileInFolder, importer } from './importing.ts'
import { progress } from './progress.ts'

/** Brings in a folder with nodes.csv and edges.csv, or a file graph.jsonld. */
export async function importGraphOf(db: Db, folder: string, as: string | undefined): Promise<ImportReport> {
  if (folder.endsWith('.jsonld')) return importGraphFile(db, folder, as)
  const files = { nodes: join(folder, 'nodes.csv'), edges: join(folder, 'edges.csv') }
  const nodes = await about(files.nodes, async () => readNodes((await fileInFolder(files.nodes)).bytes))
  const edges = await about(files.edges, async () => readEdges((await fileInFolder(files.edges)).bytes))
  return importRead(db, as, { nodes, edges, files })
}

async function importGraphFile(db: Db, path: string, as: string | undefined) {
  const graph = await about(path, async () => readGraphLd((await fileAt(path)).bytes))
  return importRead(db, as, { ...graph, files: { nodes: path, edges: path } })
}

async function importRead(db: Db, as: string | undefined, given: Parameters<typeof importGraph>[2]) {
  const { step, end } = progress()
  return importGraph(db, await importer(db, as), { ...given, onProgress: step }).finally(end)
}
