import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEdit } from '#app/features/discussion/post.ts'
import { deletePost, editPost, findPost } from '#app/features/discussion/posts/posts.server.ts'
import { PostForm } from '#app/features/discussion/writing/post-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { postIn, valuesOf } from '#app/features/discussion/writing/writing-form.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

export const meta: MetaFunction = () => [{ title: 'Edit a post · Parallax' }]

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const post = await findPost(db, params.id)
  if (!mayEdit(member, post)) throw notAllowed('Only its author edits a post.')
  const { id, title, kind, url, bearing } = post
  const values = { ...valuesOf(post), title, kind, url: url ?? '' }
  return { id, title, values, choices: await choicesFor(db, bearing?.claimId) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const values = form.values()
  if (values.intent === 'delete') {
    await deletePost(db, member, params.id)
    return redirect(`/posts/${params.id}`)
  }
  return asTyped(db, values, async () => {
    const again = await shownAgain(db, values)
    if (again) return again
    await editPost(db, member, params.id, postIn(values))
    return redirect(`/posts/${params.id}`)
  })
})

export default function EditPost() {
  const { id, title, values, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Edit a post</h1>
      <p>
        <a href={`/posts/${id}`}>{title}</a>: what it said until now is kept in its history.
      </p>
      <PostForm values={values} choices={choices} publish="Save" />
      <form method="post" className="deleting">
        <p className="soft">Deleting leaves a tombstone in its place; the thread below stays.</p>
        <button className="button quiet" type="submit" name="intent" value="delete">
          Delete this post
        </button>
      </form>
    </section>
  )
}
