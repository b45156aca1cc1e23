import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** So many more members like this one, but for what is unique, in one statement. */
export async function insertMembersLike(tx: Db, id: string, more: number) {
  const row = await tx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const numbered: Record<string, string> = { id: "'bench-' || n", handle: "'bench-' || n", handle_key: "'bench-' || n" }
  const columns = sql.raw(
    Object.keys(row)
      .map((column) => numbered[column] ?? `members.${column}`)
      .join(', '),
  )
  await sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(more)})
    insert into members (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    select ${columns} from numbers, members where members.id = ${id}`.execute(tx)
}

/** Each of the first so many members judges every cell of the claim; three camps of opinion, with noise that is the same every time. */
export async function insertBallotsOf(tx: Db, claimId: string, members: number) {
  const noise = sql`((number * 7919 + standpoints.position * 10477 + claim_framings.position * 12907 + number * standpoints.position * 31) % 100)`
  const camp = sql`((number % 3 + claim_framings.position) % 3)`
  const verdict = sql`case when ${noise} < 10 then 'unsure' when ${noise} < 20 then 'partly'
    when ${noise} < 85 then case ${camp} when 0 then 'fits' when 1 then 'misfits' else 'partly' end
    when ${noise} < 93 then 'fits' else 'misfits' end`
  const numbered = sql`(select id, cast(substr(handle_key, 7) as integer) as number from members where handle_key like 'bench-%') numbered`
  await sql`insert into ballots (claim_id, standpoint_id, framing_id, member_id, verdict, reason, claim_version, framing_version, standpoint_version, cast_at)
    select ${claimId}, standpoints.id, claim_framings.framing_id, numbered.id, ${verdict}, '', 1, 1, 1, 1000
    from ${numbered} cross join standpoints cross join claim_framings
    where standpoints.claim_id = ${claimId} and claim_framings.claim_id = ${claimId} and number < ${sql.lit(members)}`.execute(
    tx,
  )
}
