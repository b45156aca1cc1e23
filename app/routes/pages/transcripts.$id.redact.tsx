import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RedactForm, RedactionList } from '#app/features/moderation/redactions/redact-form.tsx'
import { redactionsOf } from '#app/features/moderation/redactions/redactions.server.ts'
import { mayRedact } from '#app/features/transcripts/redacting/redaction.ts'
import { findTranscriptFacts } from '#app/features/transcripts/transcripts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { redactEverywhere } from '#app/http/redacting.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('What was masked')

export const loader = pageLoader(async ({ db, member, params }) => {
  const { id, title, addedBy } = await findTranscriptFacts(db, params.id)
  return { id, title, isAllowed: mayRedact(member, { addedBy }), redactions: await redactionsOf(db, id, member) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await redactEverywhere(db, member, params.id, { words: form.get('words') ?? '', why: form.get('why') ?? '' })
  return redirect(`/transcripts/${params.id}/redact`)
})

export default function Redact() {
  const { id, title, isAllowed, redactions } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>What was masked</h1>
      <p className="soft">
        of <a href={`/transcripts/${id}`}>{title}</a>
      </p>
      {redactions.length > 0 ? <RedactionList redactions={redactions} /> : <p>Nothing yet.</p>}
      {isAllowed ? (
        <>
          <h2>Redact</h2>
          <RedactForm refused={refused} />
        </>
      ) : (
        <p className="soft">Moderators and who brought it may mask words of it.</p>
      )}
    </section>
  )
}
