import { useLoaderData } from '@remix-run/react'
import { LabelChoice } from '#app/features/labels/pasting/label-choice.tsx'
import { labelsOffered } from '#app/features/labels/pasting/publish-paste.server.ts'
import { PasteBox } from '#app/features/transcripts/pasting/paste-box.tsx'
import { pastePage } from '#app/features/transcripts/pasting/paste-page.server.ts'
import { PasteSentences, PasteTurns } from '#app/features/transcripts/pasting/paste-turns.tsx'
import { pasteOf } from '#app/features/transcripts/pasting/pastes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'
import { pasteSecret } from '#app/http/paste-cookie.ts'
import { actOnPaste } from '#app/http/pasting.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('From pasted words to an address')

export const loader = pageLoader(async ({ db, member, request, url }) => {
  const shown = pastePage(await pasteOf(db, pasteSecret(request)), url.searchParams)
  const labels = shown.step === 'label' ? await labelsOffered(db) : { first: [], others: [] }
  return { shown, labels, isSignedIn: member !== null }
})

export const action = openAction(actOnPaste)

export default function Paste() {
  const { shown, labels, isSignedIn } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const isText = shown.step === 'text' || refused?.values.intent === 'text'
  return (
    <section className="column paste">
      {isText ? (
        <>
          <h1>Show the words that matter</h1>
          {shown.step === 'text' && shown.published ? <Published id={shown.published} /> : null}
          <PasteBox refused={refused} text={shown.step === 'text' ? shown.text : undefined} />
          <p>
            Have a file, or many? <a href="/imports/new">Import them</a>. Or{' '}
            <a href="/transcripts/new">bring all of it</a>, and mark later.
          </p>
        </>
      ) : null}
      {!isText && shown.step === 'turns' ? <PasteTurns {...shown} refused={refused} /> : null}
      {!isText && shown.step === 'turn' ? <PasteSentences {...shown} refused={refused} /> : null}
      {!isText && shown.step === 'label' ? (
        <LabelChoice {...shown} {...labels} isSignedIn={isSignedIn} refused={refused} />
      ) : null}
    </section>
  )
}

function Published({ id }: { id: string }) {
  return (
    <p className="notice" role="status">
      What you pasted last is published: <a href={`/excerpts/${id}`}>see it</a>.
    </p>
  )
}
