import * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { type Comment, subjectKinds } from '#app/features/discussion/comment.ts'
import { anchorStates } from '#app/features/discussion/quotes/quote.ts'
import { noteRelied } from '#app/features/labels/showings/showings.server.ts'
import type { Totals } from '#app/features/votes/vote.ts'
import { totalsOf } from '#app/features/votes/votes.server.ts'
import { isoTime } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { carried, carriedAnswer, voted, votedAnswer } from './post-answer.server.ts'

const line = {
  id: v.string(),
  subject: v.object({ type: v.picklist(subjectKinds), id: v.string() }),
  parentId: v.nullable(v.string()),
  depth: v.number(),
  author: v.object({ handle: v.string() }),
  createdAt: v.string(),
  editedAt: v.nullable(v.string()),
  deleted: v.boolean(),
  movedTo: v.pipe(
    v.nullable(v.string()),
    v.description('Of what stands where a comment was: that comment, which was moved with what answers it.'),
  ),
  ...voted,
  quote: v.nullable(
    v.object({
      exact: v.string(),
      prefix: v.string(),
      suffix: v.string(),
      start: v.nullable(v.number()),
      verified: v.pipe(v.boolean(), v.description('The words stood in what the comment answers when it was written.')),
      anchored: v.pipe(
        v.picklist(anchorStates),
        v.description('How the words are found in what the comment answers, as that reads now.'),
      ),
      of: v.object({
        type: v.string(),
        id: v.string(),
        revision: v.pipe(v.nullable(v.number()), v.description('The one that the words were taken from.')),
      }),
    }),
  ),
  ...carried,
}

/** A comment in a thread; body and html are there when `?with=body` asks for them. */
export const CommentLineAnswer = v.object({ ...line, body: v.optional(v.string()), html: v.optional(v.string()) })
export const CommentAnswer = v.object({ ...line, body: v.string(), html: v.string(), revision: v.number() })

export async function commentLineAnswers(
  db: Db,
  comments: readonly Comment[],
  asker: Member | null,
): Promise<v.InferOutput<typeof CommentLineAnswer>[]> {
  await noteRelied(db, asker, comments)
  const targets = comments.map(({ id }) => ({ kind: 'comment' as const, id }))
  const totals = await totalsOf(db, targets)
  return comments.map((comment) => {
    const { id, subject, parentId, depth, author, quote } = comment
    const times = { createdAt: isoTime(comment.createdAt), editedAt: isoTime(comment.editedAt) }
    const place = { id, subject: { type: subject.kind, id: subject.id }, parentId, depth }
    const said = {
      ...place,
      author: { handle: author.handle },
      ...times,
      deleted: comment.isDeleted,
      movedTo: comment.movedTo,
    }
    return {
      ...said,
      ...votedAnswer(totals.get(id) as Totals),
      quote: quote && quoteAnswer(quote),
      ...carriedAnswer(comment),
    }
  })
}

function quoteAnswer({ exact, prefix, suffix, start, isVerified, anchored, ...quote }: NonNullable<Comment['quote']>) {
  const of = { type: quote.target.kind, id: quote.target.id, revision: quote.revision }
  return { exact, prefix, suffix, start, verified: isVerified, anchored, of }
}

export async function commentAnswer(
  db: Db,
  comment: Comment,
  asker: Member | null,
): Promise<v.InferOutput<typeof CommentAnswer>> {
  const [answer] = await commentLineAnswers(db, [comment], asker)
  const { body, html, revision } = comment
  return { ...(answer as v.InferOutput<typeof CommentLineAnswer>), body, html, revision }
}
