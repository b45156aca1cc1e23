import type { Claim } from '#app/features/claims/claim.ts'
import { letterOf } from '#app/features/opinions/camps-page/camp-words.ts'
import type { CampsOfClaim } from '#app/features/opinions/runs/run.ts'
import { csvLine } from '#app/lib/csv.ts'
import { campsAnswer } from './camps-answer.server.ts'
import type { ClaimFile } from './claim-files.server.ts'

const names = ['camp', 'size', 'framing', 'framing_id', 'standpoint', 'standpoint_id', 'agree', 'disagree', 'seen']

/** How each camp judges every cell of a claim, as a file; only the line of names where there are no camps. */
export function campsFile(claim: Claim, found: CampsOfClaim, format: 'csv' | 'json'): ClaimFile {
  const name = `${claim.id}-camps.${format}`
  if (format === 'json')
    return { name, type: 'application/json; charset=utf-8', pieces: once(JSON.stringify(campsAnswer(found))) }
  const lines = found.camps.flatMap((camp) =>
    camp.cells.map(({ framingId, standpointId, agree, disagree, seen }) => [
      ...[letterOf(camp), camp.size],
      ...[claim.framings.find(({ id }) => id === framingId)?.name ?? null, framingId],
      ...[claim.standpoints.find(({ id }) => id === standpointId)?.name ?? null, standpointId],
      ...[agree, disagree, seen],
    ]),
  )
  return { name, type: 'text/csv; charset=utf-8', pieces: once([names, ...lines].map(csvLine).join('')) }
}

async function* once(text: string) {
  yield text
}
