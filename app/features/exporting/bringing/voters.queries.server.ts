import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { MemberRow, UnnamedVoterRow } from '#db/tables.ts'

type Kind = UnnamedVoterRow['kind']

export async function selectVoters(db: Db, kind: Kind): Promise<string[]> {
  const rows = await db
    .selectFrom('unnamed_voters')
    .select('member_id')
    .where('kind', '=', kind)
    .orderBy('number')
    .execute()
  return rows.map((row) => row.member_id)
}

export async function insertVoters(tx: Db, kind: Kind, after: number, members: readonly MemberRow[]) {
  await tx.insertInto('members').values(members).execute()
  await tx
    .insertInto('unnamed_voters')
    .values(members.map(({ id }, n) => ({ kind, number: after + n + 1, member_id: id })))
    .execute()
  if (kind !== 'ballots') return
  // What one of them says of one framing and of another is not one person's: camps are not to be made of it.
  await tx
    .insertInto('camp_leavers')
    .values(members.map(({ id, created_at }) => ({ member_id: id, left_at: created_at })))
    .execute()
}

export async function selectPositions(db: Db, claimId: string) {
  return db.selectFrom('standpoints').select(['id', 'position']).where('claim_id', '=', claimId).execute()
}

/** The last of the unnamed who judged a framing of a claim. */
export async function selectLastJudge(db: Db, claimId: string, framingId: string): Promise<number> {
  const row = await db
    .selectFrom('ballots')
    .innerJoin('unnamed_voters', 'unnamed_voters.member_id', 'ballots.member_id')
    .select((e) => e.fn.max('number').as('last'))
    .where('claim_id', '=', claimId)
    .where('framing_id', '=', framingId)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

export async function selectVotersNamed(db: Db, claimId: string): Promise<number> {
  const votes = db.selectFrom('ballots').select('member_id').where('claim_id', '=', claimId)
  const all = votes.union(db.selectFrom('handle_votes').select('member_id').where('claim_id', '=', claimId))
  const row = await db
    .selectFrom(all.as('voters'))
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

const versionOf = (thing: string, votes: string) =>
  sql`coalesce((select version from ${sql.table(`${thing}s`)} as worded where worded.id = ${sql.ref(`${votes}.${thing}_id`)}), 0)`

/** Votes are on the words that stand; those on earlier words on the ones before. */
export async function updateVersions(tx: Db) {
  for (const votes of ['ballots', 'handle_votes']) {
    const sets = ['claim', 'framing', 'standpoint'].map(
      (thing) => sql`${sql.ref(`${thing}_version`)} = ${versionOf(thing, votes)}`,
    )
    await sql`update ${sql.table(votes)} set ${sql.join(sets)} where claim_version < 0`.execute(tx)
  }
  await sql`update label_votes set label_version = (select case when label_votes.label_version = -1
      then labels.version else labels.meaning - 1 end from labels where labels.id = label_votes.label_id)
    where label_version < 0`.execute(tx)
}
