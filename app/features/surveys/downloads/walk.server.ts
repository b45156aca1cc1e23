import { setImmediate } from 'node:timers/promises'
import type { Member } from '#app/features/accounts/member.ts'
import { noteShown } from '#app/features/labels/showings/showings.server.ts'
import type { Turn } from '#app/features/transcripts/transcript.ts'
import { turnsOf } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './downloads.queries.server.ts'

type Found<T extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number]
export type TranscriptFound = Found<typeof queries.selectTranscriptsAfter>
export type ExcerptFound = Found<typeof queries.selectExcerptsAfter>
export type LabellingFound = Found<typeof queries.selectLabellings>
export type MachineFound = Found<typeof queries.selectMachineLabellings>

const transcriptsAtOnce = 100
const excerptsAtOnce = 100
const turnsAtOnce = 20

/** The transcripts of a collection, so many at once; between them others have their turn. */
export async function* transcriptsOf(db: Db, slug: string): AsyncGenerator<TranscriptFound[]> {
  for (let after = -1; ; ) {
    const rows = await queries.selectTranscriptsAfter(db, slug, after, transcriptsAtOnce)
    if (rows.length > 0) yield rows
    if (rows.length < transcriptsAtOnce) return
    after = rows.at(-1)?.position ?? after
    await setImmediate()
  }
}

/** The turns of a transcript, so many at once, as they stand: what was redacted is masked. */
export async function* turnsIn(db: Db, { id, turn_count }: TranscriptFound): AsyncGenerator<Turn[]> {
  for (let from = 0; from < turn_count; from += turnsAtOnce) {
    yield await turnsOf(db, id, from, from + turnsAtOnce)
    await setImmediate()
  }
}

/** The excerpts of a collection's transcripts with what is said of them, so many at once. Whoever is signed in has been shown it. */
export async function* labelledIn(db: Db, slug: string, member: Member | null) {
  for (let after: readonly [number, string] = [-1, '']; ; ) {
    const excerpts = await queries.selectExcerptsAfter(db, slug, after, excerptsAtOnce)
    const ids = excerpts.map(({ id }) => id)
    if (ids.length > 0) {
      const labellings = await queries.selectLabellings(db, ids)
      const machines = await queries.selectMachineLabellings(db, ids)
      if (member) await noteShown(db, member, ids)
      yield { excerpts, labellings, machines }
    }
    const last = excerpts.at(-1)
    if (!last || excerpts.length < excerptsAtOnce) return
    after = [last.position, last.id]
    await setImmediate()
  }
}
