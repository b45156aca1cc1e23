import { isUnread, type Placed, type Unread } from './placed.ts'

export interface Reply {
  key: string
  parentKey: string | null
}

type Whole<T> = { line: number | null; value: T }

/** Replies in an order in which each comes after what it answers; those that answer nothing here are refused, and so are their replies. */
export function parentsFirst<T extends Reply>(given: Placed<T>[]): { replies: Whole<T>[]; refused: Unread[] } {
  const { byKey, refused } = onceEach(given)
  const children = Map.groupBy(byKey.values(), ({ value }) => value.parentKey)
  const replies = [...(children.get(null) ?? [])]
  // The list grows while it is walked: a thread may be deeper than a stack.
  for (const { value } of replies) {
    byKey.delete(value.key)
    for (const child of children.get(value.key) ?? []) replies.push(child)
  }
  for (const { line, value } of byKey.values()) {
    refused.push({ line, reason: `${value.key} answers ${value.parentKey}, which is not in this file or is refused.` })
  }
  return { replies, refused }
}

function onceEach<T extends Reply>(given: Placed<T>[]) {
  const refused: Unread[] = []
  const byKey = new Map<string, Whole<T>>()
  for (const placed of given) {
    if (isUnread(placed)) refused.push(placed)
    else if (byKey.has(placed.value.key))
      refused.push({ line: placed.line, reason: `${placed.value.key} stands here a second time.` })
    else byKey.set(placed.value.key, placed)
  }
  return { byKey, refused }
}
