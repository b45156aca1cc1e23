export interface BallotChoiceRow {
  claim_id: string
  member_id: string
  shows: number | null
  part: string
  put_off_at: number
}

export interface EarlyLookerRow {
  member_id: string
}

export interface ClaimRankRow {
  claim_id: string
  version: number
  camps_at: number
  contested: number | null
  bound: number | null
  agreed: number | null
  moved: number | null
  /** JSON */
  reasons: string
}
