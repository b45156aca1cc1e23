import { findMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { Names } from '#app/features/accounts/removing/remove-account.server.ts'
import { forgetDeeds } from '#app/features/activity/removing/forget-deeds.server.ts'
import { annotationsKept } from '#app/features/annotations/kept.ts'
import { takeBackBallotsOf, takeBackHandlesOf } from '#app/features/ballots/removing/take-back-ballots.server.ts'
import { emptyCommentsOf, emptyPostsOf } from '#app/features/discussion/removing/empty-written.server.ts'
import { dropFilesOf } from '#app/features/exchange/importing/sweeping.server.ts'
import { takeBackLabelVotesOf } from '#app/features/labels/removing/take-back-label-votes.server.ts'
import { forgetMailTo, renameInMail } from '#app/features/mail/removing/forget-mail.server.ts'
import { leaveCampsFor } from '#app/features/opinions/runs/runs.server.ts'
import { picturesKept } from '#app/features/pictures/kept.ts'
import { takeBackVotesOf } from '#app/features/votes/removing/take-back-votes.server.ts'
import { now } from '#app/lib/clock.ts'
import { renaming } from '#app/lib/mask-names.ts'
import { deleteKept, type Kept, selectIsKept } from '#db/kept.ts'
import type { Db } from '#db/open.ts'
import type { RemovalRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { everythingKept } from '../everything-kept.ts'
import * as queries from './removals.queries.server.ts'

/** What one transaction takes away: a few ten milliseconds, so that whoever writes waits no longer. */
const counted = 40
const plain = 400

/** By then every request that was under way when an account went has ended, ms. */
const patience = 60_000

/** Puts what `rename` makes of it in place of what the copies that the roof keeps say, wherever a name stands. */
export type RenameElsewhere = (db: Db, name: string, rename: (text: string) => string) => Promise<void>

/** Takes away all that goes with the accounts that were removed, in small transactions; safe to interrupt, repeat and do twice at once. Answers how many were swept. */
export async function sweepRemovals(db: Db, renameElsewhere: RenameElsewhere, at = now()): Promise<number> {
  const due = await queries.selectDue(db, at - patience)
  for (const removal of due) await sweep(db, removal, renameElsewhere, at)
  return due.length
}

/** As sweepRemovals, of one account. */
export async function sweepRemoval(db: Db, memberId: string, renameElsewhere: RenameElsewhere) {
  const removal = await queries.selectRemoval(db, memberId)
  if (removal) await sweep(db, removal, renameElsewhere, now())
}

async function sweep(db: Db, removal: RemovalRow, renameElsewhere: RenameElsewhere, at: number) {
  const removed = await findMember(db, removal.member_id)
  await forgetNames(db, JSON.parse(removal.names ?? '{"handles":[],"email":null}'), removed, renameElsewhere)
  await dropFilesOf(db, removed.id)
  for (const step of stepsFor(removed, removal.texts === 'go')) while ((await step(db)) > 0) await pause()
  const isOver = removal.asked_at <= at - patience
  await inTransaction(db, async (tx) => {
    await leaveCampsFor(tx, removed.id)
    await queries.updateRemoval(tx, removed.id, { swept_at: at, ...(isOver ? { names: null, done_at: at } : {}) })
  })
}

/** Others may write in between, and requests be answered. */
const pause = () => new Promise((rested) => setImmediate(rested))

async function forgetNames(db: Db, { handles, email }: Names, { handle }: Member, renameElsewhere: RenameElsewhere) {
  const rename = renaming(handles, handle)
  if (email) await forgetMailTo(db, email)
  for (const name of handles) {
    await renameInMail(db, name, rename)
    await renameElsewhere(db, name, rename)
  }
}

type Step = (db: Db) => Promise<number>

/** Each takes some away, and answers how many it found. Votes first: those who look at a tally wait for nothing else. */
function stepsFor(removed: Member, all: boolean): Step[] {
  const { id } = removed
  const goes = everythingKept.filter((kept) => kept.removed === 'goes')
  const shared = all ? [...annotationsKept, ...picturesKept] : []
  return [
    (db) => takeBackBallotsOf(db, id, counted),
    (db) => takeBackHandlesOf(db, id, counted),
    (db) => takeBackVotesOf(db, id, counted),
    (db) => takeBackLabelVotesOf(db, id, counted),
    (db) => forgetDeeds(db, id, plain),
    ...[...goes, ...shared].map(
      (kept): Step =>
        (db) =>
          inTransaction(db, (tx) => deleteKept(tx, kept, id, plain)),
    ),
    (db) => emptyPostsOf(db, removed, all, counted),
    (db) => emptyCommentsOf(db, removed, all, counted),
  ]
}

/** What is still there of accounts whose removal is over: nothing, or there is a fault. */
export async function leftOfRemoved(db: Db): Promise<string[]> {
  const gone: Kept[] = everythingKept.filter(({ removed }) => removed !== 'stays')
  const left: string[] = []
  for (const memberId of await queries.selectRemovedIds(db))
    for (const kept of gone)
      if (await selectIsKept(db, kept, memberId)) left.push(`${kept.table} has rows of ${memberId}, who was removed`)
  return left
}

/** Takes away what is still there of accounts whose removal is over; their names are long forgotten. */
export async function sweepAgain(db: Db) {
  const nothing = async () => {}
  for (const memberId of await queries.selectRemovedIds(db)) await sweepRemoval(db, memberId, nothing)
}
