import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { besideChoices, idIn } from '#app/features/transcripts/beside/beside.server.ts'
import { BesideChoice } from '#app/features/transcripts/beside/beside-choice.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled('Beside another')

export const loader = pageLoader(async ({ db, params, url }) => {
  const chosen = url.searchParams.get('with')
  if (chosen?.trim()) throw redirect(`/transcripts/${params.id}/beside/${encodeURIComponent(idIn(chosen))}`)
  return besideChoices(db, params.id)
})

export default function Beside() {
  const { transcript, choices } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Beside another</h1>
      <p>
        What do you want to read <a href={`/transcripts/${transcript.id}`}>{transcript.title}</a> beside? Two conditions
        with one prompt show best what the condition changes.
      </p>
      <BesideChoice transcriptId={transcript.id} choices={choices} />
    </section>
  )
}
