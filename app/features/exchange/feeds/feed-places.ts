import { isSubjectKind, type SubjectKind } from '#app/features/discussion/comment.ts'

const lists = ['posts', 'comments', 'claims', 'transcripts', 'labels', 'framings', 'concepts', 'collections'] as const

/** Pages of one list alone, by their paths. */
const standing = {
  '/classifiers': 'classifiers',
  '/labels/disputed': 'disputed',
  '/concepts/missing': 'missing',
  '/moderation/log': 'acts',
  '/search': 'search',
} as const
type Standing = keyof typeof standing

const ofMembers = ['comments', 'excerpts', 'ballots'] as const

/** A page that is a list: of the site, of a member or a collection, or the thread under a subject. */
export type FeedPlace =
  | { kind: (typeof lists)[number] }
  | { kind: 'classifiers' | 'disputed' | 'missing' }
  | { kind: 'acts' }
  | { kind: 'search' }
  | { kind: 'posts of' | `${(typeof ofMembers)[number]} of`; handle: string }
  | { kind: 'arguments'; claimId: string }
  | { kind: 'collection'; id: string }
  | { kind: 'thread'; subject: { kind: SubjectKind; id: string } }

/** Pages that stand where a thing's would. */
const notThings = ['new', 'mine', 'queue']

/** The list that stands at a path; undefined where there is none. */
export function feedPlaceAt(path: string): FeedPlace | undefined {
  if (path in standing) return { kind: standing[path as Standing] }
  const [room = '', name, more, ...rest] = path.replace(/^\//, '').split('/')
  if (rest.length > 0 || name === '') return undefined
  const kind = lists.find((one) => one === room)
  if (name === undefined) return kind && { kind }
  const ofMember = ofMembers.find((one) => one === more)
  if (room === 'members' && ofMember) return { kind: `${ofMember} of`, handle: name }
  if (room === 'claims' && more === 'arguments') return { kind: 'arguments', claimId: name }
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
  const asked = askedIn(query, place.kind)
  // The form of a search is no list.
  if (place.kind === 'search' && asked === '') return []
  const own = { path: path + asked, title: titles[place.kind] }
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
  'excerpts of': 'Excerpts by this member',
  'ballots of': 'Ballots of this member',
  arguments: 'Arguments on this claim',
  classifiers: 'Classifiers',
  disputed: 'Where readings differ',
  missing: 'Names that lead nowhere',
  acts: 'What moderators did',
  search: 'What this search finds',
  collection: 'Transcripts of this collection',
  thread: 'Comments on this',
}

const askedBy: Partial<Record<FeedPlace['kind'], string[]>> = {
  posts: ['sort', 'of', 'kind'],
  arguments: ['framing', 'direction', 'on', 'standpoint', 'sort'],
  search: ['q', 'type'],
}

/** Of a query, what chooses and orders the list, in one order. */
function askedIn(query: string, kind: FeedPlace['kind']): string {
  const given = new URLSearchParams(query)
  const kept = (askedBy[kind] ?? []).flatMap((name) => {
    const value = given.get(name)
    return value ? [[name, value]] : []
  })
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}
