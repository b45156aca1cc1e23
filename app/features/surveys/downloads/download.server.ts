import type { Member } from '#app/features/accounts/member.ts'
import type { Collection } from '#app/features/transcripts/collections/collection.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { surveyOf } from '../shares.server.ts'
import { comparingOf } from '../shares.ts'
import { linesOf } from './lines.server.ts'
import { sharesTable, tables } from './tables.server.ts'

interface Download {
  name: string
  type: string
  pieces: AsyncGenerator<string>
}

/** A file of a collection, made piece by piece while it is sent. */
export function downloadOf(
  db: Db,
  collection: Collection,
  member: Member | null,
  file: string,
  query: URLSearchParams,
): Download {
  const name = `${collection.id}-${file}`
  if (file === 'everything.jsonl')
    return { name, type: 'application/jsonl; charset=utf-8', pieces: linesOf(db, collection, member) }
  const type = 'text/csv; charset=utf-8'
  if (file === 'shares.csv') return { name, type, pieces: sharesOf(db, collection.id, query) }
  const table = Object.hasOwn(tables, file) ? tables[file] : undefined
  if (!table) throw notFound('file of this collection')
  return { name, type, pieces: table({ db, slug: collection.id, member }) }
}

async function* sharesOf(db: Db, slug: string, query: URLSearchParams): AsyncGenerator<string> {
  yield* sharesTable(await surveyOf(db, slug, comparingOf(query)))
}
