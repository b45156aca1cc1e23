import type { Subject } from '#app/features/discussion/comment.ts'
import type { Outlined } from '../thread-outline.server.ts'

type Line = Pick<Outlined, 'id' | 'createdAt' | 'isDeleted' | 'author'>

/** What the overlay of a shared page must know of the thread on it: looked up for each who asks, so made once. */
export interface ThreadFacts {
  subject: Subject
  /** All comments, drawn or not, in reading order. */
  outline: readonly Line[]
  newestAt: number
  /** The ids of those that are drawn. */
  shown: ReadonlySet<string>
  /** The least and the greatest of them. */
  ends: readonly [string, string]
  /** Of everybody who wrote here, the ids of what is drawn of theirs. */
  byAuthor: ReadonlyMap<string, readonly string[]>
  /** Who deleted one of these themselves, and may have a way back. */
  deleters: ReadonlySet<string>
}

export const threadFactsName = 'thread'

export function threadFacts(
  { kind, id }: Subject,
  outline: readonly Line[],
  drawn: readonly { id: string }[],
  deleters: ReadonlySet<string>,
): ThreadFacts {
  const ids = drawn.map((one) => one.id).sort()
  const shown = new Set(ids)
  const byAuthor = new Map<string, string[]>()
  for (const comment of outline) {
    const own = byAuthor.get(comment.author.id) ?? []
    byAuthor.set(comment.author.id, own)
    if (shown.has(comment.id)) own.push(comment.id)
  }
  const newestAt = outline.reduce((newest, { createdAt }) => Math.max(newest, createdAt), 0)
  return {
    subject: { kind, id },
    outline,
    newestAt,
    shown,
    ends: [ids[0] ?? '', ids.at(-1) ?? ''],
    byAuthor,
    deleters,
  }
}
