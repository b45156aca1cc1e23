export interface LabelRow {
  id: string
  name: string
  name_key: string
  definition: string
  examples: string
  counter_examples: string
  version: number
  /** The version since which its words mean what they mean now. */
  meaning: number
  merged_into: string | null
  retired_at: number | null
  member_id: string
  created_at: number
}

export interface LabelVersionRow {
  label_id: string
  version: number
  change: 'first' | 'same' | 'changed'
  definition: string
  examples: string
  counter_examples: string
  member_id: string
  created_at: number
}

export interface LabellingRow {
  excerpt_id: string
  label_id: string
  given: number
  agree: number
  disagree: number
  unsure: number
  placing_agree: number
  placing_disagree: number
  earlier_agree: number
  earlier_disagree: number
  earlier_unsure: number
  placed_by: string | null
  created_at: number
}

export interface MachineLabellingRow {
  excerpt_id: string
  label_id: string
  classifier: string
  score: number | null
  prompt: string | null
  answer: string | null
  created_at: number
}

type LabelVoteValue = 'agree' | 'disagree' | 'unsure'

export interface LabelVoteRow {
  excerpt_id: string
  label_id: string
  member_id: string
  value: LabelVoteValue
  placing: number
  blind: number
  label_version: number
  cast_at: number
}

export interface LabelVoteHistoryRow {
  id: string
  excerpt_id: string
  label_id: string
  member_id: string
  value: LabelVoteValue | null
  at: number
}

export interface ShowingRow {
  member_id: string
  excerpt_id: string
  shown_at: number
}
