import { type RawBuilder, sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'
import { kindOfNumber } from '#db/search/entry-number.ts'
import { mostSearched } from '#db/search/most-searched.ts'

export interface Entry {
  kind: string
  id: string
  place: number
}

const key = sql`kind, id, place`

/** What can be found and is not listed, what is listed and not to be found or by a number of another kind, and entries whose words are not in the index. */
export async function selectWrongEntries(db: Db): Promise<Entry[]> {
  const unlisted = sql`select ${key} from (select ${key} from search_sources except select ${key} from search_entries) a`
  const gone = sql`select ${key} from (select ${key} from search_entries except select ${key} from search_sources) b`
  const { rows } = await sql<Entry>`${unlisted} union ${gone} union ${unindexed(db)}`.execute(db)
  return rows
}

function unindexed(db: Db): RawBuilder<unknown> {
  if (engineOf(db) === 'sqlite')
    return sql`select ${key} from search_entries
      where number not in (select rowid from search_index) or ${sql.raw(kindOfNumber('number'))} is not kind`
  const words = sql`' ' || search_fold(s.title) || ' . ' || search_fold(substr(s.body, 1, ${sql.lit(mostSearched)})) || ' '`
  return sql`select e.kind, e.id, e.place from search_entries e
    join search_sources s on s.kind = e.kind and s.id = e.id and s.place = e.place
    left join search_index x on x.number = e.number where x.words is null or x.words <> ${words}`
}

/** Words in the index of entries that are not there. PostgreSQL's go with their entry. */
export async function selectStrayWords(db: Db): Promise<number[]> {
  if (engineOf(db) !== 'sqlite') return []
  const { rows } = await sql<{ number: number }>`select rowid as number from search_index
    where rowid not in (select number from search_entries)`.execute(db)
  return rows.map(({ number }) => number)
}
