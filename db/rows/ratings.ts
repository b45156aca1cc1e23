export interface ArgumentRatingRow {
  source_kind: 'post' | 'comment'
  source_id: string
  status: 'helpful' | 'rejected' | 'undecided'
  intercept: number
  factor: number
  ratings: number
}

export interface RatingRunRow {
  what: 'arguments'
  raters: number
  computed_at: number
}
