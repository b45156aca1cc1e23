import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { isAuthor, mayEdit } from '#app/features/discussion/post.ts'
import { PostSteps } from '#app/features/discussion/posts/post-steps.tsx'
import { editPost, findPost } from '#app/features/discussion/posts/posts.server.ts'
import { publishPost, restorePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { PostForm } from '#app/features/discussion/writing/post-form.tsx'
import { sendWriting } from '#app/features/discussion/writing/sending.server.ts'
import { TypedAnyway } from '#app/features/discussion/writing/typed-anyway.tsx'
import { choicesFor } from '#app/features/discussion/writing/writing-choices.server.ts'
import { postIn, reviewValues, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { deleteWritten } from '#app/features/moderation/acts/acts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Edit a post')

const placeOf = (id: string) => ({ doing: 'edit', kind: 'post', id }) as const

export const ErrorBoundary = TypedAnyway

export const loader = pageLoader(async ({ db, member, params, url }) => {
  if (!member) throw notSignedIn()
  const post = await findPost(db, params.id, member)
  if (!mayEdit(member, post) && post.restorableUntil === null) throw notAllowed('Only its author edits a post.')
  const { id, title, kind, publishedAt } = post
  const given = {
    ...valuesOf(post),
    title,
    kind,
    url: post.url ?? '',
    ...reviewValues(post.review),
    revision: String(post.revision),
  }
  const copy = url.searchParams.get('copy')
  const { values, draft } = await beginWriting(db, member, placeOf(id), given, copy)
  const may = { isMine: isAuthor(member, post), isPublished: publishedAt !== null, isDeleted: post.isDeleted }
  return { id, title, values, draft, ...may, choices: await choicesFor(db, values['bearing.claimId']) }
})

const steps = new Map<string | undefined, typeof restorePost>([
  ['delete', (db, member, id) => deleteWritten(db, member, 'post', id)],
  ['restore', restorePost],
  ['publish', publishPost],
  ['unpublish', unpublishPost],
])

export const action = pageAction(async ({ db, member, params: { id }, form }) => {
  const step = steps.get(form.get('intent'))
  if (step) {
    await step(db, member, id)
    return redirect(`/posts/${id}`)
  }
  const sent = await sendWriting(db, member, placeOf(id), form, async (tx, values) => {
    const { published: _, ...change } = postIn(values)
    await editPost(tx, member, id, { ...change, revision: values.revision ? Number(values.revision) : undefined })
    return `/posts/${id}`
  })
  return typeof sent === 'string' ? redirect(sent) : sent
})

export default function EditPost() {
  const { id, title, values, draft, isMine, isPublished, isDeleted, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Edit a post</h1>
      <p>
        <a href={`/posts/${id}`}>{title}</a>: what it said until now is kept in its history.
      </p>
      {isDeleted ? <p className="notice">This post is deleted. Restore it on its page before you change it.</p> : null}
      <PostForm values={values} draft={draft} choices={choices} publish="Save" />
      {isMine ? <PostSteps isPublished={isPublished} /> : null}
    </section>
  )
}
