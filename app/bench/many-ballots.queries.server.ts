import { sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'

/** So many more members like this one, but for what is unique, in one statement: their handles are its handle and a number. */
export async function insertMembersLike(tx: Db, id: string, more: number) {
  const row = await tx.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const numbered: Record<string, string> = {
    id: "members.handle_key || '-' || n",
    handle: "members.handle_key || '-' || n",
    handle_key: "members.handle_key || '-' || n",
  }
  const columns = sql.raw(
    Object.keys(row)
      .map((column) => numbered[column] ?? `members.${column}`)
      .join(', '),
  )
  await sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(more)})
    insert into members (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    select ${columns} from numbers, members where members.id = ${id}`.execute(tx)
}

/** Each of the first so many members judges every cell of the claim; three camps of opinion, with noise that is the same every time. In the order of the key, since a table of millions is not filled at random. */
export async function insertBallotsOf(tx: Db, claimId: string, like: string, members: number) {
  const mixed = (member: number, standpoint: number, framing: number, modulus: number) =>
    sql.raw(`((number * ${member} + place * ${standpoint} + line * ${framing} + 1) % ${modulus})`)
  const noise = sql`(${mixed(48271, 40692, 69621, 65521)} * ${mixed(16807, 7919, 104729, 32749)} % 10007 % 100)`
  const verdict = sql`case when noise < 10 then 'unsure' when noise < 20 then 'partly'
    when noise < 85 then case camp when 0 then 'fits' when 1 then 'misfits' else 'partly' end
    when noise < 93 then 'fits' else 'misfits' end`
  const numbered = sql`(select id, cast(substr(handle_key, ${sql.lit(like.length + 2)}) as integer) as number
    from members where handle_key like ${`${like}-%`} order by id) as numbered`
  const cells = sql`select standpoint_id, framing_id, member_id, camp, ${noise} as noise from (
      select standpoints.id as standpoint_id, framing_id, numbered.id as member_id, number,
        standpoints.position as place, claim_framings.position as line, (number + claim_framings.position) % 3 as camp
      from standpoints cross join claim_framings cross join ${numbered}
      where standpoints.claim_id = ${claimId} and claim_framings.claim_id = ${claimId}
        and number <= ${sql.lit(members)}) as judged`
  await sql`insert into ballots (claim_id, standpoint_id, framing_id, member_id, verdict, reason, claim_version, framing_version, standpoint_version, cast_at)
    select ${claimId}, standpoint_id, framing_id, member_id, ${verdict}, '', 1, 1, 1, 1000 from (${cells}) as cells`.execute(
    tx,
  )
}

interface Index {
  name: string
  sql: string
}

/** Takes the indexes of ballots away, but for its key, and answers how they are made. */
export async function deleteIndexes(tx: Db): Promise<Index[]> {
  const { rows } = await (engineOf(tx) === 'sqlite'
    ? sql<Index>`select name, sql from sqlite_master where type = 'index' and tbl_name = 'ballots' and sql is not null`
    : sql<Index>`select indexname as name, indexdef as sql from pg_indexes
        where tablename = 'ballots' and indexname <> 'ballots_pk'`
  ).execute(tx)
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(tx)
  return rows
}

export async function insertIndexes(tx: Db, indexes: readonly Index[]) {
  for (const index of indexes) await sql.raw(index.sql).execute(tx)
}
