export interface AnnotationRow {
  id: string
  member_id: string
  document: string
  excerpts: string
  created_at: number
  modified_at: number
}

export interface AnnotationVoteRow {
  annotation_id: string
  excerpt_id: string
  label_id: string
}
