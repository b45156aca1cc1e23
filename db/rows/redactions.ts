export interface RedactionRow {
  id: string
  transcript_id: string
  member_id: string
  places: number
  why: string
  at: number
}
