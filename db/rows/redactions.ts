export interface RedactionRow {
  id: string
  transcript_id: string
  member_id: string
  places: number
  why: string
  at: number
}

export interface RedactionCopyRow {
  redaction_id: string
  kind: 'post' | 'comment' | 'label' | 'claim' | 'framing' | 'collection' | 'concept' | 'relation' | 'member'
  id: string
}
