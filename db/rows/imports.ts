export interface ImportRow {
  id: string
  member_id: string
  state: 'staging' | 'reading' | 'staged' | 'waiting' | 'running' | 'done' | 'failed'
  format: string
  collection: string
  classifier: string
  starts_itself: number
  files: string
  preview: string | null
  report: string | null
  counts: string | null
  failure: string | null
  attempts: number
  holder: string | null
  held_until: number
  created_at: number
  started_at: number | null
  ended_at: number | null
}

export interface ImportPieceRow {
  import_id: string
  file: number
  piece: number
  bytes: Buffer
}
