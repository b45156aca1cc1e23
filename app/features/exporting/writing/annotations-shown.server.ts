import { join } from 'node:path'
import { annotationsOfExcerpts, annotationsSent } from '#app/features/annotations/written.server.ts'
import type { Db } from '#db/open.ts'
import { annotationsFile } from '../manifest.ts'
import { everything } from '../shown/everything.ts'
import { rowsOf } from './ask.queries.server.ts'
import type { Writing } from './export-site.server.ts'
import { WrittenFile } from './file.server.ts'

const atOnce = 200

type Made = (ids: string[]) => Promise<Map<string, unknown>>

/** Excerpts with their labels, and what clients sent, as W3C Web Annotations: a line each. */
export async function writeAnnotations(db: Db, writing: Writing, origin: string) {
  const file = await WrittenFile.at(join(writing.part, annotationsFile))
  try {
    await writeThose(writing, file, 'excerpts', (ids) => annotationsOfExcerpts(db, origin, ids, null))
    await writeThose(writing, file, 'annotations-sent', (ids) => annotationsSent(db, origin, ids, null))
    const { lines, sha256, bytes } = await file.end()
    writing.bytes += bytes
    writing.files[annotationsFile] = { lines, sha256 }
  } finally {
    await file.close()
  }
}

async function writeThose({ snapshot, asked, step }: Writing, file: WrittenFile, name: string, make: Made) {
  const exported = everything.find((one) => one.name === name)
  if (!exported) return
  let waiting: string[] = []
  const write = async () => {
    const made = await make(waiting)
    for (const id of waiting) if (made.has(id)) await file.line(`${JSON.stringify(made.get(id))}\n`)
    waiting = []
  }
  for await (const row of rowsOf(snapshot, exported, asked)) {
    waiting.push(String(row.id))
    if (waiting.length === atOnce) await write()
    step(`annotations …`)
  }
  await write()
}
