export interface InThread {
  id: string
  parentId: string | null
}

/** The comments depth first: each is followed by its replies, and replies to the same one are ordered by `compare`. What answers a comment that is not among them counts as a beginning. */
export function inReadingOrder<T extends InThread>(comments: readonly T[], compare: (a: T, b: T) => number): T[] {
  const known = new Set(comments.map((comment) => comment.id))
  const replies = Map.groupBy(comments, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  // Last first, so that taking from the end of the stack gives the first.
  for (const siblings of replies.values()) siblings.sort((a, b) => compare(b, a))
  const ordered: T[] = []
  const stack = [...(replies.get(null) ?? [])]
  for (let comment = stack.pop(); comment; comment = stack.pop()) {
    ordered.push(comment)
    for (const reply of replies.get(comment.id) ?? []) stack.push(reply)
  }
  return ordered
}

export interface Branch<T> {
  comment: T
  replies: Branch<T>[]
}

/** The comments as a tree, of comments that are in reading order. Below the deepest level replies stand beside what they answer, since neither browsers nor renderers nest without limit. */
export function branchesOf<T extends InThread>(comments: readonly T[], deepest = 24): Branch<T>[] {
  const roots: Branch<T>[] = []
  const at = new Map<string, { branch: Branch<T>; level: number; beside: Branch<T>[] }>()
  for (const comment of comments) {
    const branch: Branch<T> = { comment, replies: [] }
    const parent = comment.parentId === null ? undefined : at.get(comment.parentId)
    const [level, beside] = !parent
      ? [0, roots]
      : parent.level < deepest
        ? [parent.level + 1, parent.branch.replies]
        : [deepest, parent.beside]
    beside.push(branch)
    at.set(comment.id, { branch, level, beside })
  }
  return roots
}

export interface InTime {
  id: string
  createdAt: number
}

export const oldFirst = (a: InTime, b: InTime) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
export const newFirst = (a: InTime, b: InTime) => oldFirst(b, a)
