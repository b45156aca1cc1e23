import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. What was written stays without its author’s name, or empty as a tombstone. */
export const discussionKept: Kept[] = [
  { table: 'posts', column: 'member_id', removed: 'stays', given: 'posts', without: ['html', 'score'] },
  {
    table: 'posts',
    column: 'deleted_by',
    removed: 'stays',
    given: { leftOut: 'told with the post, or the act of a moderator that the log tells' },
  },
  {
    table: 'post_revisions',
    column: 'member_id',
    key: ['post_id', 'revision'],
    removed: 'stays',
    given: 'postRevisions',
  },
  { table: 'post_authors', column: 'member_id', key: ['post_id'], removed: 'stays', given: 'coAuthorships' },
  { table: 'comments', column: 'member_id', removed: 'stays', given: 'comments', without: ['html'] },
  {
    table: 'comments',
    column: 'deleted_by',
    removed: 'stays',
    given: { leftOut: 'told with the comment, or the act of a moderator that the log tells' },
  },
  {
    table: 'comment_revisions',
    column: 'member_id',
    key: ['comment_id', 'revision'],
    removed: 'stays',
    given: 'commentRevisions',
  },
  { table: 'drafts', column: 'member_id', removed: 'goes', given: 'drafts' },
  { table: 'visits', column: 'member_id', key: ['subject_kind', 'subject_id'], removed: 'goes', given: 'visits' },
]
