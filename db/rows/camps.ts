export interface CampRunRow {
  claim_id: string
  basis: 'own' | 'elsewhere'
  /** JSON */
  result: string
  computed_at: number
}

export interface CampLeaverRow {
  member_id: string
  left_at: number
}
