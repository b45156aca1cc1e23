import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { aspects, type Bearing, directions, type Evidence } from '#app/features/discussion/bearing.ts'
import { type Post, type PostLine, postKinds } from '#app/features/discussion/post.ts'
import { coAuthorsOf } from '#app/features/discussion/posts/authors.server.ts'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { noteRelied } from '#app/features/labels/showings/showings.server.ts'
import { netOf, type Totals } from '#app/features/votes/vote.ts'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { isoTime } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'

const count = v.object({ up: v.number(), down: v.number() })
const net = v.pipe(v.number(), v.description('Up without down.'))

/** What posts and comments say of their votes. */
export const voted = { approval: net, agreement: net, votes: v.object({ approval: count, agreement: count }) }

/** What posts and comments say of what they argue and rest on. */
export const carried = {
  evidence: v.array(
    v.object({
      excerptId: v.string(),
      labelId: v.nullable(v.string()),
      note: v.string(),
    }),
  ),
  bearing: v.nullable(
    v.object({
      claimId: v.string(),
      framingId: v.string(),
      standpointId: v.nullable(v.string()),
      direction: v.picklist(directions),
      on: v.picklist(aspects),
    }),
  ),
}

const line = {
  id: v.string(),
  kind: v.picklist(postKinds),
  title: v.string(),
  url: v.nullable(v.string()),
  author: v.object({ handle: v.string() }),
  coAuthors: v.array(v.object({ handle: v.string() })),
  createdAt: v.string(),
  publishedAt: v.pipe(v.nullable(v.string()), v.description('Null: private to its authors.')),
  editedAt: v.nullable(v.string()),
  deleted: v.boolean(),
  ...voted,
  commentCount: v.number(),
  ...carried,
}

/** A post in a list, without its body. */
export const PostLineAnswer = v.object(line)
export const PostAnswer = v.object({
  ...line,
  body: v.string(),
  html: v.string(),
  review: v.nullable(
    v.object({
      postId: v.nullable(v.string()),
      paper: v.string(),
      askedBy: v.string(),
      answered: v.string(),
      changed: v.string(),
    }),
  ),
  revision: v.number(),
})

export function votedAnswer(totals: Totals) {
  return { approval: netOf(totals.approval), agreement: netOf(totals.agreement), votes: totals }
}

export function carriedAnswer({ evidence, bearing }: { evidence: Evidence[]; bearing: Bearing | null }) {
  return { evidence: evidence.map(evidenceAnswer), bearing: bearing && bearingAnswer(bearing) }
}

export function evidenceAnswer({ excerptId, labelId, note }: Evidence) {
  return { excerptId, labelId, note }
}

function bearingAnswer({ claimId, framingId, standpointId, direction, on }: Bearing) {
  return { claimId, framingId, standpointId, direction, on }
}

/** Posts of a list, as the API says them to who asks. */
export async function postLineAnswers(
  db: Db,
  posts: PostLine[],
  asker: Member | null,
): Promise<v.InferOutput<typeof PostLineAnswer>[]> {
  await noteRelied(db, asker, posts)
  const totals = await totalsOfPosts(db, posts)
  return posts.map((post) => {
    const { id, kind, title, url, commentCount } = post
    const { createdAt, publishedAt, editedAt } = post
    const times = { createdAt: isoTime(createdAt), publishedAt: isoTime(publishedAt), editedAt: isoTime(editedAt) }
    const author = { handle: post.author.handle }
    const coAuthors = post.coAuthors.map(({ handle }) => ({ handle }))
    const said = { id, kind, title, url, author, coAuthors, ...times, deleted: post.isDeleted }
    return { ...said, ...votedAnswer(totals[id] as Totals), commentCount, ...carriedAnswer(post) }
  })
}

export async function postAnswer(db: Db, post: Post, asker: Member | null): Promise<v.InferOutput<typeof PostAnswer>> {
  const [answer] = await postLineAnswers(db, [post], asker)
  const { body, html, revision } = post
  return { ...(answer as v.InferOutput<typeof PostLineAnswer>), body, html, review: reviewAnswer(post), revision }
}

function reviewAnswer({ review }: Post) {
  if (!review) return null
  const { post, paper, askedBy, answered, changed } = review
  return { postId: post?.id ?? null, paper, askedBy, answered, changed }
}

const handle = v.object({ handle: v.string() })

/** Who writes a post: who began it, who accepted to be an author of it, and who was asked and has not answered. */
export const AuthorsAnswer = v.object({ author: handle, coAuthors: v.array(handle), invited: v.array(handle) })

export async function authorsAnswer(db: Db, reader: Member, id: string): Promise<v.InferOutput<typeof AuthorsAnswer>> {
  const { author } = await findPost(db, id, reader)
  const { coAuthors = [], invited = [] } = (await coAuthorsOf(db, [id])).get(id) ?? {}
  const named = (one: { handle: string }) => ({ handle: one.handle })
  return { author: named(author), coAuthors: coAuthors.map(named), invited: invited.map(named) }
}
