import { isSubjectKind, type SubjectKind } from '../comment.ts'

/** Where something is being written: each place has one draft of a member's. */
export type Place =
  | { doing: 'post' }
  | { doing: 'label' }
  | { doing: 'claim'; kind: 'case' | 'proposition'; variantOf: string | null }
  | { doing: 'answer'; kind: SubjectKind; id: string; parentId: string | null }
  | { doing: 'edit'; kind: 'post' | 'comment'; id: string }

/** What stands for itself, and answers or edits nothing. */
export type NewPlace = Extract<Place, { doing: 'post' | 'label' | 'claim' }>
export const isNew = (place: Place): place is NewPlace => ['post', 'label', 'claim'].includes(place.doing)

const id = '[a-zA-Z0-9_-]{1,60}'
const answer = new RegExp(`^comment\\.on\\.([a-z]+)\\.(${id})(?:\\.parent\\.(${id}))?$`)
const claim = new RegExp(`^claim\\.new\\.(?:(case|proposition)|variant\\.(${id}))$`)
const edit = new RegExp(`^(post|comment)\\.edit\\.(${id})$`)

/** The name that a place is kept under. */
export function placeName(place: Place): string {
  if (place.doing === 'post') return 'post.new'
  if (place.doing === 'label') return 'label.new'
  if (place.doing === 'claim') return `claim.new.${place.variantOf ? `variant.${place.variantOf}` : place.kind}`
  if (place.doing === 'edit') return `${place.kind}.edit.${place.id}`
  return `comment.on.${place.kind}.${place.id}${place.parentId ? `.parent.${place.parentId}` : ''}`
}

/** Reads a name; undefined where it names no place. */
export function placeNamed(name: string): Place | undefined {
  if (name === 'post.new') return { doing: 'post' }
  if (name === 'label.new') return { doing: 'label' }
  const [isClaim, kind = 'case', variantOf = null] = claim.exec(name) ?? []
  if (isClaim) return { doing: 'claim', kind: kind as 'case', variantOf }
  return placeOfAnother(name)
}

function placeOfAnother(name: string): Place | undefined {
  const [, kind, edited] = edit.exec(name) ?? []
  if (kind && edited) return { doing: 'edit', kind: kind as 'post', id: edited }
  const [, on, answered, parentId] = answer.exec(name) ?? []
  return on && answered && isSubjectKind(on)
    ? { doing: 'answer', kind: on, id: answered, parentId: parentId ?? null }
    : undefined
}

/** The page where one writes at a place. */
export function placePath(place: Place): string {
  if (place.doing === 'post') return '/posts/new'
  if (place.doing === 'label') return '/labels/new'
  if (place.doing === 'claim')
    return `/claims/new?${place.variantOf ? `variantOf=${place.variantOf}` : `kind=${place.kind}`}`
  if (place.doing === 'edit') return `/${place.kind}s/${place.id}/edit`
  return `/comments/new?on=${place.kind}.${place.id}${place.parentId ? `&parent=${place.parentId}` : ''}`
}

/** Where the form for a claim writes. */
export const claimPlaceAt = ({ searchParams }: URL): Place =>
  claimPlace(searchParams) ?? { doing: 'claim', kind: 'case', variantOf: null }

/** The place that an address of this site writes at; undefined for all others. */
export function placeAt(path: string): Place | undefined {
  const { pathname, searchParams } = new URL(path, 'http://here')
  const [, kind, edited] = /^\/(post|comment)s\/([^/]+)\/edit$/.exec(pathname) ?? []
  if (kind) return placeNamed(`${kind}.edit.${edited}`)
  if (pathname === '/posts/new') return { doing: 'post' }
  if (pathname === '/labels/new') return { doing: 'label' }
  if (pathname === '/claims/new') return claimPlace(searchParams)
  if (pathname !== '/comments/new') return undefined
  const parent = searchParams.get('parent')
  return placeNamed(`comment.on.${searchParams.get('on')}${parent ? `.parent.${parent}` : ''}`)
}

function claimPlace(query: URLSearchParams): Place | undefined {
  const variantOf = query.get('variantOf')
  const kind = query.get('kind') === 'proposition' ? 'proposition' : 'case'
  return placeNamed(`claim.new.${variantOf ? `variant.${variantOf}` : kind}`)
}
