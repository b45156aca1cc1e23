import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import type { Tally } from '../tally.ts'

const atOnce = 30

export interface RowsShown {
  /** The framings that the page shows, in the claim's order unless there are more than it has room for; then the most judged first. */
  framings: Framing[]
  /** Which page of them this is, from 1 up, and of how many. */
  page: number
  pages: number
}

/** The framings that a claim's page has room for: all, or thirty at once, the most judged first. The page is the one that is asked for, else the one with the framing whose grid is open. */
export function framingsShown(claim: Claim, tally: Tally, more: string | null, asked: string | null): RowsShown {
  const pages = Math.ceil(claim.framings.length / atOnce)
  if (pages <= 1) return { framings: claim.framings, page: 1, pages: 1 }
  const judged = new Map<string, number>()
  for (const { framingId, n, unsure, handles } of tally.cells)
    judged.set(framingId, (judged.get(framingId) ?? 0) + n + unsure + handles)
  const ordered = claim.framings.toSorted((a, b) => (judged.get(b.id) ?? 0) - (judged.get(a.id) ?? 0))
  const open = ordered.findIndex(({ id }) => id === more)
  const wanted = open < 0 ? Number(asked) || 1 : Math.floor(open / atOnce) + 1
  const page = Math.min(Math.max(1, Math.floor(wanted)), pages)
  return { framings: ordered.slice((page - 1) * atOnce, page * atOnce), page, pages }
}
