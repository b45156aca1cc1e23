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
  transcript_count: number
  member_id: string
  created_at: number
}

export interface CollectionTranscriptRow {
  collection_id: string
  transcript_id: string
  position: number
}
