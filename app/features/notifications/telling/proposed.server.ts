import type { Db } from '#db/open.ts'
import { becauseOf } from './reasons.ts'
import * as queries from './tell.queries.server.ts'
import type { Tidings } from './written.server.ts'

/** A framing was put on a claim: news for its proposer and its followers. */
export async function framingTidings(
  tx: Db,
  claimId: string,
  actorId: string,
  at: number,
): Promise<Tidings | undefined> {
  const put = await queries.selectFramingPut(tx, claimId, actorId, at)
  if (!put) return undefined
  const subject = { kind: 'claim' as const, id: claimId }
  const concerned = [
    ...(await queries.selectMakers(tx, 'claim', claimId)),
    ...(await queries.selectFollowers(tx, [subject], at)),
  ]
  return {
    source: { kind: 'framing', id: put.framing_id },
    subject,
    reasons: becauseOf('followed', concerned),
  }
}

/** A claim was proposed: news for those who follow its proposer. */
export async function claimTidings(tx: Db, claimId: string, actorId: string, at: number): Promise<Tidings> {
  const subject = { kind: 'claim' as const, id: claimId }
  const followers = await queries.selectFollowers(tx, [{ kind: 'member', id: actorId }], at)
  return { source: subject, subject, reasons: becauseOf('followed', followers) }
}

/** A concept was edited: news for whoever made it and its followers, each version once. */
export async function editTidings(tx: Db, conceptId: string, at: number): Promise<Tidings> {
  const subject = { kind: 'concept' as const, id: conceptId }
  const concerned = [
    ...(await queries.selectMakers(tx, 'concept', conceptId)),
    ...(await queries.selectFollowers(tx, [subject], at)),
  ]
  const version = await queries.selectVersionAt(tx, conceptId, at)
  return {
    source: { kind: 'edit', id: `${conceptId}.${version}` },
    subject,
    reasons: becauseOf('followed', concerned),
  }
}

/** Somebody was asked to be an author of a post, and has not answered. */
export async function invitationTidings(tx: Db, postId: string): Promise<Tidings> {
  const invited = await queries.selectInvited(tx, postId)
  const subject = { kind: 'post' as const, id: postId }
  return { source: { kind: 'invitation', id: postId }, subject, reasons: becauseOf('invitation', invited) }
}
