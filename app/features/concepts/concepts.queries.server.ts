import { type SqlBool, sql } from 'kysely'
import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { ConceptKind, ConceptRevisionRow, ConceptRow } from '#db/tables.ts'

export async function insertConcepts(tx: Db, rows: readonly ConceptRow[]) {
  await tx.insertInto('concepts').values(rows).execute()
}

/** Those whose names turned out to be others'. */
export async function deleteConcepts(tx: Db, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx.deleteFrom('concepts').where('id', 'in', ids).execute()
}

export async function insertRevisions(tx: Db, rows: readonly ConceptRevisionRow[]) {
  if (rows.length === 0) return
  await tx.insertInto('concept_revisions').values(rows).execute()
}

export function selectConcepts(db: Db, ids: readonly string[]): Promise<ConceptRow[]> {
  return db.selectFrom('concepts').selectAll().where('id', 'in', ids).execute()
}

export interface Wanted {
  kind: ConceptKind | null
  /** A part of a name, by `nameKey`; empty: all. */
  part: string
}

const listed = (db: Db, { kind, part }: Wanted) =>
  db
    .selectFrom('concepts')
    .where('merged_into', 'is', null)
    .$if(kind !== null, (q) => q.where('kind', '=', kind as ConceptKind))
    .$if(part !== '', (q) => q.where(sql<SqlBool>`name_key like ${likeness(part)} escape '!'`))

/** Newest first, one more than the page takes, each with who made it. */
export function selectNewestConcepts(db: Db, wanted: Wanted, { limit, after }: Page) {
  return listed(db, wanted)
    .innerJoin('members', 'members.id', 'concepts.member_id')
    .selectAll('concepts')
    .select('members.handle')
    .$if(after !== null, (q) => q.where(isListedAfter('concepts', timeAndId(after ?? []))))
    .orderBy('concepts.created_at', 'desc')
    .orderBy('concepts.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function selectKindCounts(db: Db) {
  return db
    .selectFrom('concepts')
    .select((e) => ['kind', e.fn.countAll<number>().as('n')])
    .where('merged_into', 'is', null)
    .groupBy('kind')
    .execute()
}

const likeness = (part: string) => `%${part.replace(/[!%_]/g, '!$&')}%`
