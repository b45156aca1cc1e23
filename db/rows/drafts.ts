export interface DraftRow {
  id: string
  member_id: string
  place: string
  copy: string
  revision: number
  fields: string
  words: string
  written_in: string
  saved_at: number
}
