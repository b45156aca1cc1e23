import { type Page, type Paged, paged, timeAndId } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import type { Comment, Subject, SubjectKind } from '../comment.ts'
import { commentsByIds } from './comments.server.ts'
import * as queries from './newest-comments.queries.server.ts'

/** A comment outside its thread, with what its subject is called. */
export interface ListedComment extends Comment {
  subjectTitle: string
}

/** Comments that can be read, the newest first: of the site, of a member or under a subject. */
export async function newestComments(
  db: Db,
  page: Page,
  of: { memberId?: string; subject?: Subject } = {},
): Promise<Paged<ListedComment>> {
  const asked = { memberId: of.memberId, subject: of.subject && [of.subject.kind, of.subject.id] }
  const rows = await queries.selectNewestComments(db, asked, page.after && timeAndId(page.after), page.limit + 1)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  const ids = items.map(({ id }) => id)
  const comments = new Map((await commentsByIds(db, ids)).map((comment) => [comment.id, comment]))
  const listed = ids.flatMap((id) => comments.get(id) ?? [])
  return { items: await withTitles(db, listed), next }
}

async function withTitles(db: Db, comments: Comment[]): Promise<ListedComment[]> {
  const titles = new Map<string, string>()
  for (const [kind, some] of Map.groupBy(comments, ({ subject }) => subject.kind)) {
    const ids = [...new Set(some.map(({ subject }) => subject.id))]
    for (const { id, title } of await queries.selectTitles(db, kind as SubjectKind, ids))
      titles.set(`${kind} ${id}`, title)
  }
  return comments.map((comment) => {
    const { kind, id } = comment.subject
    return { ...comment, subjectTitle: titles.get(`${kind} ${id}`) ?? '[deleted]' }
  })
}
