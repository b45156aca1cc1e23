type Judged = 'fits' | 'partly' | 'misfits'
type Verdict = Judged | 'unsure'

interface MovedBy {
  moved_by_kind: 'comment' | 'excerpt' | null
  moved_by_id: string | null
}

export interface BallotRow extends MovedBy {
  claim_id: string
  standpoint_id: string
  framing_id: string
  member_id: string
  verdict: Verdict
  reason: string
  claim_version: number
  framing_version: number
  standpoint_version: number
  cast_at: number
}

export interface BallotHistoryRow extends MovedBy {
  id: string
  claim_id: string
  standpoint_id: string
  framing_id: string
  member_id: string
  verdict: Verdict | null
  reason: string
  /** Not taken back by the member: 1. */
  set_apart?: number
  at: number
}

export interface HandleVoteHistoryRow {
  id: string
  claim_id: string
  standpoint_id: string
  member_id: string
  framing_id: string | null
  withdrawn: number
  set_apart?: number
  at: number
}

export interface TallyRow {
  claim_id: string
  standpoint_id: string
  framing_id: string
  fits: number
  partly: number
  misfits: number
  unsure: number
  handles: number
}

export interface HandleVoteRow {
  claim_id: string
  standpoint_id: string
  member_id: string
  framing_id: string | null
  claim_version: number
  framing_version: number
  standpoint_version: number
  cast_at: number
}

export interface ClaimVoterRow {
  claim_id: string
  member_id: string
  votes: number
}

/** Places are positions of standpoints. */
export interface VerdictPairRow {
  claim_id: string
  framing_id: string
  place: number
  other_place: number
  verdict: Judged
  other_verdict: Judged
  members: number
}

export interface EverywhereTallyRow {
  claim_id: string
  framing_id: string
  standpoints: number
  standpoint_id: string
  fits: number
  partly: number
  misfits: number
}

export interface VoterCountRow {
  claim_id: string
  voters: number
}

/** Of the day tables: UTC days since 1970. */
interface OfDay {
  day: number
}

export type DepartureRow = OfDay & { claim_id: string; members: number; votes: number }
export type TallyDayRow = TallyRow & OfDay
export type PairDayRow = VerdictPairRow & OfDay
export type EverywhereDayRow = EverywhereTallyRow & OfDay
export type VoterDayRow = VoterCountRow & OfDay

interface SetApart {
  of_framing_id: string | null
  set_apart_at: number
}

export type EarlierBallotRow = BallotRow & SetApart
export type EarlierHandleVoteRow = HandleVoteRow & SetApart
