import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answeredAt } from '#app/features/discussion/comments/answered.server.ts'
import { findSubject, reply } from '#app/features/discussion/comments/comments.server.ts'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { AnsweredAbove } from '#app/features/discussion/writing/answered-above.tsx'
import { CommentForm } from '#app/features/discussion/writing/comment-form.tsx'
import { sendWriting } from '#app/features/discussion/writing/sending.server.ts'
import { refuseTwice } from '#app/features/discussion/writing/twice/twice.server.ts'
import { TypedAnyway } from '#app/features/discussion/writing/typed-anyway.tsx'
import { choicesFor } from '#app/features/discussion/writing/writing-choices.server.ts'
import { answerAt, commentIn, valuesFrom } from '#app/features/discussion/writing/writing-form.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Answer')

export const ErrorBoundary = TypedAnyway

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const place = answerAt(url)
  const answered = await answeredAt(db, member, place)
  const given = valuesFrom(url.searchParams)
  const { values, draft } = await beginWriting(db, member, place, given, url.searchParams.get('copy'))
  return { answered, values, draft, choices: await choicesFor(db, values['bearing.claimId']) }
})

export const action = pageAction(async ({ db, member, form, url, limits }) => {
  const place = answerAt(url)
  const sent = await sendWriting(db, member, place, form, async (tx, values) => {
    await limits.write(tx, member, 'comment')
    const subject = await findSubject(tx, place.kind, place.id, member)
    const comment = await reply(tx, member, subject, commentIn({ ...values, parent: place.parentId ?? '' }))
    await refuseTwice(tx, { kind: 'comment', id: comment.id })
    return `/comments/${comment.id}`
  })
  return typeof sent === 'string' ? redirect(sent) : sent
})

export default function NewComment() {
  const { answered, values, draft, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Answer</h1>
      <AnsweredAbove answered={answered} />
      <CommentForm values={values} draft={draft} choices={choices} publish="Answer" mayQuote />
    </section>
  )
}
