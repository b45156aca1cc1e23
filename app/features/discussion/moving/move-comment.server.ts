import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notAllowed } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { CommentRow } from '#db/tables.ts'
import type { Subject, SubjectKind } from '../comment.ts'
import { findComment, findSubject } from '../comments/comments.server.ts'
import * as queries from './moving.queries.server.ts'

/** Where an address leads that a comment can be moved to. */
export function placeToMove(address: string): Subject {
  const parts = (address.trim().split(/[?#]/, 1)[0] as string).split('/')
  const at = parts.findIndex((part) => part === 'posts' || part === 'claims')
  const [kind, id] = [parts[at]?.slice(0, -1), parts[at + 1]]
  if (!kind || !id) throw invalid({ to: 'Give the address of a post or a claim.' })
  return { kind: kind as SubjectKind, id }
}

/** Moves a comment, with all that answers it, under another post or claim. Where it stood a line leads to it; back there it takes the place of that line. Answers how many were moved, tombstones not counted. */
export async function moveComment(tx: Db, moderator: Member, id: string, to: Subject): Promise<number> {
  const { subject: from } = await findComment(tx, id, moderator)
  if (isSame(from, to)) throw conflict('It is in this thread already.')
  await refuseUnlessOpen(tx, moderator, to)
  await holdBoth(tx, from, to)
  const row = await queries.selectCommentToMove(tx, id)
  if (!isSame(from, { kind: row.subject_kind as SubjectKind, id: row.subject_id }))
    throw conflict('Somebody moved it meanwhile.')
  if (row.deleted_at !== null) throw conflict('It is not there any more.')
  const below = branchOf(await queries.selectPlaces(tx, from), id)
  const line = await queries.selectLineIn(tx, id, to)
  if (line) await queries.deleteLine(tx, line.id)
  await inBatches(below, async (some) => {
    const ids = some.map((one) => one.id)
    await queries.updatePlaces(tx, ids, to, (line?.depth ?? 0) - row.depth)
    return []
  })
  await queries.updateParent(tx, id, line?.parent_id ?? null)
  await queries.insertLine(tx, lineOf(row, moderator))
  const moved = below.filter(({ deleted_at }) => deleted_at === null).length
  await queries.updateThreadMoved(tx, from, -moved)
  await queries.updateThreadMoved(tx, to, moved)
  await record(tx, moderator, 'comment.moved', { kind: 'comment', id })
  await touch(tx, from)
  await touch(tx, to)
  return moved
}

/** Where a comment was before it was last moved, and can be moved back to. */
export async function movedFrom(db: Db, id: string): Promise<Subject | null> {
  const line = await queries.selectLastLine(db, id)
  return line ? { kind: line.subject_kind as SubjectKind, id: line.subject_id } : null
}

const isSame = (one: Subject, other: Subject) => one.kind === other.kind && one.id === other.id

async function refuseUnlessOpen(tx: Db, moderator: Member, to: Subject) {
  const { isDeleted, isPrivate } = await findSubject(tx, to.kind, to.id, moderator)
  if (isDeleted) throw conflict(`This ${to.kind} was deleted.`)
  if (isPrivate) throw conflict('This post is not published: until it is, nothing is moved there.')
}

/** In the order in which everybody holds threads. */
async function holdBoth(tx: Db, from: Subject, to: Subject) {
  const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`
  for (const one of [from, to].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const { locked } = await queries.upsertThreadToHold(tx, one)
    if (locked && one === to) throw notAllowed('That thread is locked: it takes no replies.')
  }
}

type PlacedRow = Awaited<ReturnType<typeof queries.selectPlaces>>[number]

/** A comment and all that answers it, however deep. */
function branchOf(all: readonly PlacedRow[], id: string): PlacedRow[] {
  const answers = Map.groupBy(all, (row) => row.parent_id)
  const branch = all.filter((row) => row.id === id)
  for (let at = 0; at < branch.length; at++) branch.push(...(answers.get((branch[at] as PlacedRow).id) ?? []))
  return branch
}

/** What stays where a comment was. Nobody answers it, and it is counted nowhere. */
function lineOf({ id, created_at, ...row }: CommentRow, moderator: Member): CommentRow {
  const empty = { body: '', html: '', revision: 1, edited_at: null, import_key: null }
  return { ...row, ...empty, id: newId(), created_at, deleted_at: now(), deleted_by: moderator.id, moved_to: id }
}
