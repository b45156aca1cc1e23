export interface ImportRow {
  id: string
  member_id: string
  state: 'staging' | 'reading' | 'staged' | 'waiting' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed'
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

export interface SiteImportRow {
  id: string
  /** JSON: lines by file. */
  steps: string
  begun_at: number
  finished_at: number | null
}

export interface UnnamedVoterRow {
  kind: 'ballots' | 'labels' | 'votes'
  number: number
  member_id: string
}

export interface UnnamedOverlapRow {
  claim_id: string
  voters: number
}

export interface ImportTables {
  imports: ImportRow
  import_pieces: ImportPieceRow
  site_imports: SiteImportRow
  unnamed_voters: UnnamedVoterRow
  unnamed_overlaps: UnnamedOverlapRow
}
