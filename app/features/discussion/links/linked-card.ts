import type { Cited } from '../arguments/evidence.server.ts'

interface Said {
  handle: string
  createdAt: number
  words: string
}

/** What an address alone in its paragraph is drawn as. */
export type LinkedCard = { id: string } & (
  | { kind: 'excerpt'; cited: Cited }
  | { kind: 'claim'; statement: string; asks: string; framings: string[]; voters: number }
  | ({ kind: 'post'; title: string } & Said)
  | ({ kind: 'comment'; on: string } & Said)
  | { kind: 'deleted'; was: 'post' | 'comment' }
)

/** By `kind.id` of the address. */
export type LinkedCards = Record<string, LinkedCard>
