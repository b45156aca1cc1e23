import { touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Argument, Bearing, BearingDraft, Source } from '../bearing.ts'
import * as queries from './arguments.queries.server.ts'
import { evidenceOf } from './evidence.server.ts'

/** Says what a post or comment argues; null: nothing. Pages of the claim that it bore on, and of the one that it bears on, become stale. */
export async function bearOn(tx: Db, source: Source, bearing: BearingDraft | null) {
  const before = (await bearingsOf(tx, [source])).get(source.id)
  if (bearing) await queries.upsertArgument(tx, await rowOf(tx, source, bearing))
  else if (before) await queries.deleteArgument(tx, source)
  for (const id of new Set([before?.claimId, bearing?.claimId])) if (id) await touch(tx, { kind: 'claim', id })
}

async function rowOf(tx: Db, source: Source, { claimId, framingId, standpointId, direction, on }: BearingDraft) {
  if (!(await queries.selectClaim(tx, claimId))) throw invalid({ 'bearing.claimId': 'There is no such claim.' })
  if (!(await queries.selectClaimFraming(tx, claimId, framingId)))
    throw invalid({ 'bearing.framingId': 'This claim is not judged by such a framing.' })
  if (standpointId && !(await queries.selectStandpoint(tx, claimId, standpointId)))
    throw invalid({ 'bearing.standpointId': 'This claim has no such standpoint.' })
  return {
    source_kind: source.kind,
    source_id: source.id,
    claim_id: claimId,
    framing_id: framingId,
    standpoint_id: standpointId ?? null,
    direction,
    aspect: on,
    created_at: now(),
  }
}

/** What posts and comments argue, by their id. */
export async function bearingsOf(db: Db, sources: readonly Source[]): Promise<Map<string, Bearing>> {
  const found = new Map<string, Bearing>()
  for (const kind of ['post', 'comment'] as const) {
    const ids = sources.filter((source) => source.kind === kind).map((source) => source.id)
    const rows = await inBatches(ids, (batch) => queries.selectArgumentsOf(db, kind, batch))
    for (const row of rows) found.set(row.source_id, bearingOf(row))
  }
  return found
}

function bearingOf(row: queries.NamedArgumentRow): Bearing {
  return {
    claimId: row.claim_id,
    framingId: row.framing_id,
    standpointId: row.standpoint_id,
    direction: row.direction,
    on: row.aspect,
    claimStatement: row.statement,
    framingName: row.framing_name,
    hue: row.hue,
    standpointName: row.standpoint_name,
  }
}

/** What these posts and comments argue, in their order. */
export async function argumentsFrom(db: Db, sources: readonly Source[]): Promise<Argument[]> {
  const ids = sources.map(({ id }) => id)
  const found = await argumentsIn(db, await inBatches(ids, (batch) => queries.selectArgumentsFrom(db, batch)))
  const byId = new Map(found.map((argument) => [argument.source.id, argument]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

type WrittenRow = Awaited<ReturnType<typeof queries.selectArgumentsFrom>>[number]

async function argumentsIn(db: Db, rows: WrittenRow[]): Promise<Argument[]> {
  const sources = rows.map((row): Source => ({ kind: row.source_kind, id: row.source_id }))
  const evidence = await evidenceOf(db, sources)
  return rows.map((row) => ({
    ...bearingOf(row),
    source: { kind: row.source_kind, id: row.source_id },
    author: { id: row.member_id, handle: row.handle },
    createdAt: row.written_at as number,
    words: firstWordsOf(row.html ?? ''),
    title: row.title,
    evidence: evidence.get(row.source_id) ?? [],
  }))
}
