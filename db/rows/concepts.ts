export type ConceptKind = 'concept' | 'paper' | 'thinker' | 'method' | 'framework' | 'artifact' | 'quote' | 'question'

export interface ConceptRow {
  id: string
  kind: ConceptKind
  name: string
  name_key: string
  /** A name a line. */
  also_called: string
  definition: string
  definition_html: string
  /** JSON */
  facts: string
  fact_words: string
  excerpt_id: string | null
  version: number
  member_id: string
  created_at: number
  merged_into: string | null
  merged_next: string | null
}

export interface ConceptNameRow {
  name_key: string
  concept_id: string
  name: string
  member_id: string
  created_at: number
}

export interface ConceptRevisionRow {
  concept_id: string
  version: number
  /** JSON */
  words: string
  why: string
  restores: number | null
  member_id: string
  created_at: number
}

export interface ConceptMergeRow {
  id: string
  kind: 'merged' | 'parted'
  concept_id: string
  other_id: string
  why: string
  member_id: string
  at: number
}

export interface MentionRow {
  source_kind: 'post' | 'comment' | 'claim' | 'framing' | 'label' | 'collection' | 'concept' | 'relation'
  source_id: string
  name_key: string
  name: string
  mentioned_at: number
}

/** A view. */
export interface NamedThingRow {
  kind: 'label' | 'framing' | 'concept'
  id: string
  name_key: string
}

/** A view. */
export interface TitledThingRow {
  kind: 'claim' | 'post'
  id: string
  title: string
  created_at: number
}

/** A view. */
export interface MentioningTextRow {
  kind: MentionRow['source_kind']
  id: string
  member_id: string | null
  title: string
  text: string
}
