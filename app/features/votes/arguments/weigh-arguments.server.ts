import type { Source } from '#app/features/discussion/bearing.ts'
import type { Db } from '#db/open.ts'
import * as queries from './weigh-arguments.queries.server.ts'
import { noSides, otherwiseOf, type Sides, type WeighedArgument } from './weighed-argument.ts'

/** The arguments on a claim with what ranks them. */
export async function argumentsWeighedOn(db: Db, claimId: string): Promise<WeighedArgument[]> {
  return weighed(db, { claimId }, await queries.selectWeighed(db, { claimId }))
}

/** What of these posts and comments is an argument, with what ranks it. */
export async function argumentsWeighedFrom(db: Db, sources: readonly Source[]): Promise<WeighedArgument[]> {
  const ids = sources.map(({ id }) => id)
  if (ids.length === 0) return []
  return weighed(db, { ids }, await queries.selectWeighed(db, { ids }))
}

const mostWeighed = 200

/** Of the arguments on a framing over all claims the 200 most approved, with what ranks them. */
export async function argumentsWeighedFor(db: Db, framingId: string): Promise<WeighedArgument[]> {
  const rows = await queries.selectWeighedFor(db, framingId, mostWeighed)
  return rows.length === 0 ? [] : weighed(db, { ids: rows.map((row) => row.source_id) }, rows)
}

async function weighed(db: Db, scope: queries.Scope, rows: queries.WeighedRow[]): Promise<WeighedArgument[]> {
  const sides = await sidesOf(db, scope)
  const moved = new Map((await queries.selectMoved(db, scope)).map((row) => [row.source_id, Number(row.ballots)]))
  return rows.map((row) => {
    const { source_id: id, direction } = row
    const own = sides.get(id) ?? noSides
    return {
      id,
      source: { kind: row.source_kind, id },
      claimId: row.claim_id,
      claimKind: row.claim_kind,
      framingId: row.framing_id,
      standpointId: row.standpoint_id,
      direction,
      on: row.aspect,
      createdAt: row.written_at as number,
      approval: { up: row.up ?? 0, down: row.down ?? 0 },
      sides: own,
      otherwise: otherwiseOf(direction, own),
      moved: moved.get(id) ?? 0,
    }
  })
}

/** On its fit: by the voters' own ballots. On the name: by their handle votes. */
async function sidesOf(db: Db, scope: queries.Scope): Promise<Map<string, Sides>> {
  const rows = [...(await queries.selectSidesByVerdict(db, scope)), ...(await queries.selectSidesByHandle(db, scope))]
  return new Map(
    rows.map((row) => [
      row.source_id,
      {
        yes: { up: Number(row.yes_up), down: Number(row.yes_down) },
        no: { up: Number(row.no_up), down: Number(row.no_down) },
      },
    ]),
  )
}
