import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import { invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { slugOf } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  type Collection,
  CollectionDraft,
  mayEditCollection,
  mostAtOnce,
  Slug,
  slugRule,
} from './collections/collection.ts'
import * as queries from './collections.queries.server.ts'
import type { TranscriptFacts } from './transcript.ts'
import { factsOf } from './transcripts.server.ts'

/** Makes a collection, or finds the one of this id, and puts the transcripts in it. */
export async function makeCollection(db: Db, member: Member, draft: CollectionDraft) {
  const { transcripts, ...wanted } = parse(CollectionDraft, draft)
  const slug = wanted.id ?? slugFrom(wanted.title)
  const row = {
    ...wanted,
    id: slug,
    title: wanted.title || titleOf(slug),
    html: await renderWritten(db, wanted.description, 'description'),
    version: 1,
    transcript_count: 0,
    member_id: member.id,
    created_at: now(),
  }
  return inTransaction(db, async (tx) => {
    const isNew = await queries.insertCollection(tx, row)
    if (isNew) await keepMentions(tx, { kind: 'collection', id: slug }, row.description)
    if (isNew) await record(tx, member, 'collection.made', { kind: 'collection', id: slug })
    await put(tx, member, slug, transcripts)
    return { collection: await findCollection(tx, slug), isNew }
  })
}

/** Puts transcripts in the collection of this slug, which is made on first use. Those that are in it stay where they are. */
export async function addToCollection(db: Db, member: Member, slug: string, transcriptIds: string[]) {
  if (!v.is(Slug, slug)) throw invalid({ collection: slugRule })
  return inTransaction(db, async (tx) => {
    await makeCollection(tx, member, { id: slug })
    await put(tx, member, slug, transcriptIds)
    return findCollection(tx, slug)
  })
}

/** Makes a collection by its title; one that is there already is refused. */
export async function startCollection(db: Db, member: Member, draft: CollectionDraft): Promise<Collection> {
  return inTransaction(db, async (tx) => {
    const { collection, isNew } = await makeCollection(tx, member, draft)
    if (!isNew) throw invalid({ title: `There is a collection at this address: ${collection.id}.` })
    return collection
  })
}

/** Puts transcripts at the end of a collection that is there. */
export async function putIn(db: Db, member: Member, slug: string, transcriptIds: string[]): Promise<Collection> {
  if (transcriptIds.length === 0) throw invalid({ transcripts: 'Name at least one transcript.' })
  if (transcriptIds.length > mostAtOnce)
    throw invalid({ transcripts: `At most ${mostAtOnce.toLocaleString('en')} at once.` })
  return inTransaction(db, async (tx) => {
    const { id } = await findCollection(tx, slug)
    await put(tx, member, id, transcriptIds)
    return findCollection(tx, id)
  })
}

async function put(tx: Db, member: Member, slug: string, transcriptIds: string[]) {
  if (transcriptIds.length === 0) return
  const known = await queries.selectKnownTranscripts(tx, transcriptIds)
  const unknown = transcriptIds.find((transcriptId) => !known.has(transcriptId))
  if (unknown !== undefined) throw invalid({ transcripts: `There is no transcript ${unknown}.` })
  // Taken first, so that two who add at once do so one after the other and the positions stay apart.
  await queries.updateTranscriptCount(tx, slug, 0)
  const last = await queries.selectLastPosition(tx, slug)
  const added = await queries.insertMembership(tx, slug, [...new Set(transcriptIds)], last)
  if (added === 0) return
  await queries.updateTranscriptCount(tx, slug, added)
  await record(tx, member, 'collection.grew', { kind: 'collection', id: slug })
  for (const transcriptId of known) await touch(tx, { kind: 'transcript', id: transcriptId })
}

/** Takes a transcript out of a collection. The others stay where they are. */
export async function takeOut(db: Db, member: Member, slug: string, transcriptId: string): Promise<Collection> {
  return inTransaction(db, async (tx) => {
    const collection = await findCollection(tx, slug)
    if (!mayEditCollection(member, collection))
      throw notAllowed('Only whoever made a collection, and moderators, take transcripts out of it.')
    // Locked before the membership is, as when transcripts are put in.
    await queries.updateTranscriptCount(tx, collection.id, 0)
    if (!(await queries.deleteMembership(tx, collection.id, transcriptId)))
      throw notFound('transcript in this collection')
    await queries.updateTranscriptCount(tx, collection.id, -1)
    await record(tx, member, 'collection.shrank', { kind: 'collection', id: collection.id })
    await touch(tx, { kind: 'transcript', id: transcriptId })
    return findCollection(tx, collection.id)
  })
}

/** Latin letters and digits of the title, where it has any. */
function slugFrom(title: string): string {
  if (!title) throw invalid({ title: 'A collection has a title or an id.' })
  return slugOf(title).replace(/^[^a-z0-9]+|[^a-z0-9-]/g, '') || newId()
}

/** `gold_106` → `Gold 106`. */
function titleOf(slug: string): string {
  const words = slug.replace(/[_.-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export async function findCollection(db: Db, slug: string): Promise<Collection> {
  const row = await queries.selectCollection(db, slug)
  if (!row) throw notFound('collection')
  return collectionOf(row)
}

/** The collection that an address's query names; one that is not there is refused, none named is none. */
export async function collectionAsked(db: Db, slug: string | null): Promise<Collection | undefined> {
  if (slug === null || slug === '') return undefined
  const row = v.is(Slug, slug) ? await queries.selectCollection(db, slug) : undefined
  if (!row) throw invalid({ collection: `There is no collection ${slug}.` })
  return collectionOf(row)
}

/** The public ones, newest first. */
export async function newestCollections(db: Db, page: Page): Promise<Paged<Collection>> {
  const rows = await queries.selectCollections(db, page.limit, page.after && timeAndId(page.after))
  return paged(rows.map(collectionOf), page.limit, (collection) => [collection.createdAt, collection.id])
}

/** The transcripts of a collection, in its order. */
export async function transcriptsIn(db: Db, slug: string, page: Page): Promise<Paged<TranscriptFacts>> {
  const after = page.after === null ? -1 : page.after[0]
  if (!Number.isSafeInteger(after)) throw invalid({ cursor: 'This cursor is of another list.' })
  const rows = await queries.selectTranscriptsIn(db, slug, page.limit, after as number)
  const { items, next } = paged(rows, page.limit, (row) => [row.position])
  return { items: items.map(factsOf), next }
}

/** The public collections that a transcript is in. */
export async function collectionsOf(db: Db, transcriptId: string): Promise<string[]> {
  return (await collectionsOfAll(db, [transcriptId])).get(transcriptId) ?? []
}

/** The same, to be named on a page. */
export async function namedCollectionsOf(db: Db, transcriptId: string): Promise<{ id: string; title: string }[]> {
  const rows = await queries.selectMemberships(db, [transcriptId])
  return rows.map(({ collection_id: id, title }) => ({ id, title }))
}

export async function collectionsOfAll(db: Db, transcriptIds: string[]): Promise<Map<string, string[]>> {
  const rows = transcriptIds.length === 0 ? [] : await queries.selectMemberships(db, transcriptIds)
  const slugs = new Map<string, string[]>()
  for (const row of rows) slugs.set(row.transcript_id, [...(slugs.get(row.transcript_id) ?? []), row.collection_id])
  return slugs
}

function collectionOf(row: queries.FoundCollectionRow): Collection {
  const { id, title, description, html, visibility, version, handle: madeBy } = row
  return {
    ...{ id, title, description, html, visibility, version, madeBy },
    transcriptCount: row.transcript_count,
    createdAt: row.created_at,
  }
}

/** The id and title of every transcript in a collection: for imports, which name them. */
export function namesIn(db: Db, collectionId: string): Promise<{ id: string; title: string }[]> {
  return queries.selectNamesIn(db, collectionId)
}
