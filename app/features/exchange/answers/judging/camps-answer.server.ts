import * as v from 'valibot'
import { checkWords } from '#app/features/opinions/camps-page/camp-words.ts'
import type { CampsOfClaim } from '#app/features/opinions/runs/run.ts'

const place = { standpointId: v.string(), framingId: v.string() }
const counts = {
  agree: v.number(),
  disagree: v.number(),
  seen: v.pipe(v.number(), v.description('With those who took no side')),
}

const Camp = v.object({
  id: v.number(),
  size: v.number(),
  cells: v.array(v.object({ ...place, ...counts })),
  represents: v.array(
    v.object({
      ...place,
      ...counts,
      claimId: v.string(),
      side: v.picklist(['agree', 'disagree']),
      others: v.object(counts),
    }),
  ),
})

export const CampsAnswer = v.object({
  status: v.picklist(['ok', 'none', 'computing']),
  why: v.pipe(v.optional(v.string()), v.description('Without camps: which test failed')),
  computedAt: v.nullable(v.string()),
  ballots: v.pipe(
    v.number(),
    v.description('That the camps were computed from; where nothing was, all that there are'),
  ),
  checks: v.array(v.object({ name: v.string(), value: v.number(), bound: v.number(), passed: v.boolean() })),
  camps: v.array(Camp),
  consensus: v.array(v.object({ ...place, value: v.number() })),
})

/** Camps as the API says them: sizes and counts, never members. */
export function campsAnswer(found: CampsOfClaim): v.InferOutput<typeof CampsAnswer> {
  const failed = found.checks.filter(({ passed }) => !passed)
  return {
    status: found.status,
    ...(found.status === 'none' ? { why: failed.map(checkWords).join(' ') } : {}),
    computedAt: found.computedAt === null ? null : new Date(found.computedAt).toISOString(),
    ballots: found.ballots,
    checks: found.checks,
    camps: found.camps.map(({ id, size, cells, represents }) => ({ id, size, cells, represents })),
    consensus: found.consensus,
  }
}
