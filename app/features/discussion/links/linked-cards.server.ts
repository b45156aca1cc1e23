import type { Member } from '#app/features/accounts/member.ts'
import { standingsOf } from '#app/features/ballots/tallies.server.ts'
import { claimsByIds } from '#app/features/claims/claims.server.ts'
import { cardsIn } from '#app/lib/markdown/cards.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import type { Db } from '#db/open.ts'
import { cardsFor } from '../arguments/evidence.server.ts'
import type { LinkedCard, LinkedCards } from './linked-card.ts'
import * as queries from './links.queries.server.ts'

/** The most cards that one page draws; further addresses stay links. */
const mostCards = 100

/** What the addresses that stand alone in these texts are drawn as, by `kind.id`; of what is not there, nothing. */
export async function cardsInProse(db: Db, reader: Member | null, htmls: readonly string[]): Promise<LinkedCards> {
  const wanted = [...new Set(htmls.flatMap(cardsIn))].slice(0, mostCards)
  if (wanted.length === 0) return {}
  const ofKind = (kind: string) =>
    wanted.filter((card) => card.startsWith(`${kind}.`)).map((card) => card.slice(kind.length + 1))
  const cards = [
    ...(await excerptCards(db, reader, ofKind('excerpt'))),
    ...(await claimCards(db, ofKind('claim'))),
    ...(await postCards(db, ofKind('post'))),
    ...(await commentCards(db, ofKind('comment'))),
  ]
  return Object.fromEntries(cards.map((card) => [`${card.kind === 'deleted' ? card.was : card.kind}.${card.id}`, card]))
}

async function excerptCards(db: Db, reader: Member | null, ids: string[]): Promise<LinkedCard[]> {
  const evidence = ids.map((excerptId) => ({ excerptId, labelId: null, labelName: null, note: '' }))
  const cited = Object.values(await cardsFor(db, reader, evidence))
  return cited.map((one) => ({ kind: 'excerpt', id: one.id, cited: one }))
}

/** How many voted, and no totals: who has yet to say says first. */
async function claimCards(db: Db, ids: string[]): Promise<LinkedCard[]> {
  if (ids.length === 0) return []
  const claims = await claimsByIds(db, ids)
  const standings = await standingsOf(db, ids)
  return claims.map(({ id, statement, asks, framings }) => ({
    ...{ kind: 'claim', id, statement, asks },
    framings: framings.map(({ name }) => name),
    voters: standings.get(id)?.voters ?? 0,
  }))
}

async function postCards(db: Db, ids: string[]): Promise<LinkedCard[]> {
  if (ids.length === 0) return []
  const rows = await queries.selectLinkedPosts(db, ids)
  return rows.map(({ id, title, deleted_at, ...said }) =>
    deleted_at === null ? { kind: 'post', id, title, ...saidOf(said) } : { kind: 'deleted', id, was: 'post' },
  )
}

async function commentCards(db: Db, ids: string[]): Promise<LinkedCard[]> {
  if (ids.length === 0) return []
  const rows = await queries.selectLinkedComments(db, ids)
  return rows.map(({ id, title, subject_kind, deleted_at, subject_deleted_at, ...said }) => {
    if (deleted_at !== null) return { kind: 'deleted', id, was: 'comment' }
    const on = title !== null && subject_deleted_at === null ? `“${title}”` : `a ${subject_kind}`
    return { kind: 'comment', id, on, ...saidOf(said) }
  })
}

function saidOf({ handle, html, created_at }: { handle: string; html: string; created_at: number }) {
  return { handle, words: firstWordsOf(html), createdAt: created_at }
}
