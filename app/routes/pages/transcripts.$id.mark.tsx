import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { markByForm } from '#app/features/transcripts/marking/mark-by-form.server.ts'
import { ChosenWords, MarkForm, TurnChoice } from '#app/features/transcripts/marking/mark-form.tsx'
import { markingOf } from '#app/features/transcripts/marking/marking.server.ts'
import { turnAddress } from '#app/features/transcripts/transcript.ts'
import { Parts } from '#app/features/transcripts/transcript-page.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Mark words')

export const loader = pageLoader(async ({ db, params, url }) => markingOf(db, params.id, url.searchParams))

export const action = pageAction(async ({ db, member, params, form }) => {
  const { excerpt } = await markByForm(db, member, params.id, form.values())
  const then = form.get('then')
  if (then === 'discuss') return redirect(`/comments/new?on=excerpt.${excerpt.id}`)
  return redirect(then === 'cite' ? `/posts/new?excerpt=${excerpt.id}` : `/excerpts/${excerpt.id}`)
})

export default function MarkWords() {
  const { transcript, chosen, turn, part } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Mark words</h1>
      <p className="soft">
        of <a href={turnAddress(transcript.id, turn?.number ?? 0)}>{transcript.title}</a>
        {turn ? `, turn ${turn.number}` : null}
      </p>
      {chosen ? <ChosenWords {...chosen} /> : null}
      {turn ? <MarkForm {...turn} transcriptId={transcript.id} refused={refused} /> : null}
      {part ? (
        <>
          <p>Which turn are the words in?</p>
          <TurnChoice transcriptId={transcript.id} turns={part.turns} from={part.from} />
          <Parts transcript={transcript} parts={part.parts} from={part.from} to={part.to} path="/mark" />
        </>
      ) : null}
    </section>
  )
}
