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
  /** Where its merge leads in the end, and the label that it was merged into itself. */
  merged_into: string | null
  merged_next: string | null
  /** The names of what was merged into it, for search. */
  also_called: string
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
  /** The label of which a merge copied this. */
  merged_from: string | null
}

export interface MachineLabellingRow {
  excerpt_id: string
  label_id: string
  classifier: string
  score: number | null
  prompt: string | null
  answer: string | null
  created_at: number
  merged_from?: string | null
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
  merged_from: string | null
}

export interface LabelVoteHistoryRow {
  id: string
  excerpt_id: string
  label_id: string
  member_id: string
  value: LabelVoteValue | null
  at: number
}

export interface LabelRulingRow {
  id: string
  label_id: string
  kind: 'merged' | 'parted' | 'retired' | 'returned' | 'changed'
  other_id: string | null
  version: number | null
  why: string
  member_id: string
  at: number
}

export interface ShowingRow {
  member_id: string
  excerpt_id: string
  shown_at: number
}
