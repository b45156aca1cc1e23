import type { Generated } from 'kysely'

export interface PostRow {
  id: string
  kind: 'essay' | 'question' | 'review' | 'linkpost'
  title: string
  body: string
  html: string
  url: string | null
  revision: number
  member_id: string
  created_at: number
  edited_at: number | null
  deleted_at: number | null
  deleted_by: string | null
  published_at: number | null
  first_published_at: number | null
  /** JSON of a review's own fields. */
  review: string | null
  import_key: string | null
  /** Net approval. The database keeps it, by the totals of votes. */
  score: Generated<number>
}

export interface PostAuthorRow {
  post_id: string
  member_id: string
  invited_at: number
  accepted_at: number | null
}

export interface ThreadRow {
  subject_kind: string
  subject_id: string
  comment_count: number
  locked: number
  last_comment_at: number | null
}

export interface CommentRow {
  id: string
  subject_kind: string
  subject_id: string
  parent_id: string | null
  depth: number
  body: string
  html: string
  revision: number
  member_id: string
  created_at: number
  edited_at: number | null
  deleted_at: number | null
  deleted_by: string | null
  import_key: string | null
  /** Of a line that stands where a comment was moved from. */
  moved_to?: string | null
}

export interface VisitRow {
  member_id: string
  subject_kind: string
  subject_id: string
  last_at: number
  before_at: number | null
}

export interface QuoteRow {
  comment_id: string
  target_kind: string
  target_id: string
  revision: number | null
  exact: string
  prefix: string
  suffix: string
  start: number | null
  verified: number
  before_words: string
  after_words: string
  near: number | null
  state: 'exact' | 'approximate' | 'ambiguous' | 'orphaned'
  from_offset: number | null
  to_offset: number | null
}

export interface ArgumentRow {
  source_kind: 'post' | 'comment'
  source_id: string
  claim_id: string
  framing_id: string
  standpoint_id: string | null
  direction: 'for' | 'against'
  aspect: 'fit' | 'name'
  created_at: number
}

export interface EvidenceRow {
  source_kind: 'post' | 'comment'
  source_id: string
  position: number
  excerpt_id: string
  label_id: string | null
  note: string
}

export interface PostRevisionRow {
  post_id: string
  revision: number
  kind: PostRow['kind'] | null
  title: string
  url: string | null
  body: string
  /** JSON of a review's own words. */
  review: string | null
  member_id: string
  at: number
}

export interface CommentRevisionRow {
  comment_id: string
  revision: number
  body: string
  member_id: string
  at: number
}

export interface VoteRow {
  target_kind: string
  target_id: string
  axis: string
  member_id: string
  value: number
  cast_at: number
}

export interface VoteTotalRow {
  target_kind: string
  target_id: string
  axis: string
  up: number
  down: number
}

export interface ReviewedWorkRow {
  post_id: string
  work_key: string
}
