import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import type { FramingRow, StandpointRow } from '#db/tables.ts'
import type { Claim } from './claim.ts'
import type { ClaimAuthorRow } from './claims.queries.server.ts'
import type { Framing } from './framing.ts'
import * as queries from './framings.queries.server.ts'
import type { Standpoint } from './standpoint.ts'

/** Rows of claims as claims with their standpoints and framings, in the order of the rows. */
export async function claimsOf(db: Db, rows: readonly ClaimAuthorRow[]): Promise<Claim[]> {
  const ids = rows.map((row) => row.id)
  const framings = Map.groupBy(await queries.selectFramingsOf(db, ids), (framing) => framing.on_claim)
  const standpoints = Map.groupBy(await queries.selectStandpointsOf(db, ids), (standpoint) => standpoint.claim_id)
  return rows.map((row) => claimOf(row, standpoints.get(row.id) ?? [], framings.get(row.id) ?? []))
}

/** The claims of a list that is newest first, of rows that are one more than the page takes. */
export async function claimsPage(db: Db, page: Page, rows: readonly ClaimAuthorRow[]): Promise<Paged<Claim>> {
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  return { items: await claimsOf(db, items), next }
}

function claimOf(
  row: ClaimAuthorRow,
  standpoints: StandpointRow[],
  framings: (FramingRow & { rationale: string })[],
): Claim {
  return {
    id: row.id,
    kind: row.kind,
    statement: row.statement,
    context: row.context,
    contextHtml: row.context_html,
    asks: row.asks as Claim['asks'],
    settledBy: row.settled_by,
    variantOf: row.variant_of,
    differs: row.differs,
    version: row.version,
    author: { id: row.member_id, handle: row.handle },
    createdAt: row.created_at,
    standpoints: standpoints.map(standpointOf),
    framings: framings.map((framing) => framingOf(framing, framing.rationale)),
  }
}

export function framingOf(row: FramingRow, rationale = ''): Framing {
  return {
    id: row.id,
    name: row.name,
    definition: row.definition,
    coinedBy: row.coined_by,
    isBuiltIn: row.built_in === 1,
    hue: row.hue,
    version: row.version,
    proposerId: row.member_id,
    claimId: row.claim_id,
    mergedInto: row.merged_into,
    rationale,
    createdAt: row.created_at,
  }
}

export function standpointOf(row: StandpointRow): Standpoint {
  return {
    id: row.id,
    name: row.name,
    definition: row.definition,
    propositionId: row.proposition_id,
    position: row.position,
    version: row.version,
    proposerId: row.member_id,
  }
}
