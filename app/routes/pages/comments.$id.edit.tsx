import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayRestore } from '#app/features/discussion/comment.ts'
import { restoreComment } from '#app/features/discussion/comments/comment-history.server.ts'
import { deleteComment, editComment, findComment } from '#app/features/discussion/comments/comments.server.ts'
import { RestoreComment } from '#app/features/discussion/comments/tombstone.tsx'
import { mayDelete, mayEdit } from '#app/features/discussion/post.ts'
import { CommentForm } from '#app/features/discussion/writing/comment-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { commentIn, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { bringByForm } from '#app/features/pictures/bring-by-form.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta: MetaFunction = () => [{ title: 'Edit a comment · Parallax' }]

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const comment = await findComment(db, params.id)
  const [isMine, isDeleted] = [mayEdit(member, comment), comment.deletion?.authorId === member.id]
  if (!isDeleted && !mayDelete(member, comment)) throw notAllowed('Only its author edits a comment.')
  const choices = await choicesFor(db, comment.bearing?.claimId)
  const values = { ...valuesOf(comment), revision: String(comment.revision) }
  return { id: comment.id, isMine, isDeleted, mayRestore: mayRestore(member, comment.deletion, now()), values, choices }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const values = form.values()
  const place = `/comments/${params.id}`
  if (values.intent === 'delete') await deleteComment(db, member, params.id)
  else if (values.intent === 'restore') await restoreComment(db, member, params.id)
  else {
    return asTyped(db, values, async () => {
      const again = await shownAgain(db, values, () => bringByForm(db, member, form))
      if (again) return again
      const { body, evidence, bearing } = commentIn(values)
      const revision = values.revision ? Number(values.revision) : undefined
      await editComment(db, member, params.id, { body, evidence, bearing, revision })
      return redirect(place)
    })
  }
  return redirect(place)
})

export default function EditComment() {
  const { id, isMine, isDeleted, mayRestore, values, choices } = useLoaderData<typeof loader>()
  const wasTyped = useRefused() !== undefined
  return (
    <section className="column">
      <h1>{isMine || isDeleted ? 'Edit a comment' : 'Delete a comment'}</h1>
      <p>
        <a href={`/comments/${id}`}>Back to its place</a>
      </p>
      {isDeleted ? <p className="notice">This comment is deleted. Restore it before you change it.</p> : null}
      {mayRestore ? <RestoreComment id={id} /> : null}
      {isMine || wasTyped ? <CommentForm values={values} choices={choices} publish="Save" /> : null}
      {isDeleted ? null : <DeleteForm />}
    </section>
  )
}

function DeleteForm() {
  return (
    <form method="post" className="deleting">
      <p className="soft">Deleting leaves a tombstone in its place; its replies stay.</p>
      <button className="button quiet" type="submit" name="intent" value="delete">
        Delete this comment
      </button>
    </form>
  )
}
