import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deleteComment, editComment, findComment } from '#app/features/discussion/comments/comments.server.ts'
import { mayDelete, mayEdit } from '#app/features/discussion/post.ts'
import { CommentForm } from '#app/features/discussion/writing/comment-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { commentIn, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a comment · Parallax' }]

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const comment = await findComment(db, params.id)
  if (!mayDelete(member, comment)) throw notAllowed('Only its author edits a comment.')
  const choices = await choicesFor(db, comment.bearing?.claimId)
  return { id: comment.id, mayEdit: mayEdit(member, comment), values: valuesOf(comment), choices }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const values = form.values()
  const place = `/comments/${params.id}`
  if (values.intent === 'delete') {
    await deleteComment(db, member, params.id)
    return redirect(place)
  }
  return asTyped(db, values, async () => {
    const again = await shownAgain(db, values)
    if (again) return again
    const { body, evidence, bearing } = commentIn(values)
    await editComment(db, member, params.id, { body, evidence, bearing })
    return redirect(place)
  })
})

export default function EditComment() {
  const { id, mayEdit, values, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>{mayEdit ? 'Edit a comment' : 'Delete a comment'}</h1>
      <p>
        <a href={`/comments/${id}`}>Back to its place</a>
      </p>
      {mayEdit ? <CommentForm values={values} choices={choices} publish="Save" /> : null}
      <form method="post" className="deleting">
        <p className="soft">Deleting leaves a tombstone in its place; its replies stay.</p>
        <button className="button quiet" type="submit" name="intent" value="delete">
          Delete this comment
        </button>
      </form>
    </section>
  )
}
