import { type CompiledQuery, sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'
import type { CommentRow, PostRow, Tables } from '#db/tables.ts'

const rowsAtOnce = 200

/** Compiled once for a full batch: to compile a statement of thousands of values takes longer than to run it. */
async function insertRows<Table extends keyof Tables>(tx: Db, table: Table, rows: readonly object[]) {
  let full: CompiledQuery | undefined
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce)
    const isFull = batch.length === rowsAtOnce
    const query =
      (isFull && full) ||
      tx
        .insertInto(table)
        .values(batch as never)
        .compile()
    if (isFull) full ??= query
    const columns = Object.keys(batch[0] ?? {})
    const parameters = batch.flatMap((row) => columns.map((column) => row[column as keyof object]))
    await tx.executeQuery({ ...query, parameters })
  }
}

/** Posts with what writing them would have left beside them. */
export async function insertPosts(tx: Db, posts: readonly Omit<PostRow, 'score'>[]) {
  await insertRows(tx, 'posts', posts)
  const revisions = posts.map(({ id, title, body, member_id, created_at: at }) => {
    return { post_id: id, revision: 1, kind: null, title, url: null, body, review: null, member_id, at }
  })
  await insertRows(tx, 'post_revisions', revisions)
  await insertVersions(tx, 'post', posts)
}

/** Comments with their histories, a vote of approval on each, and what counts them. */
export async function insertComments(tx: Db, comments: readonly CommentRow[], voterId: string) {
  await insertRows(tx, 'comments', comments)
  const revisions = comments.map(({ id, body, member_id, created_at: at }) => {
    return { comment_id: id, revision: 1, body, member_id, at }
  })
  await insertRows(tx, 'comment_revisions', revisions)
  const votes = comments.map(({ id, created_at: cast_at }) => {
    return { target_kind: 'comment', target_id: id, axis: 'approval', member_id: voterId, value: 1, cast_at }
  })
  await insertRows(tx, 'votes', votes)
  const totals = votes.map(({ target_kind, target_id, axis }) => ({ target_kind, target_id, axis, up: 1, down: 0 }))
  await insertRows(tx, 'vote_totals', totals)
  const deeds = comments.map(({ id, member_id, created_at: at }) => {
    return { id: `d${id}`, member_id, verb: 'comment.written', subject_kind: 'comment', subject_id: id, at }
  })
  await insertRows(tx, 'activity', deeds)
  await insertVersions(tx, 'comment', comments)
}

async function insertVersions(tx: Db, kind: string, things: readonly { id: string }[]) {
  await insertRows(
    tx,
    'versions',
    things.map(({ id }) => ({ kind, id, version: 1 })),
  )
}

/** Counts the comments of every thread. */
export async function insertThreads(tx: Db) {
  await sql`insert into threads (subject_kind, subject_id, comment_count, locked, last_comment_at)
    select subject_kind, subject_id, count(*), 0, max(created_at) from comments group by subject_kind, subject_id`.execute(
    tx,
  )
}

/** Nobody is told of what a generator wrote. */
export async function deletePending(tx: Db) {
  await tx.deleteFrom('pending_deeds').execute()
}

/** What the planner of either engine knows of the tables. */
export async function updateStatistics(tx: Db) {
  await sql`analyze`.execute(tx)
}

/** Takes the triggers of comments and activity away and answers how they are made; on PostgreSQL, whose search can only be filled by them, none. */
export async function deleteTriggers(tx: Db): Promise<{ sql: string }[]> {
  if (engineOf(tx) === 'postgres') return []
  const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
    where type = 'trigger' and tbl_name in ('posts', 'comments', 'activity')`.execute(tx)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(tx)
  return rows
}

export async function insertTriggers(tx: Db, triggers: readonly { sql: string }[]) {
  for (const trigger of triggers) await sql.raw(trigger.sql).execute(tx)
}
