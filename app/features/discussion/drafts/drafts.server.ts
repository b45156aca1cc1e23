import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { invalid, isRefusal, notFound } from '#app/lib/refusal.ts'
import { shortened, slice } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { DraftRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { findComment, findSubject } from '../comments/comments.server.ts'
import { findPost } from '../posts/posts.server.ts'
import { type Begun, type Draft, type DraftLine, DraftTyped, type Fields, isNothingTyped, mostDrafts } from './draft.ts'
import * as queries from './drafts.queries.server.ts'
import { isNew, type Place, placeName, placeNamed } from './place.ts'

/** What became of a save: the draft as it stands (of revision 0 where nothing was typed: none is kept), or the newer one that it did not begin from, and the name that what was sent is set aside under. */
export type Saved = { draft: Draft } | { newer: Draft; window: string }

/** Keeps what is typed at a place. Where another window saved since, its draft stays, and what was sent is set aside beside it: neither is lost. No deed that others see, hence none in the activity. */
export async function saveDraft(db: Db, member: Member, name: string, typed: DraftTyped): Promise<Saved> {
  const { fields, revision, window } = parse(DraftTyped, typed)
  await findPlace(db, member, name)
  if (isNothingTyped(fields)) return keepNothing(db, member, name, { fields, revision, window })
  const row = { member_id: member.id, place: name, fields: JSON.stringify(fields), words: firstTyped(fields) }
  return inTransaction(db, async (tx) => {
    const fresh = { ...row, id: newId(), copy: '', revision: revision + 1, written_in: window, saved_at: now() }
    if (await queries.insertDraft(tx, fresh)) return { draft: await within(tx, member, draftOf(fresh)) }
    const known = await queries.selectDraftToChange(tx, member.id, name)
    // Sent or thrown away by another window in this very moment: the place is empty now.
    if (!known) return saveDraft(tx, member, name, typed)
    if (known.revision === revision || (window !== '' && known.written_in === window)) {
      const set = { ...row, revision: known.revision + 1, written_in: window, saved_at: fresh.saved_at }
      await queries.updateDraft(tx, known.id, set)
      if (window !== '') await queries.deleteCopy(tx, member.id, name, window)
      return { draft: draftOf({ ...known, ...set }) }
    }
    const copy = window || newId()
    if (known.fields !== fresh.fields) await queries.upsertCopy(tx, { ...fresh, id: newId(), copy })
    return { newer: await within(tx, member, draftOf(known)), window: copy }
  })
}

/** What was typed before and is erased: the draft that it was goes, one that another window saved since stays. */
async function keepNothing(db: Db, member: Member, place: string, { fields, ...begun }: Begun & { fields: Fields }) {
  await inTransaction(db, (tx) => dropBegun(tx, member, place, begun))
  return { draft: { id: '', place, revision: 0, words: '', savedAt: now(), isSetAside: false, window: '', fields } }
}

async function within(tx: Db, member: Member, draft: Draft): Promise<Draft> {
  if ((await queries.selectDraftCount(tx, member.id)) <= mostDrafts) return draft
  throw invalid({ place: `You have ${mostDrafts} drafts: throw some away first.` })
}

/** The first of what is typed, on one line. */
export function firstTyped({ title, statement, name, body, context, definition }: Fields): string {
  const [head, words] = [title || statement || name, body || context || definition || '']
  return shortened([head, slice(words, 0, 600)].filter(Boolean).join(' · '), 200)
}

/** What there is to write at: a place whose subject is nothing is not found. */
export async function findPlace(db: Db, member: Member, name: string): Promise<Place> {
  const place = placeNamed(name)
  if (!place) throw notFound('place to write at')
  if (place.doing === 'answer') await findSubject(db, place.kind, place.id, member)
  if (place.doing === 'edit') await (place.kind === 'post' ? findPost : findComment)(db, place.id, member)
  return place
}

/** The draft at a place, and what other windows had typed there beside it. */
export async function draftsAt(db: Db, member: Member, place: Place): Promise<{ draft?: Draft; aside: Draft[] }> {
  const drafts = (await queries.selectDraftsAt(db, member.id, placeName(place))).map(draftOf)
  return { draft: drafts.find((one) => !one.isSetAside), aside: drafts.filter((one) => one.isSetAside) }
}

/** The draft at a place by its name. */
export async function findDraft(db: Db, member: Member, name: string): Promise<Draft> {
  const [row] = await queries.selectDraftsAt(db, member.id, name)
  if (row?.copy !== '') throw notFound('draft')
  return draftOf(row)
}

/** Every draft of a member's, the last saved first. */
export async function draftsOf(db: Db, member: Member): Promise<DraftLine[]> {
  return (await queries.selectDraftLines(db, member.id)).map(lineOf)
}

/** What is answered or edited, by the names of the places; nothing for what cannot be read, or no more. */
export async function titlesOf(db: Db, member: Member, drafts: readonly DraftLine[]): Promise<Record<string, string>> {
  const titles: Record<string, string> = {}
  for (const name of new Set(drafts.map(({ place }) => place))) {
    const title = await titleOf(db, member, placeNamed(name)).catch(refusedAs(undefined))
    if (title !== undefined) titles[name] = title
  }
  return titles
}

async function titleOf(db: Db, member: Member, place: Place | undefined): Promise<string | undefined> {
  if (!place || isNew(place)) return undefined
  if (place.doing === 'answer') return (await findSubject(db, place.kind, place.id, member)).title
  if (place.kind === 'post') return (await findPost(db, place.id, member)).title
  const { subject } = await findComment(db, place.id, member)
  return (await findSubject(db, subject.kind, subject.id, member)).title
}

const refusedAs =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (isRefusal(error)) return instead
    throw error
  }

/** Throws a draft away. Twice is as once. */
export async function dropDraft(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, (tx) => queries.deleteDraftById(tx, member.id, id))
}

/** Throws away all that is kept at a place. */
export async function dropDraftsAt(db: Db, member: Member, name: string): Promise<void> {
  await inTransaction(db, (tx) => queries.deleteDraftsAt(tx, member.id, name))
}

/** Sends what was typed, and with it the draft that it grew from is gone; one that another window saved since stays. */
export async function sendDraft<T>(db: Db, member: Member, place: Place, begun: Begun, send: (tx: Db) => Promise<T>) {
  return inTransaction(db, async (tx) => {
    const sent = await send(tx)
    await dropBegun(tx, member, placeName(place), begun)
    return sent
  })
}

/** Throws away the draft that a form began from, and what was set aside for its window. */
async function dropBegun(tx: Db, member: Member, name: string, { revision, window }: Begun) {
  const known = await queries.selectDraftToChange(tx, member.id, name)
  const isOurs = known?.revision === revision || (window !== '' && known?.written_in === window)
  if (known && isOurs) await queries.deleteDraft(tx, known.id)
  if (window !== '') await queries.deleteCopy(tx, member.id, name, window)
}

function lineOf(row: Omit<DraftRow, 'fields' | 'written_in' | 'member_id'>): DraftLine {
  const { id, place, revision, words, saved_at: savedAt, copy } = row
  return { id, place, revision, words, savedAt, isSetAside: copy !== '' }
}

function draftOf(row: DraftRow): Draft {
  return { ...lineOf(row), window: row.copy, fields: JSON.parse(row.fields) as Fields }
}
