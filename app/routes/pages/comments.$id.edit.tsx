import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayRestore } from '#app/features/discussion/comment.ts'
import { restoreComment } from '#app/features/discussion/comments/comment-history.server.ts'
import { editComment, findComment } from '#app/features/discussion/comments/comments.server.ts'
import { RestoreComment } from '#app/features/discussion/comments/tombstone.tsx'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { mayDelete, mayEdit } from '#app/features/discussion/post.ts'
import { CommentForm } from '#app/features/discussion/writing/comment-form.tsx'
import { DeleteComment } from '#app/features/discussion/writing/delete-comment.tsx'
import { sendWriting } from '#app/features/discussion/writing/sending.server.ts'
import { TypedAnyway } from '#app/features/discussion/writing/typed-anyway.tsx'
import { choicesFor } from '#app/features/discussion/writing/writing-choices.server.ts'
import { commentIn, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { deleteWritten } from '#app/features/moderation/acts/acts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a comment')

const placeOf = (id: string) => ({ doing: 'edit', kind: 'comment', id }) as const

export const ErrorBoundary = TypedAnyway

export const loader = pageLoader(async ({ db, member, params, url }) => {
  if (!member) throw notSignedIn()
  const comment = await findComment(db, params.id, member)
  const [isMine, isDeleted] = [mayEdit(member, comment), comment.deletion?.authorId === member.id]
  if (!isDeleted && !mayDelete(member, comment)) throw notAllowed('Only its author edits a comment.')
  const given = { ...valuesOf(comment), revision: String(comment.revision) }
  const begun = await beginWriting(db, member, placeOf(comment.id), given, url.searchParams.get('copy'))
  return {
    id: comment.id,
    isMine,
    isDeleted,
    mayRestore: mayRestore(member, comment.deletion, now()),
    ...begun,
    choices: await choicesFor(db, begun.values['bearing.claimId']),
  }
})

const steps = new Map<string | undefined, typeof restoreComment>([
  ['delete', (db, member, id) => deleteWritten(db, member, 'comment', id)],
  ['restore', restoreComment],
])

export const action = pageAction(async ({ db, member, params: { id }, form }) => {
  const step = steps.get(form.get('intent'))
  if (step) {
    await step(db, member, id)
    return redirect(`/comments/${id}`)
  }
  const sent = await sendWriting(db, member, placeOf(id), form, async (tx, values) => {
    const { body, evidence, bearing } = commentIn(values)
    const revision = values.revision ? Number(values.revision) : undefined
    await editComment(tx, member, id, { body, evidence, bearing, revision })
    return `/comments/${id}`
  })
  return typeof sent === 'string' ? redirect(sent) : sent
})

export default function EditComment() {
  const { id, isMine, isDeleted, mayRestore, values, draft, choices } = useLoaderData<typeof loader>()
  const wasTyped = useRefused() !== undefined
  return (
    <section className="column">
      <h1>{isMine || isDeleted ? 'Edit a comment' : 'Delete a comment'}</h1>
      <p>
        <a href={`/comments/${id}`}>Back to its place</a>
      </p>
      {isDeleted ? <p className="notice">This comment is deleted. Restore it before you change it.</p> : null}
      {mayRestore ? <RestoreComment id={id} /> : null}
      {isMine || wasTyped ? <CommentForm values={values} draft={draft} choices={choices} publish="Save" /> : null}
      {isDeleted ? null : <DeleteComment />}
    </section>
  )
}
