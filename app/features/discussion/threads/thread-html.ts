import { escaped } from '#app/lib/html-text.ts'
import type { Part } from '#app/lib/insertions.server.ts'
import type { Comment } from '../comment.ts'
import { type CommentView, type Drawn, viewOf } from './comment-view.ts'
import type { Rest } from './folding.ts'
import { type Branch, branchesOf } from './thread.ts'

/** How the pieces of a thread are made. */
export interface Pieces {
  /** What is inside a comment: the line that it folds to, and what it says. */
  comment(view: CommentView, comment: Comment): Buffer
  rest(rest: Rest, of: string): Buffer
}

interface Joined {
  drawn: Drawn
  pieces: Pieces
  byId: Map<string, Comment>
  /** What is joined so far. Joined level by level, the deepest comments would be copied once for each that they answer. */
  parts: Part[]
}

/** The items of a thread's outermost list: the comments, given in reading order, as branches that fold, in pieces that follow one another. */
export function threadHtml(comments: Comment[], drawn: Drawn, pieces: Pieces): Part[] {
  const parts: Part[] = []
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  addItems(branchesOf(comments), '', 0, { drawn, pieces, byId, parts })
  return parts
}

function addItems(branches: Branch<Comment>[], of: string, level: number, joined: Joined) {
  const rest = joined.drawn.rests[of]
  for (const branch of branches) addBranch(branch, level, joined)
  if (rest) joined.parts.push(joined.pieces.rest(rest, of))
}

/** Below this depth indenting ends, and a comment says what it answers. */
const deepestLevel = 8

function addBranch({ comment, replies }: Branch<Comment>, level: number, joined: Joined) {
  const { drawn, pieces, byId, parts } = joined
  const answers = level >= deepestLevel && comment.parentId !== null ? byId.get(comment.parentId) : undefined
  const view = viewOf(comment, answers ?? null, drawn)
  const open = view.isSilenced ? '' : ' open=""'
  const name = view.isNew ? 'comment is-new' : 'comment'
  parts.push(`<li><details${open} class="${name}" id="c-${escaped(comment.id)}">`, pieces.comment(view, comment))
  if (replies.length > 0 || drawn.rests[comment.id]) {
    parts.push(`<ol class="thread level-${Math.min(level + 1, deepestLevel)}">`)
    addItems(replies, comment.id, level + 1, joined)
    parts.push('</ol>')
  }
  parts.push('</details></li>')
}
