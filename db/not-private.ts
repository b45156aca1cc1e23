import { type SqlBool, sql } from 'kysely'

/** Of posts, deleted or not: those that a reader may read; by default a visitor, who may read what everybody may. What is not published is there for its authors and those whom they asked, and for nobody else. */
export function isNotPrivate(readerId: string | null = null) {
  return sql<SqlBool>`(posts.id is null or ${isOpen('posts', readerId)})`
}

/** Of comments: those that do not stand under a post that is private to others. */
export function isNotOnPrivatePost(readerId: string | null = null) {
  return sql<SqlBool>`(comments.id is null or comments.subject_kind <> 'post' or exists (
    select 1 from posts as under where under.id = comments.subject_id and ${isOpen('under', readerId)}))`
}

function isOpen(post: 'posts' | 'under', readerId: string | null) {
  const isPublished = sql`${sql.ref(`${post}.published_at`)} is not null`
  if (readerId === null) return isPublished
  const [id, begunBy] = [sql.ref(`${post}.id`), sql.ref(`${post}.member_id`)]
  return sql`(${isPublished} or ${begunBy} = ${readerId} or exists (
    select 1 from post_authors as asked where asked.post_id = ${id} and asked.member_id = ${readerId}))`
}
