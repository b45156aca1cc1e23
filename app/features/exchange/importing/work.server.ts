import { findMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { ImportRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { reasonOf } from '../formats/placed.ts'
import type { File } from '../formats/read-transcripts.ts'
import { importLabels } from '../imports/import-labels.server.ts'
import { emptyReport, type ImportReport } from '../imports/import-report.ts'
import { importTranscripts } from '../imports/import-transcripts.server.ts'
import { pacing } from '../imports/pacing.ts'
import { type Choice, mostNamed, type Progress, pasted } from './import.ts'
import * as queries from './imports.queries.server.ts'
import { importOf } from './imports.server.ts'
import { previewOf } from './preview.server.ts'
import { type ReadFile, readFiles } from './read-files.ts'

/** An import that is worked on by its holder, until that is stopped or another took it. */
interface Held {
  db: Db
  row: ImportRow
  holder: string
  signal: AbortSignal
}

const saveEveryMs = 400

/** Does what is due of an import: looks at its files, or makes what is in them. Interrupted, it is begun again; what was made then is found there. */
export async function workOn(db: Db, id: string, holder: string, signal: AbortSignal): Promise<void> {
  const row = await queries.selectImport(db, id)
  if (row?.holder !== holder) return
  const held = { db, row, holder, signal }
  try {
    if (row.state === 'stopping') return await end(held, 'stopped', {})
    const settings = { collection: row.collection, classifier: row.classifier }
    const files = await readFiles(await filesOf(db, row), row.format as Choice, settings)
    if (row.state === 'reading') await look(held, files)
    else await run(held, files)
  } catch (error) {
    if (signal.aborted) await save(held, { holder: null, held_until: 0 })
    else if (isRefusal(error)) await fail(held, reasonOf(error))
    // Whoever has it by now says what becomes of it.
    else if (!(error instanceof Taken)) throw error
  }
}

async function filesOf(db: Db, { id, files }: ImportRow): Promise<File[]> {
  const named: { name: string }[] = JSON.parse(files)
  const read: File[] = []
  for (const [file, { name }] of named.entries()) {
    const pieces = await queries.selectPieces(db, id, file)
    read.push({ name: name || pasted, bytes: Buffer.concat(pieces.map(({ bytes }) => bytes)) })
  }
  return read
}

async function look(held: Held, files: ReadFile[]) {
  const rest = pacing()
  const preview = await previewOf(held.db, files, held.row.collection, async () => {
    held.signal.throwIfAborted()
    await rest()
  })
  const state = held.row.starts_itself ? 'waiting' : 'staged'
  await save(held, { state, preview: JSON.stringify(preview), failure: null, attempts: 0, ...letGo })
}

const letGo = { holder: null, held_until: 0 } as const

class Taken extends Error {}
class Stopped extends Error {}

/** What cannot be looked at may be looked at in another way; what cannot be imported stays so. */
async function fail(held: Held, failure: string) {
  const { row } = held
  const mayTryAgain = row.state === 'reading' && !row.starts_itself
  if (mayTryAgain) await save(held, { state: 'staged', failure, ...letGo })
  else await end(held, 'failed', { failure })
}

async function run(held: Held, files: ReadFile[]) {
  const { db, row, signal } = held
  const member = await findMember(db, row.member_id)
  const report = emptyReport()
  // One that went on before may be about to be stopped.
  if (row.state === 'waiting') await save(held, { state: 'running', started_at: row.started_at ?? now() })
  const saving = saver(held, report)
  const onProgress = () => {
    signal.throwIfAborted()
    saving.check()
  }
  let state: Over = 'done'
  try {
    for (const file of files) await importFile(held, member, file, report, onProgress)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    state = 'stopped'
  } finally {
    await saving.stop()
  }
  await finish(held, member, report, state)
}

type Over = 'done' | 'stopped'

async function importFile(
  { db, row }: Held,
  member: Member,
  { name, records, votes, refused, blank }: ReadFile,
  report: ImportReport,
  onProgress: () => void,
) {
  const { classifier, collection, started_at: since } = row
  report.refused.push(...refused)
  report.blank = (report.blank ?? 0) + blank
  const how = { collection: collection || undefined, classifier: classifier || undefined, since: since ?? undefined }
  await importTranscripts(db, member, { file: name, records }, report, { ...how, onProgress })
  if (votes.length > 0) await importLabels(db, member, { file: name, rows: votes, collection }, report, onProgress)
}

/** Saves how far a report is, now and then; what could not be saved, or was taken by another, ends the work. */
function saver(held: Held, report: ImportReport) {
  let broken: unknown
  let saving: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    saving = saving.then(async () => {
      await save(held, said(report, false))
      if ((await queries.selectState(held.db, held.row.id)) === 'stopping') throw new Stopped()
    })
    saving = saving.catch((error) => {
      broken ??= error
    })
  }, saveEveryMs)
  return {
    check() {
      if (broken) throw broken
    },
    async stop() {
      clearInterval(timer)
      await saving
    },
  }
}

function said(report: ImportReport, isOver: boolean): Pick<ImportRow, 'report' | 'counts'> {
  const { created, existing, refused } = report
  const counts = JSON.stringify({ created, existing, refused: refused.length })
  return { report: JSON.stringify(progressOf(report, isOver)), counts }
}

/** All ids only at the end: they are many, and written again each time. */
function progressOf(report: ImportReport, isOver: boolean): Progress {
  const { created, existing, refused, blank = 0 } = report
  const ids = isOver ? [...new Set(report.ids)] : []
  return { created, existing, ids, refused: refused.slice(0, mostNamed), refusedCount: refused.length, blank }
}

async function finish(held: Held, member: Member, report: ImportReport, state: Over) {
  await inTransaction(held.db, async (tx) => {
    await end({ ...held, db: tx }, state, said(report, true))
    // That it was stopped is noted where its member said so.
    if (state === 'done') await record(tx, member, 'import.done', { kind: 'import', id: held.row.id })
  })
}

/** It is over: of the words that the preview showed nothing is kept. */
async function end(held: Held, state: Over | 'failed', to: Partial<ImportRow>) {
  const { preview } = importOf(held.row)
  const kept = preview && JSON.stringify({ ...preview, shown: [] })
  await save(held, { ...to, state, preview: kept, ended_at: now(), ...letGo })
}

/** Writes to the import, as long as it is still held. */
async function save({ db, row, holder }: Held, to: Partial<ImportRow>) {
  await inTransaction(db, async (tx) => {
    if (!(await queries.updateHeld(tx, row.id, holder, to))) throw new Taken(`Import ${row.id} was taken by another.`)
    await touch(tx, { kind: 'import', id: row.id })
  })
}
