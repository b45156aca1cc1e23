import { type SqlBool, sql } from 'kysely'

/** Of comments: those that can be read by all, since they do not stand under a post that is private to its authors. */
export function isNotOnPrivatePost() {
  return sql<SqlBool>`(comments.id is null or comments.subject_kind <> 'post' or exists (
    select 1 from posts as under where under.id = comments.subject_id and under.published_at is not null))`
}

/** Of posts: those that can be read by all, deleted or not. */
export function isNotPrivate() {
  return sql<SqlBool>`(posts.id is null or posts.published_at is not null)`
}
