export interface HandleRow {
  handle_key: string
  member_id: string
  attributed: number
  taken_at: number
}

export interface SilenceRow {
  member_id: string
  silenced_id: string
  kind: 'block' | 'mute'
  created_at: number
}

export interface AttributionRow {
  unclaimed_id: string
  member_id: string
  why: string
  asked_at: number
  decision: 'granted' | 'refused' | null
  decided_by: string | null
  decided_at: number | null
}
