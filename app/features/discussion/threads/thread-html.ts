import { escaped } from '#app/lib/html-text.ts'
import type { Comment } from '../comment.ts'
import { type CommentView, type Drawn, viewOf } from './comment-view.ts'
import type { Rest } from './folding.ts'
import { type Branch, branchesOf } from './thread.ts'

/** How the pieces of a thread are made. */
export interface Pieces {
  /** What is inside a comment: the line that it folds to, and what it says. */
  comment(view: CommentView, comment: Comment): string
  rest(rest: Rest, of: string): string
}

interface Joined {
  drawn: Drawn
  pieces: Pieces
  byId: Map<string, Comment>
}

/** The items of a thread's outermost list: the comments, given in reading order, as branches that fold, joined from pieces. */
export function threadHtml(comments: Comment[], drawn: Drawn, pieces: Pieces): string {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  return itemsOf(branchesOf(comments), '', 0, { drawn, pieces, byId })
}

function itemsOf(branches: Branch<Comment>[], of: string, level: number, joined: Joined): string {
  const rest = joined.drawn.rests[of]
  const items = branches.map((branch) => `<li>${branchHtml(branch, level, joined)}</li>`)
  return (rest ? [...items, joined.pieces.rest(rest, of)] : items).join('')
}

/** Below this depth indenting ends, and a comment says what it answers. */
const deepestLevel = 8

function branchHtml({ comment, replies }: Branch<Comment>, level: number, joined: Joined): string {
  const { drawn, pieces, byId } = joined
  const answers = level >= deepestLevel && comment.parentId !== null ? byId.get(comment.parentId) : undefined
  const view = viewOf(comment, answers ?? null, drawn)
  const below = itemsOf(replies, comment.id, level + 1, joined)
  const list = below && `<ol class="thread level-${Math.min(level + 1, deepestLevel)}">${below}</ol>`
  const open = view.isSilenced ? '' : ' open=""'
  const name = view.isNew ? 'comment is-new' : 'comment'
  return `<details${open} class="${name}" id="c-${escaped(comment.id)}">${pieces.comment(view, comment)}${list}</details>`
}
