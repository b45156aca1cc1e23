import { isRefusal, type Refusal } from '#app/lib/refusal.ts'

/** What a file holds at a place, or why nothing could be read there. `line` counts from 1: lines of a text, records of a JSON array; null is the whole file. */
export type Placed<T> = { line: number | null; value: T } | Unread

export interface Unread {
  line: number | null
  reason: string
}

export function isUnread<T>(placed: Placed<T>): placed is Unread {
  return 'reason' in placed
}

/** Reads on at the same place; a refusal becomes the reason. */
export function readAt<A, B>(placed: Placed<A>, read: (value: A) => B): Placed<B> {
  if (isUnread(placed)) return placed
  try {
    return { line: placed.line, value: read(placed.value) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { line: placed.line, reason: reasonOf(error) }
  }
}

/** A refusal in one sentence or several, with the fields that they are about. */
export function reasonOf({ errors, message }: Refusal): string {
  const byField = Object.entries(errors).map(([field, said]) => `${field}: ${said.join(' ')}`)
  return byField.length > 0 ? byField.join(' ') : message
}
