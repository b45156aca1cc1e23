import type { Claim } from '#app/features/claims/claim.ts'
import { escaped } from '#app/lib/html-text.ts'
import { hundredths, type Row } from '#app/ui/plots/standpoint-plot.tsx'
import { picturedClaim } from '../picture/claim-picture.ts'
import type { PicturedRow } from '../picture/plot-svg.ts'
import type { Tally } from '../tally.ts'

/** The framings and standpoints of the claim's picture, with the numbers that marks stand for; lanes that nobody judged from are left out. */
export function embeddedRows(claim: Claim, tally: Tally): { rows: Row[]; hidden: number } {
  const { rows, standpoints, hidden } = picturedClaim(claim, tally)
  const nameOf = (mark: number) => standpoints.find((one) => one.mark === mark)?.name ?? ''
  const drawn = rows.map(({ name, hue, dots }, at) => ({
    ...{ id: String(at), name, hue },
    dots: dots
      .filter(({ share }, lane) => lane === 0 || share !== null)
      .map((dot) => ({ ...dot, standpoint: nameOf(dot.mark), counts: numbersOf(dot) })),
  }))
  return { rows: drawn, hidden }
}

function numbersOf({ share, low, high, n }: PicturedRow['dots'][number]): string {
  const interval = `(${hundredths(low)}–${hundredths(high)})`
  return share === null ? 'nobody yet' : `${hundredths(share)} ${interval}, n\u00a0=\u00a0${n}`
}

/** px, where it is narrow: a lane with its words, and what stands around the lanes and around each framing. */
const [lane, aroundRow, around] = [62, 44, 210]

/** What shows a claim's plot on another site's page, as high as it is now. */
export function embedCode(claim: Claim, tally: Tally, origin: string): string {
  const { rows } = embeddedRows(claim, tally)
  const height = rows.reduce((sum, { dots }) => sum + aroundRow + dots.length * lane, around)
  const title = escaped(`Where people stand: ${claim.statement}`)
  return `<iframe src="${escaped(origin)}/claims/${claim.id}/embed" title="${title}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`
}
