import { escaped } from '#app/lib/html-text.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import type { Db } from '#db/open.ts'
import { type Insert, withQuotedWords } from './quoted-html.ts'
import * as queries from './quotes.queries.server.ts'
import { quotedWordsOf } from './quotes.server.ts'

const mostSideComments = 40
const mostWords = 160

/** A post's HTML as its page shows it: quoted words underlined, and beside them the comments on the post that quote them, as a note where there is room and as a number where not. Comments by the silenced are left to the thread. */
export async function withSideComments(
  db: Db,
  post: { id: string; html: string },
  silenced: readonly string[] = [],
): Promise<string> {
  const quoted = (await quotedWordsOf(db, 'post', [post.id])).get(post.id) ?? []
  if (quoted.length === 0) return post.html
  const rows = await queries.selectSideComments(db, post.id, mostSideComments)
  const shown = rows.filter(({ member_id }) => !silenced.includes(member_id))
  return withQuotedWords(post.html, quoted, [...shown.map(noteOf), ...marksOf(shown)])
}

/** A side comment is level with where its words begin. */
function noteOf({ comment_id, handle, html, from_offset }: queries.SideCommentRow): Insert {
  const words = escaped(firstWordsOf(html, mostWords))
  const link = `<a href="#c-${escaped(comment_id)}"><b>${escaped(handle)}</b> ${words}</a>`
  const note = `<span class="side-comment" role="note" aria-label="Side comment" data-aside>${link}</span>`
  return { at: from_offset as number, side: 'before', html: note }
}

/** After the words, how many answer them; it leads to the first. */
function marksOf(rows: queries.SideCommentRow[]): Insert[] {
  return [...Map.groupBy(rows, ({ to_offset }) => to_offset as number)].map(([at, [first, ...others]]) => {
    const { comment_id, handle } = first as queries.SideCommentRow
    const number = 1 + others.length
    const who = others.length > 0 ? `${handle} and ${others.length} more` : handle
    const link = `<a class="quote-mark" data-aside href="#c-${escaped(comment_id)}" aria-label="${number}: what ${escaped(who)} said of these words">${number}</a>`
    return { at, side: 'after', html: link }
  })
}
