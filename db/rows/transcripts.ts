export interface TranscriptRow {
  id: string
  hash: string
  title: string
  model: string | null
  condition: string | null
  source: string | null
  licence: string | null
  completeness: 'whole' | 'excerpt' | 'elided' | 'retold'
  scores: string
  turn_count: number
  excerpt_count: number
  member_id: string
  created_at: number
}

export interface TurnRow {
  transcript_id: string
  position: number
  role: 'system' | 'user' | 'assistant' | 'scratchpad' | 'tool'
  speaker: string | null
  text: string
}

export interface ExcerptRow {
  id: string
  transcript_id: string
  start_turn: number
  start_offset: number
  end_turn: number
  end_offset: number
  whole: number
  exact: string
  prefix: string
  suffix: string
  member_id: string
  created_at: number
}

export interface CollectionRow {
  id: string
  title: string
  description: string
  visibility: 'public' | 'unlisted'
  /** The description, rendered. */
  html: string
  version: number
  transcript_count: number
  member_id: string
  created_at: number
}

export interface CollectionTranscriptRow {
  collection_id: string
  transcript_id: string
  position: number
}

export interface CollectionVersionRow {
  collection_id: string
  version: number
  title: string
  description: string
  html: string
  visibility: 'public' | 'unlisted'
  edited_by: string
  edited_at: number
}

export interface TranscriptScoreRow {
  transcript_id: string
  name: string
  number: number | null
  words: string | null
}

export interface PasteRow {
  key: string
  text: string
  said: string
  bytes: number
  excerpt_id: string | null
  ends_at: number
}
