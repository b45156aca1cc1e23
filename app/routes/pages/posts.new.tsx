import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { PostForm } from '#app/features/discussion/writing/post-form.tsx'
import { asTyped, choicesFor, shownAgain } from '#app/features/discussion/writing/writing-choices.server.ts'
import { postIn, valuesFrom } from '#app/features/discussion/writing/writing-form.ts'
import { bringByForm } from '#app/features/pictures/bring-by-form.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta: MetaFunction = () => [{ title: 'Write a post · Parallax' }]

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const values = valuesFrom(url.searchParams)
  return { values, choices: await choicesFor(db, values['bearing.claimId']) }
})

export const action = pageAction(async ({ db, member, form }) => {
  const values = form.values()
  return asTyped(db, values, async () => {
    const again = await shownAgain(db, values, () => bringByForm(db, member, form))
    if (again) return again
    const post = await writePost(db, member, postIn(values))
    return redirect(`/posts/${post.id}`)
  })
})

export default function NewPost() {
  const { values, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Write a post</h1>
      <PostForm values={values} choices={choices} publish="Publish" mayWait />
    </section>
  )
}
