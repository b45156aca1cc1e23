import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { PostForm } from '#app/features/discussion/writing/post-form.tsx'
import { sendWriting } from '#app/features/discussion/writing/sending.server.ts'
import { refuseTwice } from '#app/features/discussion/writing/twice/twice.server.ts'
import { TypedAnyway } from '#app/features/discussion/writing/typed-anyway.tsx'
import { choicesFor } from '#app/features/discussion/writing/writing-choices.server.ts'
import { postIn, valuesFrom } from '#app/features/discussion/writing/writing-form.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Write a post')

const place = { doing: 'post' } as const

export const ErrorBoundary = TypedAnyway

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const given = valuesFrom(url.searchParams)
  const { values, draft } = await beginWriting(db, member, place, given, url.searchParams.get('copy'))
  return { values, draft, choices: await choicesFor(db, values['bearing.claimId']) }
})

export const action = pageAction(async ({ db, member, form, limits }) => {
  const sent = await sendWriting(db, member, place, form, async (tx, values) => {
    await limits.write(tx, member, 'post')
    const { id } = await writePost(tx, member, postIn(values))
    await refuseTwice(tx, { kind: 'post', id })
    return `/posts/${id}`
  })
  return typeof sent === 'string' ? redirect(sent) : sent
})

export default function NewPost() {
  const { values, draft, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Write a post</h1>
      <PostForm values={values} draft={draft} choices={choices} publish="Publish" mayWait />
    </section>
  )
}
