import { thousands } from '#app/lib/text.ts'
import type { InThread } from './thread.ts'

/** Comments that are not to be seen at once: how many, and the first few who wrote them. */
export interface Below {
  count: number
  handles: string[]
}

/** What a page leaves out of the replies to one comment; it goes on after the last one that is shown. */
export interface Rest extends Below {
  after: string | null
}

type Written = InThread & { author: { handle: string }; isDeleted: boolean }

const mostHandles = 4

/** What is below each comment that was answered, of comments in reading order. */
export function belowOf(comments: readonly Written[]): Map<string, Below> {
  const byId = new Map<string, Written>()
  for (const comment of comments) byId.set(comment.id, comment)
  const below = new Map<string, Below>()
  const answeredBy = ({ parentId }: Written) => (parentId === null ? undefined : byId.get(parentId))
  for (const comment of comments) {
    const parent = answeredBy(comment)
    if (parent && !below.has(parent.id)) below.set(parent.id, { count: 0, handles: [] })
    // Who is named below a comment already, or finds no room there, does so below all that it answers.
    let above = comment.isDeleted ? undefined : parent
    while (above && names(below.get(above.id), comment.author.handle)) above = answeredBy(above)
  }
  for (const comment of comments.toReversed()) {
    const parent = comment.parentId === null ? undefined : below.get(comment.parentId)
    if (parent) parent.count += countWith(comment.id, below)
  }
  return below
}

const countWith = (id: string, below: Map<string, Below>) => (below.get(id)?.count ?? 0) + 1

/** Names somebody where there is room; says whether that is new. */
function names(below: Below | undefined, handle: string): boolean {
  if (!below || below.handles.length === mostHandles || below.handles.includes(handle)) return false
  below.handles.push(handle)
  return true
}

export const mostShown = 200
/** Of a thread with more comments than are shown, so many beginnings: the others are for what answers them. */
const mostBeginnings = 50
const deepestShown = 24

export interface Folded<T> {
  /** In reading order, each with all that it answers. */
  shown: T[]
  below: Map<string, Below>
  /** By the comment whose replies are left out; by the empty string for beginnings. */
  rests: Map<string, Rest>
}

/** Chooses what a page shows of comments in reading order: everything, or level by level the first replies to each. `after` is the beginning after which it goes on; one that is not there says nothing. */
export function fold<T extends Written>(comments: readonly T[], after: string | null = null): Folded<T> {
  const below = belowOf(comments)
  const replies = Map.groupBy(comments, ({ parentId }) => (parentId !== null && below.has(parentId) ? parentId : ''))
  const all = replies.get('') ?? []
  const begun = all.slice(all.findIndex(({ id }) => id === after) + 1)
  replies.set('', begun)
  const total = begun.reduce((sum, { id }) => sum + countWith(id, below), 0)
  const chosen = chooseOf(replies, total)
  const rests = new Map<string, Rest>()
  for (const [parentId, siblings] of replies)
    if (parentId === '' || chosen.has(parentId)) addRest(rests, parentId, siblings, chosen, below)
  return { shown: comments.filter(({ id }) => chosen.has(id)), below, rests }
}

function chooseOf<T extends Written>(replies: Map<string, T[]>, total: number): Set<string> {
  const isShort = total <= mostShown
  let level = (replies.get('') ?? []).slice(0, isShort ? undefined : mostBeginnings)
  const chosen = new Set(level.map(({ id }) => id))
  for (let depth = 1; level.length > 0 && (isShort || depth <= deepestShown); depth++) {
    const lists = level.map(({ id }) => replies.get(id) ?? [])
    level = inRounds(lists, mostShown - chosen.size)
    for (const { id } of level) chosen.add(id)
  }
  return chosen
}

/** The first of each list, then the second of each, and so on, at most so many. */
function inRounds<T>(lists: readonly T[][], most: number): T[] {
  const found: T[] = []
  for (let rank = 0; found.length < most; rank++) {
    const round = lists.flatMap((list) => list.slice(rank, rank + 1))
    if (round.length === 0) break
    found.push(...round)
  }
  return found.slice(0, most)
}

function addRest<T extends Written>(
  rests: Map<string, Rest>,
  parentId: string,
  siblings: T[],
  chosen: Set<string>,
  below: Map<string, Below>,
) {
  const left = siblings.filter(({ id }) => !chosen.has(id))
  if (left.length === 0) return
  const rest: Rest = { count: 0, handles: [], after: siblings[siblings.length - left.length - 1]?.id ?? null }
  for (const { id, author, isDeleted } of left) {
    rest.count += countWith(id, below)
    for (const handle of [...(isDeleted ? [] : [author.handle]), ...(below.get(id)?.handles ?? [])]) names(rest, handle)
  }
  rests.set(parentId, rest)
}

/** "34 replies: a, b and others". */
export function belowWords({ count, handles }: Below, one = 'reply', many = 'replies'): string {
  const said = `${thousands(count)} ${count === 1 ? one : many}`
  if (handles.length === 0) return said
  return `${said}: ${handles.slice(0, mostHandles - 1).join(', ')}${handles.length < mostHandles ? '' : ' and others'}`
}
