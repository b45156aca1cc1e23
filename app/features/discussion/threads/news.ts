/** What came to a thread since its reader's last visit. */
export interface News {
  since: number
  count: number
  /** Where the first new comment is. */
  first: string
  /** For each new comment that is shown, where the next is: none after the last. */
  next: Record<string, string | null>
}

interface Dated {
  id: string
  createdAt: number
  isDeleted: boolean
  author: { id: string }
}

/** The new ones of comments in reading order; what the reader wrote is not new to them. Null where there are none. */
export function newsOf(
  comments: readonly Dated[],
  isShown: (id: string) => boolean,
  since: number | null,
  readerId: string | undefined,
): News | null {
  if (since === null) return null
  const fresh = comments.filter(
    ({ createdAt, isDeleted, author }) => createdAt > since && !isDeleted && author.id !== readerId,
  )
  const [first] = fresh
  if (!first) return null
  const placeOf = (id: string) => (isShown(id) ? `#c-${id}` : `/comments/${id}`)
  const next = fresh.flatMap(({ id }, n): [string, string | null][] => {
    const following = fresh[n + 1]
    return isShown(id) ? [[id, following ? placeOf(following.id) : null]] : []
  })
  return { since, count: fresh.length, first: placeOf(first.id), next: Object.fromEntries(next) }
}
