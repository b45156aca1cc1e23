import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { CollectionDraft } from '#app/features/transcripts/collections/collection.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { conflict, invalid, notFound, tooLarge } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import { optional, parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ImportRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  type Choice,
  choices,
  type Import,
  type ImportLine,
  importable,
  mostFiles,
  mostMegabytes,
  mostUnfinished,
  pasted,
} from './import.ts'
import * as queries from './imports.queries.server.ts'

/** How the files are to be taken. */
export const Settings = v.object({
  format: v.optional(v.picklist(choices), 'auto'),
  collection: v.pipe(
    optional(100),
    v.transform((slug) => slug || undefined),
    CollectionDraft.entries.id,
    v.transform((slug) => slug ?? ''),
  ),
  classifier: optional(200),
})
export type Settings = v.InferInput<typeof Settings>

export interface Brought {
  name: string
  bytes: Uint8Array
}

const pieceLength = 1_000_000

/** Keeps files until their member has seen what would be made of them; nothing is made yet. */
export async function stageImport(db: Db, member: Member, given: GivenFiles): Promise<Import> {
  const id = await keepFiles(db, member, given)
  await openImport(db, member, id)
  return findImport(db, member, id)
}

export interface GivenFiles {
  files: Brought[]
  settings: Settings
  /** Nobody will look at a preview. */
  startsItself?: boolean
}

/** Keeps the files of an import that nobody looks at before it is opened. */
export async function keepFiles(db: Db, member: Member, given: GivenFiles): Promise<string> {
  const { format, collection, classifier } = checkedSettings(given.settings)
  const files = checkedFiles(given.files)
  if ((await queries.selectUnfinishedCount(db, member.id)) >= mostUnfinished)
    throw conflict(`You have ${mostUnfinished} imports that are not finished: import or throw away one of them first.`)
  const starts_itself = given.startsItself ? 1 : 0
  const row = newRow(member, files, { format, collection, classifier, starts_itself })
  await inTransaction(db, (tx) => queries.insertImport(tx, row))
  await keepPieces(db, row.id, files)
  return row.id
}

/** From now on its files are looked at. */
export async function openImport(db: Db, member: Member, id: string) {
  await inTransaction(db, async (tx) => {
    await queries.updateImport(tx, id, ['staging'], { state: 'reading' })
    await record(tx, member, 'import.staged', { kind: 'import', id })
  })
}

/** Of files that came a second time. */
export async function dropFiles(db: Db, id: string) {
  await inTransaction(db, (tx) => queries.deleteImport(tx, id))
}

function checkedSettings(given: Settings) {
  const settings = parse(Settings, given)
  if (settings.format === 'labels' && !settings.collection)
    throw invalid({ collection: 'Say which collection the votes are about.' })
  return settings
}

/** Stages what came by a form: files, or what was pasted. */
export function bringUpload(db: Db, member: Member, given: { files: Brought[]; text?: string; settings: Settings }) {
  const { files, text = '', settings } = given
  const words = text.trim() === '' ? [] : [{ name: pasted, bytes: new TextEncoder().encode(text) }]
  return stageImport(db, member, { files: [...files, ...words], settings })
}

const askEveryMs = 50

/** Waits a moment for the files to be looked at: of small ones the preview is there when the page is asked for. */
export async function onceSeen(db: Db, id: string, mostMs = 1500) {
  const until = performance.now() + mostMs
  while (performance.now() < until && (await queries.selectState(db, id)) === 'reading')
    await new Promise((asked) => setTimeout(asked, askEveryMs))
}

/** Piece by piece, each a write of its own, so that others come in between. */
async function keepPieces(db: Db, importId: string, files: Brought[]) {
  for (const [file, { bytes }] of files.entries()) {
    for (let from = 0; from < bytes.length; from += pieceLength) {
      const piece = { import_id: importId, file, piece: from / pieceLength }
      const some = Buffer.from(bytes.subarray(from, from + pieceLength))
      await inTransaction(db, (tx) => queries.insertPiece(tx, { ...piece, bytes: some }))
      await new Promise((rested) => setImmediate(rested))
    }
  }
}

function checkedFiles(given: Brought[]): Brought[] {
  const files = given.map(({ name, bytes }) => ({ name: shortened(name.replace(/\p{Cc}/gu, ' '), 200), bytes }))
  if (files.length === 0) throw invalid({ files: 'Choose a file, or paste what you have.' })
  if (files.length > mostFiles) throw invalid({ files: `At most ${mostFiles} files at once.` })
  if (files.every(({ bytes }) => bytes.length === 0))
    throw invalid({ files: files.length === 1 ? 'This file is empty.' : 'All of these files are empty.' })
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > mostMegabytes * 1_000_000) throw tooLarge(`Files may have ${mostMegabytes} MB together.`)
  return files
}

type Taken = Pick<ImportRow, 'format' | 'collection' | 'classifier' | 'starts_itself'>

const newRow = (member: Member, files: Brought[], taken: Taken): ImportRow => ({
  ...taken,
  id: newId(),
  member_id: member.id,
  state: 'staging',
  files: JSON.stringify(files.map(({ name, bytes }) => ({ name, size: bytes.length }))),
  preview: null,
  report: null,
  counts: null,
  failure: null,
  attempts: 0,
  holder: null,
  held_until: 0,
  created_at: now(),
  started_at: null,
  ended_at: null,
})

/** Looks at the files once more, taken differently. */
export async function lookAgain(db: Db, member: Member, id: string, settings: Settings) {
  const { format, collection, classifier } = checkedSettings(settings)
  await findImport(db, member, id)
  const to = { state: 'reading', format, collection, classifier, preview: null, failure: null, attempts: 0 } as const
  await change(db, id, ['staged'], { ...to, holder: null, held_until: 0 })
}

/** Has what was seen in the preview be made. Said twice it is done once. */
export async function startImport(db: Db, member: Member, id: string) {
  const { state, preview } = await findImport(db, member, id)
  if (state !== 'staged') return
  if (preview === null || importable(preview) === 0) throw conflict('There is nothing in these files to import.')
  await inTransaction(db, async (tx) => {
    const to = { state: 'waiting', attempts: 0, holder: null, held_until: 0 } as const
    if (!(await queries.updateImport(tx, id, ['staged'], to))) return
    await record(tx, member, 'import.started', { kind: 'import', id })
  })
}

/** Ends what is under way: what was made stays. What only waits goes back to where nothing is made yet. */
export async function stopImport(db: Db, member: Member, id: string) {
  await findImport(db, member, id)
  await inTransaction(db, async (tx) => {
    const again = { state: 'staged', starts_itself: 0, attempts: 0, holder: null, held_until: 0 } as const
    const isStopped =
      (await queries.updateImport(tx, id, ['waiting'], again)) ||
      (await queries.updateImport(tx, id, ['running'], { state: 'stopping' }))
    if (isStopped) await record(tx, member, 'import.stopped', { kind: 'import', id })
  })
}

/** Throws the files away that were not imported; says whether there were any. */
export async function discardImport(db: Db, member: Member, id: string) {
  await findImport(db, member, id)
  await inTransaction(db, async (tx) => {
    if (!(await queries.updateImport(tx, id, ['staged'], { state: 'staging' })))
      throw conflict('This is being imported, or was.')
    await queries.deleteImport(tx, id)
    await record(tx, member, 'import.discarded', { kind: 'import', id })
  })
}

async function change(db: Db, id: string, states: readonly ImportRow['state'][], to: Partial<ImportRow>) {
  await inTransaction(db, async (tx) => {
    if (await queries.updateImport(tx, id, states, to)) await touch(tx, { kind: 'import', id })
  })
}

/** One's own; a moderator sees all. For others there is none. */
export async function findImport(db: Db, member: Member, id: string): Promise<Import> {
  const row = await queries.selectImport(db, id)
  if (!row || !(row.member_id === member.id || mayUse(member, 'moderate'))) throw notFound('import')
  return importOf(row)
}

/** A member's own, newest first. */
export async function newestImports(db: Db, member: Member, page: Page): Promise<Paged<ImportLine>> {
  const rows = await queries.selectImportsOf(db, member.id, page.limit, page.after && timeAndId(page.after))
  return paged(rows.map(lineOf), page.limit, ({ createdAt, id }) => [createdAt, id])
}

type LineRow = Pick<ImportRow, 'id' | 'state' | 'files' | 'counts' | 'created_at'>

const lineOf = ({ id, state, files, counts, created_at }: LineRow): ImportLine => {
  return { id, state, files: JSON.parse(files), counts: fromJson(counts), createdAt: created_at }
}

const fromJson = <T>(json: string | null): T | null => (json === null ? null : JSON.parse(json))

export function importOf(row: ImportRow): Import {
  const { id, state, collection, classifier, failure, attempts } = row
  return {
    ...{ id, state, collection, classifier, failure, attempts },
    memberId: row.member_id,
    format: row.format as Choice,
    files: JSON.parse(row.files),
    preview: fromJson(row.preview),
    report: fromJson(row.report),
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}
