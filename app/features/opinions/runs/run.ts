import type { Check } from '../camps/checks.ts'

/** Among the ballots on the claim itself, or among those on all other claims. */
export type Basis = 'own' | 'elsewhere'

export interface CellPlace {
  standpointId: string
  framingId: string
}

export interface CampCell extends CellPlace {
  agree: number
  disagree: number
  /** With those who took no side. */
  seen: number
}

export interface RepresentativeCell extends CampCell {
  claimId: string
  side: 'agree' | 'disagree'
  /** How the other camps together voted on it. */
  others: Omit<CampCell, keyof CellPlace>
}

export interface PublicCamp {
  id: number
  size: number
  /** How the camp voted on each cell of the claim. */
  cells: CampCell[]
  /** The cells that are its own, the strongest first. */
  represents: RepresentativeCell[]
  /** Where the camp lies on the map: the corners around its members, rounded. */
  hull: [number, number][]
}

/** The camps of a claim, as kept and shown: it names nobody. */
export interface CampRun {
  status: 'ok' | 'none'
  checks: Check[]
  members: number
  /** Ballots that it was computed from; where nothing was, those that there are. */
  ballots: number
  camps: PublicCamp[]
  /** Group-informed consensus, the highest first. */
  consensus: (CellPlace & { value: number })[]
  /** How long it took. */
  milliseconds: number
}

export type CampsOfClaim =
  | (CampRun & { computedAt: number; isStale: boolean })
  | { status: 'computing'; computedAt: null; ballots: number; camps: []; consensus: []; checks: [] }
