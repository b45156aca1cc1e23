interface InThread {
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
  /** How many comments are below this one, and who wrote them: the first few. */
  below: number
  handles: string[]
}

const mostHandles = 4

/** The comments as a tree, of comments that are in reading order. */
export function branchesOf<T extends InThread & { author: { handle: string } }>(comments: readonly T[]): Branch<T>[] {
  const roots: Branch<T>[] = []
  const byId = new Map<string, Branch<T>>()
  for (const comment of comments) {
    const branch: Branch<T> = { comment, replies: [], below: 0, handles: [] }
    byId.set(comment.id, branch)
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId)
    if (parent) parent.replies.push(branch)
    else roots.push(branch)
  }
  for (const comment of comments.toReversed()) {
    const branch = byId.get(comment.id) as Branch<T>
    const of = branch.replies.flatMap((reply) => [reply.comment.author.handle, ...reply.handles])
    branch.handles = [...new Set(of)].slice(0, mostHandles + 1)
    branch.below = branch.replies.reduce((sum, reply) => sum + 1 + reply.below, 0)
  }
  return roots
}

export interface InTime {
  id: string
  createdAt: number
}

export const oldFirst = (a: InTime, b: InTime) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
export const newFirst = (a: InTime, b: InTime) => oldFirst(b, a)
