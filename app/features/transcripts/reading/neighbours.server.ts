import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Collection } from '../collections/collection.ts'
import { collectionAsked, collectionsOf } from '../collections.server.ts'
import { findTranscriptFacts } from '../transcripts.server.ts'
import * as queries from './neighbours.queries.server.ts'

/** Where a transcript stands in the collection that one goes through. */
export interface Within {
  collection: Pick<Collection, 'id' | 'title' | 'transcriptCount'>
  place: number
  before: string | undefined
  after: string | undefined
}

/** The collection that is named, or the only public one that holds the transcript; none where it is not in it. */
export async function withinCollection(db: Db, transcriptId: string, slug: string | null): Promise<Within | null> {
  const slugs = slug === null ? await collectionsOf(db, transcriptId) : [slug]
  const collection = slugs.length === 1 ? await collectionAsked(db, slugs[0] as string) : undefined
  const position = collection && (await queries.selectPosition(db, collection.id, transcriptId))
  if (!collection || position === undefined) return null
  return {
    collection,
    place: await queries.selectCountUpTo(db, collection.id, position),
    before: await queries.selectNextTo(db, collection.id, position, 'before'),
    after: await queries.selectNextTo(db, collection.id, position, 'after'),
  }
}

/** Another transcript of the collection, at random; `random` is a number from 0 up to 1. */
export async function randomNeighbour(db: Db, transcriptId: string, slug: string | null, random: number) {
  await findTranscriptFacts(db, transcriptId)
  const collection = await collectionAsked(db, slug)
  if (!collection) throw notFound('collection')
  const isIn = (await queries.selectPosition(db, collection.id, transcriptId)) !== undefined
  const others = collection.transcriptCount - Number(isIn)
  const other = await queries.selectOther(db, collection.id, transcriptId, Math.floor(random * others))
  return other ?? transcriptId
}

/** Other transcripts of these collections, first those that have a turn of this text among their first few. */
export async function comparableTo(db: Db, slugs: string[], transcriptId: string, text: string, most: number) {
  if (slugs.length === 0) return []
  const rows = await queries.selectComparable(db, slugs, transcriptId, text, most)
  return rows.map((row) => ({ ...row, same: Boolean(row.same) }))
}
