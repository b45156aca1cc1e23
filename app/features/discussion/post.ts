import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { id, optional, required, text } from '#app/lib/validation.ts'
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

export const mostReviewWords = 10_000

/** What a review says of itself: the post that it is about, if it is one of this site (its `url` is for others), or the paper, by its [[name]] or address, who asked for it, what the authors answered and what they changed; the last two in Markdown. */
export const ReviewDraft = v.object({
  postId: v.nullish(id),
  paper: optional(2000),
  askedBy: optional(200),
  answered: optional(mostReviewWords),
  changed: optional(mostReviewWords),
})
export type ReviewDraft = v.InferInput<typeof ReviewDraft>
export type ReviewWords = v.InferOutput<typeof ReviewDraft>

/** What an author writes of a post. A linkpost leads somewhere and may say nothing more. */
export const PostDraft = v.pipe(
  v.object({
    kind: v.nullish(v.picklist(postKinds), 'essay'),
    title: required(mostTitle),
    body: v.nullish(text(mostBody), ''),
    url: v.nullish(Url),
    review: v.nullish(ReviewDraft),
    published: v.nullish(v.boolean(), true),
    evidence: v.nullish(EvidenceList, []),
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
  v.forward(
    v.check(({ kind, review }) => kind === 'review' || !review, 'Only a review has what a review says of itself.'),
    ['review'],
  ),
)
export type PostDraft = v.InferInput<typeof PostDraft>

/** A change of a post: what is left out stays; null takes the url or bearing away. */
export const PostChange = v.object({
  kind: v.optional(v.picklist(postKinds)),
  title: v.optional(required(mostTitle)),
  body: v.optional(text(mostBody)),
  url: v.nullish(Url),
  review: v.nullish(ReviewDraft),
  published: v.optional(v.boolean()),
  evidence: v.optional(EvidenceList),
  bearing: v.nullish(BearingDraft),
  /** The revision that was read before it was changed: where somebody saved another meanwhile, that is said. */
  revision: v.optional(v.pipe(v.number(), v.integer())),
})
export type PostChange = v.InferInput<typeof PostChange>

/** A post as lists show it. */
export interface PostLine {
  id: string
  kind: PostKind
  title: string
  url: string | null
  author: Author
  /** Who wrote it with them, and accepted to be named. */
  coAuthors: Author[]
  createdAt: number
  /** Null: private to its authors. */
  publishedAt: number | null
  editedAt: number | null
  isDeleted: boolean
  commentCount: number
  evidence: Evidence[]
  bearing: Bearing | null
}

/** A review's own words, with what it is about. */
export interface Review extends ReviewWords {
  answeredHtml: string
  changedHtml: string
  /** The post that is reviewed, as long as it can be read. */
  post: { id: string; title: string } | null
}

export interface Post extends PostLine {
  body: string
  html: string
  review: Review | null
  revision: number
  /** When it could first be read by others; it stays when it is taken back. */
  firstPublishedAt: number | null
  /** For the author of a deleted post alone: until when it can be restored. */
  restorableUntil: number | null
}

export interface Revision {
  revision: number
  title?: string
  body: string
  handle: string
  at: number
}

/** What a post was at a revision; what was not kept then is null. */
export interface PostRevision extends Revision {
  title: string
  kind: PostKind | null
  url: string | null
  review: ReviewWords | null
}

interface Written {
  author: Author
  coAuthors?: Author[]
  isDeleted: boolean
}

/** Who wrote a post or comment edits it; of a post each of its authors. */
export function mayEdit(member: Member | null, written: Written): boolean {
  return (
    isAuthor(member, written) || (!written.isDeleted && (written.coAuthors ?? []).some(({ id }) => id === member?.id))
  )
}

/** The one who began it, and speaks for it: publishes, asks co-authors, deletes. */
export function isAuthor(member: Member | null, written: Written): boolean {
  return !written.isDeleted && member?.id === written.author.id
}

/** Who wrote a post or comment may delete it, and moderators may. */
export function mayDelete(member: Member | null, written: Written): boolean {
  return isAuthor(member, written) || (!written.isDeleted && mayUse(member, 'moderate'))
}

/** Whom one asks to be an author of one's post. */
export const CoAuthorDraft = v.object({ handle: required(100) })
