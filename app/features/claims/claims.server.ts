import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Page, Paged } from '#app/lib/paging.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ClaimRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  type Claim,
  ClaimDraft,
  type ClaimGiven,
  type ClaimKind,
  type ClaimWanted,
  kindOf,
  mayHaveVariants,
} from './claim.ts'
import { claimsOf, claimsPage } from './claim-rows.server.ts'
import * as queries from './claims.queries.server.ts'
import { builtIn, placeFraming, placeFramings } from './framings.server.ts'
import { likeness, wordsOf } from './similar/similar.ts'
import { allThingsConsidered } from './standpoint.ts'
import { placeStandpoints } from './standpoints.server.ts'

/** Puts up a claim. A variant gets its parent's standpoints and framings as they are now, and its own after them. Without framings it is a proposition; an imported case gets its own right after. */
export async function proposeClaim(db: Db, member: Member, given: ClaimGiven, kind?: ClaimKind): Promise<Claim> {
  const draft = parse(ClaimDraft, given)
  const context_html = await renderWritten(db, draft.context, 'context')
  const row = { ...rowOf(draft, member), context_html, kind: kind ?? kindOf(draft) }
  return inTransaction(db, async (tx) => {
    const parent = await parentOf(tx, draft)
    await queries.insertClaim(tx, row)
    await keepMentions(tx, { kind: 'claim', id: row.id }, row.context)
    await addStandpoints(tx, member, row.id, draft, parent)
    await addFramings(tx, member, row, draft, parent)
    await record(tx, member, 'claim.proposed', { kind: 'claim', id: row.id })
    if (parent) await touch(tx, { kind: 'claim', id: parent.id })
    return findClaim(tx, row.id)
  })
}

async function parentOf(tx: Db, { variantOf, differs }: ClaimWanted): Promise<Claim | null> {
  if (!variantOf) {
    if (differs) throw invalid({ differs: 'Only a variant differs from something: name the case in variantOf.' })
    return null
  }
  const [parent] = await claimsByIds(tx, [variantOf])
  if (!parent) throw invalid({ variantOf: 'There is no such claim.' })
  if (!mayHaveVariants(parent)) throw invalid({ variantOf: 'This is a proposition; only a case has variants.' })
  if (!differs) throw invalid({ differs: 'Say in one line what differs from the case that this is a variant of.' })
  return parent
}

function rowOf(draft: ClaimWanted, member: Member): Omit<ClaimRow, 'kind' | 'context_html'> {
  return {
    id: newId(),
    statement: draft.statement,
    context: draft.context,
    asks: draft.asks ?? '',
    settled_by: draft.settledBy,
    variant_of: draft.variantOf ?? null,
    differs: draft.differs,
    version: 1,
    meaning: 1,
    member_id: member.id,
    created_at: now(),
  }
}

async function addStandpoints(tx: Db, member: Member, claimId: string, draft: ClaimWanted, parent: Claim | null) {
  const inherited = [allThingsConsidered, ...(parent?.standpoints.slice(1) ?? [])]
  await placeStandpoints(tx, member, claimId, inherited, () => 'variantOf.')
  await placeStandpoints(tx, member, claimId, draft.standpoints ?? [], (index) => `standpoints.${index}.`)
}

async function addFramings(tx: Db, member: Member, row: ClaimRow, draft: ClaimWanted, parent: Claim | null) {
  if (row.kind === 'proposition') {
    await placeFraming(tx, member, row.id, (await builtIn(tx, member)).id, 0, '')
    return
  }
  for (const [position, framing] of (parent?.framings ?? []).entries())
    await placeFraming(tx, member, row.id, framing.id, position, framing.rationale)
  await placeFramings(tx, member, row.id, draft.framings ?? [], (index) => `framings.${index}.`)
}

export async function findClaim(db: Db, id: string): Promise<Claim> {
  const [claim] = await claimsByIds(db, [id])
  if (!claim) throw notFound('claim')
  return claim
}

/** Those of the claims that are there, in no order. */
export async function claimsByIds(db: Db, ids: readonly string[]): Promise<Claim[]> {
  return claimsOf(db, await queries.selectClaims(db, ids))
}

export async function newestClaims(db: Db, page: Page): Promise<Paged<Claim>> {
  return claimsPage(db, page, await queries.selectNewestClaims(db, page))
}

/** The rungs of a case's ladder, oldest first. */
export async function variantsOf(db: Db, id: string): Promise<Claim[]> {
  return claimsOf(db, await queries.selectVariants(db, id))
}

const searched = 2000
const longestStatement = 1000
const alike = 0.5

/** Claims that say much the same in much the same words, the most alike first; of the newest 2,000. */
export async function similarClaims(db: Db, statement: string, most = 5) {
  const wanted = wordsOf(statement)
  const rows = await queries.selectStatements(db, searched)
  return rows
    .map((row) => ({ ...row, likeness: likeness(wanted, wordsOf(row.statement)) }))
    .filter((row) => row.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
}

/** As `similarClaims`, whole. */
export async function claimsLike(db: Db, statement: string): Promise<Claim[]> {
  const similar = await similarClaims(db, statement.slice(0, longestStatement))
  const found = new Map(
    (
      await claimsByIds(
        db,
        similar.map(({ id }) => id),
      )
    ).map((claim) => [claim.id, claim]),
  )
  return similar.flatMap(({ id }) => found.get(id) ?? [])
}

/** The newest claims by no more than what they state: what one chooses from. */
export function newestStatements(db: Db, most: number) {
  return queries.selectStatements(db, most)
}

/** The newest propositions, for a standpoint to suppose. */
export function newestPropositions(db: Db, most = 100) {
  return queries.selectStatements(db, most, 'proposition')
}
