export interface ClaimRow {
  id: string
  kind: 'case' | 'proposition'
  statement: string
  context: string
  context_html: string
  asks: string
  settled_by: string
  variant_of: string | null
  differs: string
  version: number
  meaning: number
  member_id: string
  created_at: number
}

export interface FramingRow {
  id: string
  name: string
  name_key: string
  definition: string
  coined_by: string
  claim_id: string | null
  built_in: number
  version: number
  meaning: number
  hue: number
  merged_into: string | null
  merged_by: string | null
  merged_at: number | null
  merged_why: string | null
  also_called: string
  member_id: string | null
  created_at: number
}

export interface FramingNameRow {
  name_key: string
  framing_id: string
  name: string
  member_id: string | null
  created_at: number
}

export interface WordingRow {
  kind: 'claim' | 'standpoint' | 'framing'
  id: string
  version: number
  change: 'first' | 'same' | 'changed'
  /** JSON: text by field. */
  words: string
  member_id: string | null
  created_at: number
  ruled_by: string | null
  ruled_why: string | null
  ruled_at: number | null
}

export interface ClaimOriginRow {
  origin: string
  claim_id: string
}

export interface ClaimFramingRow {
  claim_id: string
  framing_id: string
  position: number
  rationale: string
  member_id: string
  created_at: number
}

export interface StandpointRow {
  id: string
  claim_id: string
  name: string
  name_key: string
  definition: string
  proposition_id: string | null
  position: number
  version: number
  meaning: number
  member_id: string
  created_at: number
}
