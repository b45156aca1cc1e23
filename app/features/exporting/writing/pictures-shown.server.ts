import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exported } from '../exported.ts'
import { dataFile, pictureFile } from '../manifest.ts'
import type { Writing } from './export-site.server.ts'
import { WrittenFile } from './file.server.ts'
import { thingOf } from './lines.ts'
import { picturesOf } from './pictures.queries.server.ts'

/** What the folder says of its pictures. */
export const pictures: Exported = {
  name: 'pictures',
  says: 'a picture that a text shows; the file in pictures/ is called by its id',
  table: 'pictures',
  key: ['id'],
  columns: { id: 'text', width: 'number', height: 'number', member_id: 'text', created_at: 'time' },
  without: { sent_hash: 'of what was sent', type: 'always WebP', bytes: 'a file' },
}

/** Notes the pictures of this site that a text shows; those of drafts and of nothing stay where they are. */
export function picturesIn(value: unknown, found: Set<string>) {
  if (typeof value !== 'string' || !value.includes('/pictures/')) return
  for (const [, id] of value.matchAll(/\/pictures\/([0-9a-z]{18})(?:-\d|\.webp)/g)) found.add(id as string)
}

const atOnce = 50

export async function writePictures(writing: Writing) {
  const { part, files, snapshot } = writing
  const lines = await WrittenFile.at(join(part, dataFile(pictures.name)))
  const ids = [...writing.pictures].sort()
  try {
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = new Map<string, string>()
      for await (const row of picturesOf(snapshot, ids.slice(from, from + atOnce))) {
        await writeFile(join(part, pictureFile(row.id)), row.bytes)
        writing.bytes += row.bytes.length
        some.set(row.id, JSON.stringify(thingOf(pictures, { ...row })))
      }
      for (const id of [...some.keys()].sort()) await lines.line(`${some.get(id)}\n`)
    }
    const { lines: count, sha256 } = await lines.end()
    files[dataFile(pictures.name)] = { lines: count, sha256 }
  } finally {
    await lines.close()
  }
}
