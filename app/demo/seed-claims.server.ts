import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import type { Db } from '#db/open.ts'
import { demo } from './demo.ts'
import { memberNamed, type Seeded, type SeededClaim } from './seed.server.ts'
import type { DemoClaim } from './shape.ts'

export async function seedClaims(tx: Db, seeded: Seeded) {
  for (const described of demo.claims) {
    const parent = described.variantOf ? seeded.claims.get(described.variantOf) : undefined
    const claim = await proposeClaim(tx, memberNamed(seeded, described.by), draftOf(seeded, described, parent?.id))
    const keys = keysOf(claim, described)
    seeded.claims.set(described.key, keys)
    await seedBallots(tx, seeded, described, keys)
  }
}

function draftOf(seeded: Seeded, described: DemoClaim, variantOf?: string) {
  const { statement, context, asks, settledBy, differs } = described
  const standpoints = described.standpoints?.map(({ name, definition, proposition }) => ({
    name,
    definition,
    propositionId: proposition ? seeded.claims.get(proposition)?.id : undefined,
  }))
  const framings = described.framings?.map((key) => {
    const { name, definition, coinedBy } = framingOf(key)
    return { name, definition, coinedBy }
  })
  return { statement, context, asks, settledBy, differs, variantOf, standpoints, framings }
}

function framingOf(key: string) {
  const framing = demo.framings.find((one) => one.key === key)
  if (!framing) throw new Error(`the demo has no framing ${key}`)
  return framing
}

/** Finds the ids behind the keys: a variant has its parent's by name; a proposition's one framing is `holds`. */
function keysOf(claim: Claim, described: DemoClaim): SeededClaim {
  const parent = demo.claims.find((one) => one.key === described.variantOf)
  const standpoints = new Map([['overall', (claim.standpoints[0] as { id: string }).id]])
  for (const { key, name } of [...(parent?.standpoints ?? []), ...(described.standpoints ?? [])]) {
    const standpoint = claim.standpoints.find((one) => one.name === name)
    if (standpoint) standpoints.set(key, standpoint.id)
  }
  const framings = new Map(claim.kind === 'proposition' ? [['holds', (claim.framings[0] as { id: string }).id]] : [])
  for (const { key, name } of demo.framings) {
    const framing = claim.framings.find((one) => one.name === name)
    if (framing) framings.set(key, framing.id)
  }
  return { id: claim.id, standpoints, framings }
}

async function seedBallots(tx: Db, seeded: Seeded, { ballots }: DemoClaim, keys: SeededClaim) {
  for (const { by, at, verdicts, handle, reasons } of ballots) {
    const member = memberNamed(seeded, by)
    const standpointId = keys.standpoints.get(at) as string
    for (const [framing, verdict] of Object.entries(verdicts)) {
      const cell = { claimId: keys.id, standpointId, framingId: keys.framings.get(framing) as string }
      await castBallot(tx, member, cell, verdict, { reason: reasons?.[framing] })
    }
    if (handle !== undefined) {
      await sayHandle(tx, member, keys.id, standpointId, handle === null ? null : (keys.framings.get(handle) as string))
    }
  }
}
