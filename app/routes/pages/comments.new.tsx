import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAnswered, findSubject, reply } from '#app/features/discussion/comments/comments.server.ts'
import { AnsweredAbove } from '#app/features/discussion/writing/answered-above.tsx'
import { CommentForm } from '#app/features/discussion/writing/comment-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { commentIn, subjectIn, valuesFrom } from '#app/features/discussion/writing/writing-form.ts'
import { bringByForm } from '#app/features/pictures/bring-by-form.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta: MetaFunction = () => [{ title: 'Answer · Parallax' }]

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const { kind, id } = subjectIn(url.searchParams.get('on'))
  const answered = await findAnswered(db, await findSubject(db, kind, id), url.searchParams.get('parent'))
  const values = valuesFrom(url.searchParams)
  return { answered, values, choices: await choicesFor(db, values['bearing.claimId']) }
})

export const action = pageAction(async ({ db, member, form, url }) => {
  const values: Record<string, string> = { ...form.values(), parent: url.searchParams.get('parent') ?? '' }
  const { kind, id } = subjectIn(url.searchParams.get('on'))
  return asTyped(db, values, async () => {
    const again = await shownAgain(db, values, () => bringByForm(db, member, form))
    if (again) return again
    const comment = await reply(db, member, await findSubject(db, kind, id), commentIn(values))
    return redirect(`/comments/${comment.id}`)
  })
})

export default function NewComment() {
  const { answered, values, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Answer</h1>
      <AnsweredAbove answered={answered} />
      <CommentForm values={values} choices={choices} publish="Answer" mayQuote />
    </section>
  )
}
