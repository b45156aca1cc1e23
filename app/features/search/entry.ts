import { turnAddress } from '#app/features/transcripts/transcript.ts'

/** What can be found, in the order of the tabs; the words stand on them. */
export const entryKinds = {
  post: 'Posts',
  comment: 'Comments',
  turn: 'Turns',
  transcript: 'Transcripts',
  claim: 'Claims',
  framing: 'Framings',
  label: 'Labels',
  concept: 'Concepts',
  member: 'People',
} as const

export type EntryKind = keyof typeof entryKinds

export const kindsInOrder = Object.keys(entryKinds) as EntryKind[]

/** The kind that a word names, in the singular or as its tab does. */
export function kindNamed(word: string): EntryKind | undefined {
  const plain = word.toLowerCase()
  if (plain === 'person') return 'member'
  return kindsInOrder.find((kind) => [kind, `${kind}s`, entryKinds[kind].toLowerCase()].includes(plain))
}

/** A piece of a text around a hit; what was looked for is marked. */
export interface Piece {
  text: string
  isHit: boolean
}

export interface Hit {
  kind: EntryKind
  id: string
  /** A turn's position, 0 for all else. */
  place: number
  role: string | null
  title: Piece[]
  href: string
  author: string
  createdAt: number
  snippet: Piece[]
}

/** The words themselves: a turn in its transcript, a comment in its thread. */
export function addressOf(entry: { kind: EntryKind; id: string; place: number }, handle: string): string {
  if (entry.kind === 'member') return `/members/${handle}`
  if (entry.kind === 'turn') return turnAddress(entry.id, entry.place)
  return `/${entry.kind}s/${entry.id}`
}
