import { isSubjectKind, type SubjectKind } from '#app/features/discussion/comment.ts'

const lists = ['posts', 'comments', 'claims', 'transcripts', 'labels', 'framings', 'concepts', 'collections'] as const

/** A page that is a list: of the site, of a member or a collection, or the thread under a subject. */
export type FeedPlace =
  | { kind: (typeof lists)[number] }
  | { kind: 'posts of' | 'comments of'; handle: string }
  | { kind: 'collection'; id: string }
  | { kind: 'thread'; subject: { kind: SubjectKind; id: string } }

/** Pages that stand where a thing's would. */
const notThings = ['new', 'mine', 'queue', 'disputed', 'missing']

/** The list that stands at a path; undefined where there is none. */
export function feedPlaceAt(path: string): FeedPlace | undefined {
  const [room = '', name, more, ...rest] = path.replace(/^\//, '').split('/')
  if (rest.length > 0 || name === '') return undefined
  const kind = lists.find((one) => one === room)
  if (name === undefined) return kind && { kind }
  if (room === 'members' && more === 'comments') return { kind: 'comments of', handle: name }
  if (more !== undefined || notThings.includes(name)) return undefined
  if (room === 'members') return { kind: 'posts of', handle: name }
  if (room === 'collections') return { kind: 'collection', id: name }
  const subject = room.replace(/s$/, '')
  return room.endsWith('s') && isSubjectKind(subject)
    ? { kind: 'thread', subject: { kind: subject, id: name } }
    : undefined
}

/** The paths of the feeds that a page leads to. A member's page is their posts, and their comments have a feed of their own. */
export function feedsOn(path: string, query: string): { path: string; title: string }[] {
  const place = feedPlaceAt(path)
  if (!place) return []
  const own = { path: path + (place.kind === 'posts' ? orderIn(query) : ''), title: titles[place.kind] }
  return place.kind === 'posts of' ? [own, { path: `${path}/comments`, title: titles['comments of'] }] : [own]
}

const titles: Record<FeedPlace['kind'], string> = {
  posts: 'Posts',
  comments: 'Comments',
  claims: 'Claims',
  transcripts: 'Transcripts',
  labels: 'Labels',
  framings: 'Framings',
  concepts: 'Concepts',
  collections: 'Collections',
  'posts of': 'Posts of this member',
  'comments of': 'Comments of this member',
  collection: 'Transcripts of this collection',
  thread: 'Comments on this',
}

/** Of a query, what chooses and orders posts, in one order. */
function orderIn(query: string): string {
  const given = new URLSearchParams(query)
  const kept = ['sort', 'of', 'kind'].flatMap((name) => {
    const value = given.get(name)
    return value ? [[name, value]] : []
  })
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}
