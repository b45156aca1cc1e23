import { sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'

/** What the engine's own index answers to two words: the best twenty. */
export function selectBest(db: Db, [one, other]: readonly [string, string]) {
  if (engineOf(db) === 'sqlite')
    return sql`select rowid from search_index where search_index match ${`"${one}" AND "${other}"`}
      order by rank limit 20`.execute(db)
  const query = sql`${`'${one}' & '${other}'`}::tsquery`
  return sql`select number from search_index where vector @@ ${query} order by ts_rank(vector, ${query}) desc limit 20`.execute(
    db,
  )
}
