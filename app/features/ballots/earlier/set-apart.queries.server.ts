import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Worded } from '#app/features/claims/wording/wording.ts'
import type { Db } from '#db/open.ts'

export type Where = RawBuilder<SqlBool>

/** What is judged in the words of a thing. Fits every table of votes and counters; within another query its own columns come first. */
export function cellsOf({ kind, id }: Worded): Where {
  if (kind === 'claim') return sql`claim_id = ${id}`
  if (kind === 'standpoint') return sql`standpoint_id = ${id}`
  return sql`framing_id = ${id} and claim_id in (select o.claim_id from claim_framings o where o.framing_id = ${id})`
}

/** The votes that were cast on words of the thing from before it meant what it means. */
export function staleVotes(worded: Worded, meaning: number): Where {
  return sql`${cellsOf(worded)} and ${sql.ref(`${worded.kind}_version`)} < ${meaning}`
}

/** Who cast these votes, in order. */
export async function selectVotersOf(tx: Db, where: Where) {
  const { rows } = await sql<{
    claim_id: string
    member_id: string
  }>`select claim_id, member_id from ballots where ${where}
    union select claim_id, member_id from handle_votes where ${where} order by claim_id, member_id`.execute(tx)
  return rows
}

/** Holds their rows before any counter: whoever votes beside this holds their own row when they come to the counters. */
export async function updateVotersToHold(tx: Db, where: Where) {
  await sql`update claim_voters set votes = votes where (claim_id, member_id) in (select claim_id, member_id from ballots
    where ${where} union select claim_id, member_id from handle_votes where ${where})`.execute(tx)
}

export function castBy(where: Where, claimId: string, memberIds: readonly string[]): Where {
  return sql`${where} and claim_id = ${claimId} and member_id in (${sql.join(memberIds)})`
}

const said = sql`verdict, reason, moved_by_kind, moved_by_id`
const versions = sql`claim_version, standpoint_version`

/** Sets ballots apart; as ballots on another framing, where theirs is merged into it and their member has not judged that. */
export async function insertEarlierBallots(tx: Db, where: Where, at: number, intoId?: string) {
  const [framing, version, of] = placeIn(intoId)
  const isJudged = sql`exists (select 1 from ballots k where k.standpoint_id = ballots.standpoint_id
    and k.framing_id = ${intoId ?? ''} and k.member_id = ballots.member_id)`
  await sql`insert into earlier_ballots (claim_id, standpoint_id, framing_id, member_id, ${said}, ${versions},
      framing_version, cast_at, of_framing_id, set_apart_at)
    select claim_id, standpoint_id, ${framing}, member_id, ${said}, ${versions}, ${version}, cast_at, ${of}, ${asNumber(at)}
    from ballots where ${where} and not ${isJudged} on conflict do nothing`.execute(tx)
}

export async function insertEarlierHandles(tx: Db, where: Where, at: number, intoId?: string) {
  const [framing, version, of] = placeIn(intoId)
  await sql`insert into earlier_handle_votes (claim_id, standpoint_id, framing_id, member_id, ${versions},
      framing_version, cast_at, of_framing_id, set_apart_at)
    select claim_id, standpoint_id, ${framing}, member_id, ${versions}, ${version}, cast_at, ${of}, ${asNumber(at)}
    from handle_votes where ${where} on conflict do nothing`.execute(tx)
}

/** Framing, its version, and which framing it was: nobody has judged the words of one that theirs was merged into. */
function placeIn(intoId: string | undefined) {
  if (intoId === undefined) return [sql`framing_id`, sql`framing_version`, sql`null`]
  return [sql`cast(${intoId} as text)`, sql`0`, sql`framing_id`]
}

const asNumber = (n: number) => sql`cast(${n} as bigint)`

/** Notes in the history that votes ceased to count, at a time after all that their members did there. */
export async function insertEnds(tx: Db, where: Where, at: number) {
  const lastAt = (table: string, also: RawBuilder<unknown>) => sql`(select case when max(h.at) >= ${asNumber(at)}
    then max(h.at) + 1 else ${asNumber(at)} end from ${sql.table(table)} h
    where h.standpoint_id = b.standpoint_id and h.member_id = b.member_id ${also})`
  const ballotAt = lastAt('ballot_history', sql`and h.framing_id = b.framing_id`)
  await sql`insert into ballot_history (id, claim_id, standpoint_id, framing_id, member_id, verdict, reason, set_apart, at)
    select standpoint_id || '.' || framing_id || '.' || member_id || '.' || ${ballotAt}, claim_id, standpoint_id, framing_id,
      member_id, null, '', 1, ${ballotAt} from ballots b where ${where}`.execute(tx)
  const handleAt = lastAt('handle_vote_history', sql``)
  await sql`insert into handle_vote_history (id, claim_id, standpoint_id, framing_id, member_id, withdrawn, set_apart, at)
    select standpoint_id || '.' || member_id || '.' || ${handleAt}, claim_id, standpoint_id, null,
      member_id, 1, 1, ${handleAt} from handle_votes b where ${where}`.execute(tx)
}

export async function deleteVotes(tx: Db, where: Where) {
  for (const table of ['ballots', 'handle_votes']) await sql`delete from ${sql.table(table)} where ${where}`.execute(tx)
}

/** What was set apart before on a framing that is merged now stands on the other. */
export async function updateEarlierInto(tx: Db, fromId: string, intoId: string) {
  const isJudged = sql<SqlBool>`exists (select 1 from ballots k where k.standpoint_id = e.standpoint_id
    and k.framing_id = ${intoId} and k.member_id = e.member_id) or exists (select 1 from earlier_ballots k
    where k.standpoint_id = e.standpoint_id and k.framing_id = ${intoId} and k.member_id = e.member_id)`
  await sql`delete from earlier_ballots where framing_id = ${fromId} and (standpoint_id, member_id) in
    (select e.standpoint_id, e.member_id from earlier_ballots e where e.framing_id = ${fromId} and (${isJudged}))`.execute(
    tx,
  )
  for (const table of ['earlier_ballots', 'earlier_handle_votes'])
    await sql`update ${sql.table(table)} set framing_id = ${intoId}, framing_version = 0,
      of_framing_id = coalesce(of_framing_id, framing_id) where framing_id = ${fromId}`.execute(tx)
}

/** Counts what was set apart anew, in cells that nobody votes on meanwhile. */
export async function updateEarlierToRows(tx: Db, where: Where) {
  const one = (verdict: string) => sql`case when verdict = ${verdict} then 1 else 0 end`
  await sql`delete from earlier_tallies where ${where}`.execute(tx)
  await sql`insert into earlier_tallies (claim_id, standpoint_id, framing_id, fits, partly, misfits, unsure, handles)
    select claim_id, standpoint_id, framing_id, sum(fits), sum(partly), sum(misfits), sum(unsure), sum(handles) from (
      select claim_id, standpoint_id, framing_id, ${one('fits')} as fits, ${one('partly')} as partly,
        ${one('misfits')} as misfits, ${one('unsure')} as unsure, 0 as handles
        from earlier_ballots where ${where}
      union all select claim_id, standpoint_id, coalesce(framing_id, ''), 0, 0, 0, 0, 1
        from earlier_handle_votes where ${where}) votes
    group by claim_id, standpoint_id, framing_id`.execute(tx)
}

/** What was set apart on a framing, whichever claims it is on. */
export const earlierCellsOf = (framingId: string): Where => sql`framing_id = ${framingId}`
