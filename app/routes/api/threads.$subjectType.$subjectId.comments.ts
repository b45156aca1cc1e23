import { CommentDraft } from '#app/features/discussion/comment.ts'
import { commentsByIds, findSubject, reply } from '#app/features/discussion/comments/comments.server.ts'
import { commentAnswer, commentLineAnswers } from '#app/features/exchange/answers/comment-answer.server.ts'
import { outlineOf, sortOf } from '#app/features/votes/thread-outline.server.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pagedFrom, pageOf } from '#app/lib/paging.server.ts'

const query = {
  sort: 'How replies to the same comment are ordered: old (usual, and the one that pages steadily), new, best, top or split',
  with: '`body` adds body and html to each comment',
}

const thread = endpoint({
  get: reading(
    {
      summary: 'Lists the comments under a subject in reading order, tombstones included.',
      answers: 'commentLine[]',
      query,
    },
    async ({ db, member, params, url }) => {
      const page = pageOf(url)
      const sort = sortOf(url.searchParams.get('sort'))
      const subject = await findSubject(db, params.subjectType, params.subjectId, member)
      const { items: places, next } = pagedFrom(await outlineOf(db, subject, sort), page)
      const items = await commentsByIds(
        db,
        places.map(({ id }) => id),
      )
      const answers = await commentLineAnswers(db, items, member)
      if (url.searchParams.get('with') !== 'body') return { items: answers, next }
      return { items: answers.map((answer, n) => ({ ...answer, body: items[n]?.body, html: items[n]?.html })), next }
    },
  ),
  post: writing(
    {
      summary: 'Replies to a subject, or to a comment under it.',
      answers: 'comment',
      body: CommentDraft,
      writes: 'comment',
    },
    async ({ db, member, params, body }) => {
      const subject = await findSubject(db, params.subjectType, params.subjectId, member)
      const comment = await reply(db, member, subject, body)
      return made(await commentAnswer(db, comment, member), `/api/v1/comments/${comment.id}`)
    },
  ),
})

export const loader = thread
export const action = thread
