import type { Claim } from '#app/features/claims/claim.ts'
import { counted } from '#app/ui/plain.tsx'
import type { RowsShown } from './rows-shown.ts'

/** The way to the framings that a page has no room for. */
export function MoreFramings({ claim, rows: { page, pages } }: { claim: Claim; rows: RowsShown }) {
  if (pages <= 1) return null
  const at = (to: number) => `/claims/${claim.id}?rows=${to}#standing`
  return (
    <nav className="actions more-framings" aria-label="More framings">
      <span className="soft">
        {counted(claim.framings.length, 'framing')}, the most judged first: page {page} of {pages}
      </span>
      {page > 1 ? <a href={at(page - 1)}>More judged</a> : null}
      {page < pages ? <a href={at(page + 1)}>Less judged</a> : null}
    </nav>
  )
}
