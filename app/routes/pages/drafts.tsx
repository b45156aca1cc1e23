import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DraftList } from '#app/features/discussion/drafts/draft-list.tsx'
import { draftsOf, dropDraft, titlesOf } from '#app/features/discussion/drafts/drafts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { buttonAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { Empty } from '#app/ui/plain.tsx'

export const meta = titled('Drafts')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  const drafts = await draftsOf(db, member)
  return { drafts, titles: await titlesOf(db, member, drafts) }
})

export const action = buttonAction(async ({ db, member, form }) => {
  await dropDraft(db, member, form.get('id') ?? '')
  return redirect('/drafts')
})

export default function Drafts() {
  const { drafts, titles } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Drafts</h1>
      <p>What you typed and have not sent. Only you see it.</p>
      <DraftList drafts={drafts} titles={titles} />
      {drafts.length === 0 ? (
        <Empty href="/posts/new" step="Write a post">
          What you type is kept here as you type, until you send it or throw it away.
        </Empty>
      ) : null}
    </section>
  )
}
