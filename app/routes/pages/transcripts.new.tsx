import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BringForm } from '#app/features/transcripts/bringing/bring-form.tsx'
import { bringPasted } from '#app/features/transcripts/bringing/bring-pasted.server.ts'
import { type PasteFields, previewOf } from '#app/features/transcripts/bringing/pasted.ts'
import { titled } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Bring a transcript')

export const loader = pageLoader(async ({ member }) => ({ isSignedIn: member !== null }))

/** Shows the turns of what was pasted; keeps them when asked to and when it is the text that was looked at. */
export const action = openAction(async ({ db, member, form }) => {
  const values = form.values()
  const transcript = await bringPasted(db, member, values)
  return transcript ? redirect(`/transcripts/${transcript.id}`) : { values }
})

export default function BringTranscript() {
  const { isSignedIn } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const answer = useActionData<typeof action>() as { values: PasteFields } | undefined
  const typed = answer?.values ?? {}
  const preview = typed.text?.trim() ? previewOf(typed) : undefined
  return (
    <section className="column">
      <h1>Bring a transcript</h1>
      <p>
        Have a file, or many? Logs, messages, whole collections: <a href="/imports/new">import them</a>.
        {isSignedIn ? null : (
          <>
            {' '}
            No handle yet? <a href="/paste">Begin with the words that matter</a>: joining comes last.
          </>
        )}
      </p>
      <BringForm refused={refused} typed={typed} preview={preview} isSignedIn={isSignedIn} />
    </section>
  )
}
