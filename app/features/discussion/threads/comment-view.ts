import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { cardsIn } from '#app/lib/markdown/cards.ts'
import type { Cards } from '../arguments/evidence.server.ts'
import { type Comment, mayRestore, type Subject } from '../comment.ts'
import type { LinkedCards } from '../links/linked-card.ts'
import { mayDelete, mayEdit } from '../post.ts'
import type { Below, Rest } from './folding.ts'
import type { News } from './news.ts'

/** What the comments of one thread are drawn with. */
export interface Drawn {
  subject: Subject
  cards: Cards
  linked: LinkedCards
  reader: Member | null
  isLocked: boolean
  sort: string
  /** What is below each comment, drawn or not, and what of its replies is not drawn. */
  below: Record<string, Below>
  rests: Record<string, Rest>
  news: News | null
  /** Whose comments arrive folded. */
  silenced: string[]
}

/** All that one comment's own markup depends on beside its words, and nothing else: two that are equal look the same. */
export interface CommentView {
  comment: Pick<
    Comment,
    'id' | 'parentId' | 'author' | 'createdAt' | 'editedAt' | 'isDeleted' | 'movedTo' | 'quote' | 'evidence' | 'bearing'
  >
  on: string
  isOnItsClaim: boolean
  /** What it answers, where its place does not show it. */
  answers: { id: string; handle: string } | null
  below: Below | null
  cards: Cards
  linked: LinkedCards
  isNew: boolean
  isSilenced: boolean
  isLocked: boolean
  /** Where the next new comment is. */
  next: string | null
  may: { edit: boolean; delete: boolean; restore: boolean }
}

export function viewOf(comment: Comment, answers: Comment | null, drawn: Drawn): CommentView {
  const { id, parentId, html, author, createdAt, editedAt, isDeleted, movedTo, quote, evidence, bearing } = comment
  const { subject, reader, news, isLocked } = drawn
  return {
    comment: { id, parentId, author, createdAt, editedAt, isDeleted, movedTo, quote, evidence, bearing },
    on: `${subject.kind}.${subject.id}`,
    isOnItsClaim: bearing?.claimId === subject.id,
    answers: answers && { id: answers.id, handle: answers.author.handle },
    below: drawn.below[id] ?? null,
    cards: among(drawn.cards, () => evidence.map(({ excerptId }) => excerptId)),
    linked: among(drawn.linked, () => cardsIn(html)),
    isNew: isNewTo(news, id),
    isSilenced: drawn.silenced.includes(author.id),
    isLocked,
    next: news?.next[id] ?? null,
    may: {
      edit: mayEdit(reader, comment),
      delete: mayDelete(reader, comment),
      restore: mayRestore(reader, comment.deletion, now()),
    },
  }
}

export const isNewTo = (news: News | null, id: string) => news !== null && id in news.next

function among<T>(all: Record<string, T>, names: () => readonly string[]): Record<string, T> {
  if (isEmpty(all)) return {}
  return Object.fromEntries(names().flatMap((name) => (name in all ? [[name, all[name] as T]] : [])))
}

function isEmpty(all: object): boolean {
  for (const _ in all) return false
  return true
}
