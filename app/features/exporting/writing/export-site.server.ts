import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { dayNumber, isoTime, now } from '#app/lib/clock.ts'
import { conflict } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { atOneMoment, type Snapshot } from '#db/snapshot.ts'
import type { Exported } from '../exported.ts'
import { csvFile, dataFile, format, formatVersion, type Manifest, unfinishedFile } from '../manifest.ts'
import { everything } from '../shown/everything.ts'
import { writeAnnotations } from './annotations-shown.server.ts'
import { type Asked, rowsOf } from './ask.queries.server.ts'
import { WrittenFile } from './file.server.ts'
import { csvLineOf, headOf, thingOf } from './lines.ts'
import { picturesIn, writePictures } from './pictures-shown.server.ts'
import { readmeOf } from './readme.ts'

export interface Exporting {
  databaseUrl: string
  origin: string
  folder: string
  collection: string | null
  step?: (said: string) => void
}

/** Work on one export. */
export interface Writing {
  snapshot: Snapshot
  /** Where it comes into being. */
  part: string
  asked: Asked
  files: Manifest['files']
  bytes: number
  pictures: Set<string>
  step(said: string): void
}

/** Writes all that everybody may read into a folder, as it is at one moment. The folder is there when it is whole; what was broken off is begun again. */
export async function exportSite(db: Db, { databaseUrl, origin, folder, collection, step = () => {} }: Exporting) {
  refuseUnlessEmpty(folder)
  if (collection !== null) await findCollection(db, collection)
  const part = await begun(`${folder}.part`)
  const at = now()
  const asked = { collection, today: dayNumber(at) }
  const writing = await atOneMoment(databaseUrl, async (snapshot) => {
    const given: Writing = { snapshot, part, asked, files: {}, bytes: 0, pictures: new Set(), step }
    for (const exported of everything) await writeTable(given, exported)
    await writePictures(given)
    await writeAnnotations(db, given, origin)
    return given
  })
  const { files, bytes } = writing
  const manifest: Manifest = { format, version: formatVersion, origin, exportedAt: isoTime(at), collection, files }
  await writeFile(join(part, 'README.md'), readmeOf(manifest))
  await writeFile(join(part, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await rm(join(part, unfinishedFile))
  if (existsSync(folder)) await rmdir(folder)
  await rename(part, folder)
  return { manifest, bytes }
}

function refuseUnlessEmpty(folder: string) {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw conflict(`${folder} is there and not empty: name a folder that is not.`)
}

/** An empty folder to work in; what an export left that was broken off is taken away, and nothing else. */
async function begun(part: string): Promise<string> {
  if (existsSync(part) && !existsSync(join(part, unfinishedFile)))
    throw conflict(`${part} is in the way: it is not an export that was broken off.`)
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  await writeFile(join(part, unfinishedFile), 'This export is being written, or was broken off.\n')
  for (const inside of ['data', 'csv', 'pictures']) await mkdir(join(part, inside))
  return part
}

async function writeTable(writing: Writing, exported: Exported) {
  const { snapshot, part, asked, files, step } = writing
  const [data, csv] = [dataFile(exported.name), csvFile(exported.name)]
  const [lines, table] = [await WrittenFile.at(join(part, data)), await WrittenFile.at(join(part, csv))]
  try {
    await table.line(headOf(exported))
    let count = 0
    for await (const row of rowsOf(snapshot, exported, asked)) {
      const thing = thingOf(exported, row)
      for (const value of Object.values(thing)) picturesIn(value, writing.pictures)
      await lines.line(`${JSON.stringify(thing)}\n`)
      await table.line(csvLineOf(thing))
      if (++count % 500 === 0) step(`${exported.name}: ${count} …`)
    }
    const written = await lines.end()
    writing.bytes += written.bytes + (await table.end()).bytes
    files[data] = { lines: written.lines, sha256: written.sha256 }
  } finally {
    await Promise.all([lines.close(), table.close()])
  }
}
