import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { required, text } from '#app/lib/validation.ts'
import { type Author, type Bearing, BearingDraft, type Evidence, EvidenceList } from './bearing.ts'

export const postKinds = ['essay', 'question', 'review', 'linkpost'] as const
export type PostKind = (typeof postKinds)[number]

export const mostTitle = 200
export const mostBody = 100_000

const Url = v.pipe(
  text(2000),
  v.trim(),
  v.check((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''), 'An address begins with http:// or https://.'),
)

/** What an author writes of a post. A linkpost leads somewhere and may say nothing more. */
export const PostDraft = v.pipe(
  v.object({
    kind: v.optional(v.picklist(postKinds), 'essay'),
    title: required(mostTitle),
    body: v.optional(text(mostBody), ''),
    url: v.nullish(Url),
    evidence: v.optional(EvidenceList, []),
    bearing: v.nullish(BearingDraft),
  }),
  v.forward(
    v.check(({ kind, url }) => kind !== 'linkpost' || Boolean(url), 'A linkpost needs the address that it leads to.'),
    ['url'],
  ),
  v.forward(
    v.check(({ kind, body }) => kind === 'linkpost' || body.trim() !== '', 'This may not be empty.'),
    ['body'],
  ),
)
export type PostDraft = v.InferInput<typeof PostDraft>

/** A change of a post: what is left out stays; null takes the url or bearing away. */
export const PostChange = v.object({
  kind: v.optional(v.picklist(postKinds)),
  title: v.optional(required(mostTitle)),
  body: v.optional(text(mostBody)),
  url: v.nullish(Url),
  evidence: v.optional(EvidenceList),
  bearing: v.nullish(BearingDraft),
})
export type PostChange = v.InferInput<typeof PostChange>

/** A post as lists show it. */
export interface PostLine {
  id: string
  kind: PostKind
  title: string
  url: string | null
  author: Author
  createdAt: number
  editedAt: number | null
  isDeleted: boolean
  commentCount: number
  evidence: Evidence[]
  bearing: Bearing | null
}

export interface Post extends PostLine {
  body: string
  html: string
  revision: number
}

export interface Revision {
  revision: number
  title?: string
  body: string
  handle: string
  at: number
}

interface Written {
  author: Author
  isDeleted: boolean
}

/** Only who wrote a post or comment edits it. */
export function mayEdit(member: Member | null, written: Written): boolean {
  return !written.isDeleted && member?.id === written.author.id
}

/** Who wrote a post or comment may delete it, and moderators may. */
export function mayDelete(member: Member | null, written: Written): boolean {
  return mayEdit(member, written) || (!written.isDeleted && mayUse(member, 'moderate'))
}
