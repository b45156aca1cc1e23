import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isAuthor, mayEdit } from '#app/features/discussion/post.ts'
import { PostSteps } from '#app/features/discussion/posts/post-steps.tsx'
import { editPost, findPost } from '#app/features/discussion/posts/posts.server.ts'
import {
  deletePost,
  publishPost,
  restorePost,
  unpublishPost,
} from '#app/features/discussion/posts/publishing.server.ts'
import { PostForm } from '#app/features/discussion/writing/post-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { postIn, reviewValues, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { bringByForm } from '#app/features/pictures/bring-by-form.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a post · Parallax' }]

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const post = await findPost(db, params.id, member)
  if (!mayEdit(member, post)) throw notAllowed('Only its author edits a post.')
  const { id, title, kind, url, bearing, publishedAt } = post
  const values = {
    ...valuesOf(post),
    title,
    kind,
    url: url ?? '',
    ...reviewValues(post.review),
    revision: String(post.revision),
  }
  const may = { isMine: isAuthor(member, post), isPublished: publishedAt !== null }
  return { id, title, values, ...may, choices: await choicesFor(db, bearing?.claimId) }
})

const steps = new Map<string | undefined, typeof deletePost>([
  ['delete', deletePost],
  ['restore', restorePost],
  ['publish', publishPost],
  ['unpublish', unpublishPost],
])

export const action = pageAction(async ({ db, member, params, form }) => {
  const values = form.values()
  const step = steps.get(values.intent)
  if (step) {
    await step(db, member, params.id)
    return redirect(`/posts/${params.id}`)
  }
  return asTyped(db, values, async () => {
    const again = await shownAgain(db, values, () => bringByForm(db, member, form))
    if (again) return again
    const { published: _, ...change } = postIn(values)
    const revision = values.revision ? Number(values.revision) : undefined
    await editPost(db, member, params.id, { ...change, revision })
    return redirect(`/posts/${params.id}`)
  })
})

export default function EditPost() {
  const { id, title, values, isMine, isPublished, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Edit a post</h1>
      <p>
        <a href={`/posts/${id}`}>{title}</a>: what it said until now is kept in its history.
      </p>
      <PostForm values={values} choices={choices} publish="Save" />
      {isMine ? <PostSteps isPublished={isPublished} /> : null}
    </section>
  )
}
