import { subjectKinds } from '#app/features/discussion/comment.ts'
import { postKinds } from '#app/features/discussion/post.ts'
import { type Exported, isOpenPost, isSaid, isThere } from '../exported.ts'

const written = ['post', 'comment']
const unlessDeleted = (column: string, otherwise = 'null') =>
  `case when deleted_at is null then ${column} else ${otherwise} end`

// What a post said before anybody could read it stays its authors’.
const wasRead = `revision >= (select coalesce(max(r.revision), 0) from post_revisions r
  join posts p on p.id = r.post_id where r.post_id = post_revisions.post_id and r.at <= coalesce(p.first_published_at, 0))`

const isTargetThere = `(quotes.target_kind not in ('post', 'comment') or ${isSaid('quotes.target_kind', 'quotes.target_id')})`

export const discussion: Exported[] = [
  {
    name: 'posts',
    says: 'a post that was published, in Markdown; of a deleted one nothing but that it was there',
    table: 'posts',
    where: 'published_at is not null',
    key: ['id'],
    columns: {
      ...{ id: 'text', kind: 'text', title: 'text', body: 'text', url: 'text?', review: 'words?', deleted: 'flag' },
      ...{ revision: 'number', member_id: 'text?', created_at: 'time', published_at: 'time' },
      ...{ first_published_at: 'time?', edited_at: 'time?', import_key: 'text?' },
    },
    shown: {
      title: unlessDeleted('title', `''`),
      body: unlessDeleted('body', `''`),
      url: unlessDeleted('url'),
      review: unlessDeleted('review'),
      deleted: 'case when deleted_at is null then 0 else 1 end',
      member_id: unlessDeleted('member_id'),
      edited_at: 'case when deleted_at is null and edited_at > coalesce(first_published_at, 0) then edited_at end',
      import_key: unlessDeleted('import_key'),
    },
    html: { html: 'body' },
    oneOf: { kind: postKinds },
    without: {
      html: 'made from the body',
      deleted_at: 'said without the time',
      deleted_by: 'what a moderator hid is in the log',
      score: 'counted',
    },
  },
  {
    name: 'post-revisions',
    says: 'what a post said at each of its revisions, from the first that was read',
    table: 'post_revisions',
    where: `${isSaid(`'post'`, 'post_id')} and ${wasRead}`,
    key: ['post_id', 'revision'],
    columns: {
      ...{ post_id: 'text', revision: 'number', kind: 'text?', title: 'text', url: 'text?', body: 'text' },
      ...{ review: 'json?', member_id: 'text', at: 'time' },
    },
    without: {},
  },
  {
    name: 'post-authors',
    says: 'who is named as an author of a post beside the one who began it',
    table: 'post_authors',
    where: `accepted_at is not null and ${isSaid(`'post'`, 'post_id')}`,
    key: ['post_id', 'member_id'],
    columns: { post_id: 'text', member_id: 'text' },
    without: { invited_at: 'between the authors', accepted_at: 'between the authors' },
  },
  {
    name: 'reviewed-works',
    says: 'what a review is about, by its DOI, arXiv number or address',
    table: 'reviewed_works',
    where: isSaid(`'post'`, 'post_id'),
    key: ['post_id', 'work_key'],
    columns: { post_id: 'text', work_key: 'text' },
    without: {},
  },
  {
    name: 'threads',
    says: 'the discussion under a subject, and whether it is locked',
    table: 'threads',
    where: isThere('subject_kind', 'subject_id'),
    key: ['subject_kind', 'subject_id'],
    oneOf: { subject_kind: subjectKinds },
    columns: { subject_kind: 'text', subject_id: 'text', locked: 'flag', last_comment_at: 'time?' },
    without: { comment_count: 'counted' },
  },
  {
    name: 'comments',
    says: 'a comment, in Markdown, with what it answers; of a deleted one nothing but its place',
    table: 'comments',
    where: isThere('subject_kind', 'subject_id'),
    key: ['depth', 'id'],
    oneOf: { subject_kind: subjectKinds },
    columns: {
      ...{ id: 'text', subject_kind: 'text', subject_id: 'text', parent_id: 'text?', depth: 'number' },
      ...{ body: 'text', deleted: 'flag', revision: 'number', member_id: 'text?', created_at: 'time' },
      ...{ edited_at: 'time?', import_key: 'text?', moved_to: 'text?' },
    },
    later: ['moved_to'],
    shown: {
      moved_to: `(select moved.id from comments as moved where moved.id = comments.moved_to
        and ${isThere('moved.subject_kind', 'moved.subject_id')})`,
      body: unlessDeleted('body', `''`),
      deleted: 'case when deleted_at is null then 0 else 1 end',
      member_id: unlessDeleted('member_id'),
      edited_at: unlessDeleted('edited_at'),
      import_key: unlessDeleted('import_key'),
    },
    without: {
      html: 'made from the body',
      deleted_at: 'said without the time',
      deleted_by: 'what a moderator hid is in the log',
    },
  },
  {
    name: 'comment-revisions',
    says: 'what a comment said at each of its revisions',
    table: 'comment_revisions',
    where: isSaid(`'comment'`, 'comment_id'),
    key: ['comment_id', 'revision'],
    columns: { comment_id: 'text', revision: 'number', body: 'text', member_id: 'text', at: 'time' },
    without: {},
  },
  {
    name: 'quotes',
    says: 'words of what a comment answers, and where they stand now',
    table: 'quotes',
    where: isSaid(`'comment'`, 'comment_id'),
    key: ['comment_id'],
    columns: {
      ...{ comment_id: 'text', target_kind: 'text', target_id: 'text', revision: 'number?', exact: 'text' },
      ...{ prefix: 'text', suffix: 'text', start: 'number?', verified: 'flag', near: 'number?', state: 'text' },
      ...{ from_offset: 'number?', to_offset: 'number?' },
    },
    oneOf: { state: ['exact', 'approximate', 'ambiguous', 'orphaned'], target_kind: subjectKinds },
    shown: {
      prefix: `case when ${isTargetThere} then prefix else '' end`,
      suffix: `case when ${isTargetThere} then suffix else '' end`,
    },
    without: { before_words: 'words of the target, which may be gone', after_words: 'as before_words' },
  },
  {
    name: 'arguments',
    says: 'a post or comment is for or against a framing of a claim, on its fit or its name',
    table: 'arguments',
    where: isSaid('source_kind', 'source_id'),
    oneOf: { source_kind: written, direction: ['for', 'against'], aspect: ['fit', 'name'] },
    key: ['source_kind', 'source_id'],
    columns: {
      ...{ source_kind: 'text', source_id: 'text', claim_id: 'text', framing_id: 'text', standpoint_id: 'text?' },
      ...{ direction: 'text', aspect: 'text', created_at: 'time' },
    },
    without: {},
  },
  {
    name: 'evidence',
    says: 'an excerpt that a post or comment rests on, with the label relied on and a note',
    table: 'evidence',
    where: isSaid('source_kind', 'source_id'),
    oneOf: { source_kind: written },
    key: ['source_kind', 'source_id', 'position'],
    columns: {
      ...{ source_kind: 'text', source_id: 'text', position: 'number', excerpt_id: 'text', label_id: 'text?' },
      note: 'text',
    },
    without: {},
  },
  {
    name: 'vote-totals',
    says: 'how many voted for and against a post or comment, on each axis',
    table: 'vote_totals',
    where: `(up <> 0 or down <> 0) and (target_kind = 'post' and ${isOpenPost('target_id')}
      or target_kind = 'comment' and exists (select 1 from comments as voted where voted.id = target_id
        and ${isThere('voted.subject_kind', 'voted.subject_id')}))`,
    key: ['target_kind', 'target_id', 'axis'],
    oneOf: { target_kind: written, axis: ['approval', 'agreement'] },
    columns: { target_kind: 'text', target_id: 'text', axis: 'text', up: 'number', down: 'number' },
    without: {},
  },
]
