import * as v from 'valibot'
import { invalid } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import { parentsFirst, type Reply } from './parents-first.ts'
import { readAt, type Unread } from './placed.ts'

/** A post or comment as it was elsewhere. */
export interface GivenWriting {
  /** The id that it has there. */
  key: string
  author: string
  body: string
  /** ms since 1970 */
  createdAt: number
}

export interface GivenPost extends GivenWriting {
  title: string
}

export type GivenComment = GivenWriting & Reply

export interface GivenDiscussion {
  post: GivenPost
  /** Each after what it answers. */
  comments: { line: number | null; value: GivenComment }[]
  refused: Unread[]
}

const time = v.pipe(
  v.string(),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'This is not a time.'),
  v.transform(Date.parse),
)

const orEmpty = v.nullish(v.string(), '')

const writing = {
  _id: v.pipe(v.string(), v.regex(/^\S{1,100}$/, 'This is not an id.')),
  postedAt: time,
  user: v.nullish(v.object({ slug: orEmpty, displayName: orEmpty }), { slug: '', displayName: '' }),
  contents: v.object({ markdown: orEmpty, html: orEmpty }),
}

const Post = v.object({ ...writing, title: v.string() })
const Comment = v.object({
  ...writing,
  postId: v.nullish(v.string(), null),
  parentCommentId: v.nullish(v.string(), null),
})

const Answer = v.object({
  data: v.object({
    post: v.object({ result: v.unknown() }),
    comments: v.nullish(v.object({ results: v.nullish(v.array(v.unknown()), []) }), { results: [] }),
  }),
})

/** Reads the shape of LessWrong's GraphQL answer. Comments count from 1; one that cannot be read is refused with all that answers it. */
export function readDiscussion(document: unknown): GivenDiscussion {
  const { data } = parse(Answer, document)
  const raw = parse(Post, data.post.result)
  const nameOf = authorNames()
  const post = { ...writingOf(raw, nameOf), title: raw.title }
  const given = data.comments.results.map((one, index) =>
    readAt({ line: index + 1, value: one }, (comment) => readComment(comment, post.key, nameOf)),
  )
  const { replies, refused } = parentsFirst(given)
  return { post, comments: replies, refused }
}

function readComment(raw: unknown, postKey: string, nameOf: NameOf): GivenComment {
  const comment = parse(Comment, raw)
  if (comment.postId !== null && comment.postId !== postKey)
    throw invalid({ postId: `${comment._id} is about another post.` })
  return { ...writingOf(comment, nameOf), parentKey: comment.parentCommentId }
}

type Written = v.InferOutput<typeof Post> | v.InferOutput<typeof Comment>

/** HTML stands where there is no Markdown: Markdown may contain it. */
function writingOf({ _id, postedAt, user, contents }: Written, nameOf: NameOf): GivenWriting {
  return { key: _id, author: nameOf(user), body: contents.markdown || contents.html, createdAt: postedAt }
}

type User = Written['user']
type NameOf = (user: User) => string

/** Names that tell the authors apart once they are handles: the display name, or the slug where that has no letter for a handle or is another author's here. */
function authorNames(): NameOf {
  const slugs = new Map<string, string>()
  return ({ slug, displayName }) => {
    const name = /[a-z0-9]/i.test(displayName) ? displayName : slug
    if (name === '') return 'deleted'
    const own = slug || name
    const first = slugs.get(name.toLowerCase()) ?? own
    slugs.set(name.toLowerCase(), first)
    return first === own ? name : own
  }
}
