import { Facts } from '#app/features/transcripts/bringing/bring-form.tsx'
import type { PasteFields } from '#app/features/transcripts/bringing/pasted.ts'
import type { Turn } from '#app/features/transcripts/transcript.ts'
import { roleWords } from '#app/features/transcripts/transcript-page.tsx'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { shortened } from '#app/lib/text.ts'
import { Form, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import type { Label } from '../label.ts'
import { LabelMark } from '../label-chip.tsx'
import type { NamedLabel } from '../labels.server.ts'

interface Chosen {
  words: string
  speaks: Turn | undefined
  /** Of the dialogue, as it will be published. */
  title: string
  said: PasteFields
  first: Pick<Label, 'id' | 'name' | 'definition'>[]
  others: NamedLabel[]
  isSignedIn: boolean
  refused?: RefusedForm
}

/** The marked words of a paste, and the labels to choose from: one tap, and they are published. */
export function LabelChoice({ words, speaks, title, said, first, others, isSignedIn, refused }: Chosen) {
  const wrong = Object.keys(refused?.errors ?? {})
  const isNamed = Boolean(refused?.values.name || said.name) || wrong.some((field) => newFields.includes(field))
  return (
    <>
      <h1>What are these words?</h1>
      <PastedWords words={words} speaks={speaks} />
      <p className="actions">
        <a href="/paste?step=turns">Mark others</a>
      </p>
      <Form refused={refused} action="/paste" className="label-choice">
        {/* What Enter in a field presses: none of the labels. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="intent" value="publish" />
        <WhatIsPublished title={title} isSignedIn={isSignedIn} />
        <details open={wrong.some((field) => factFields.includes(field))}>
          <summary>What is known of the dialogue (optional)</summary>
          <Facts typed={said} />
        </details>
        <p>Pick the label that fits. It counts as your vote that it does; others then agree or disagree.</p>
        <LabelButtons labels={first} />
        {others.length > 0 ? (
          <details>
            <summary>More labels</summary>
            <LabelButtons labels={others} />
          </details>
        ) : null}
        <NewLabel said={said} isOpen={first.length === 0 || isNamed} />
      </Form>
    </>
  )
}

/** Said before anything is pressed. */
function WhatIsPublished({ title, isSignedIn }: { title: string; isSignedIn: boolean }) {
  return (
    <p>
      Pressing a label publishes the whole dialogue with these words and the label: for everybody, for good, and under
      your handle. {isSignedIn ? null : 'You join or sign in after that, and nothing is lost. '}
      Words that name somebody in private do not belong here. The title, unless you change it below:{' '}
      <b dir="auto">{title}</b>
    </p>
  )
}

function NewLabel({ said, isOpen }: { said: PasteFields; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>Name a new one</summary>
      <TextField name="name" label="Name" hint="A few words, as “doubts the setup”." value={said.name} />
      <TextArea name="definition" label="Definition" hint="When does it fit?" rows={2} value={said.definition} />
      <Submit>Publish with this label</Submit>
    </details>
  )
}

const newFields = ['name', 'definition']
const factFields = ['title', 'model', 'condition', 'source', 'licence', 'completeness']

const shownLength = 1200

/** What was marked, and who says it. */
export function PastedWords({ words, speaks }: { words: string; speaks: Turn | undefined }) {
  return (
    <figure className="excerpt-words">
      <blockquote className={`excerpt-turn ${speaks?.role ?? ''}`}>
        {speaks ? (
          <p className="excerpt-speaker">
            <span>{speaks.speaker ?? roleWords[speaks.role]}</span>
          </p>
        ) : null}
        <p className="excerpt-text" dir="auto">
          <mark>{shortened(words.slice(0, 2 * shownLength), shownLength)}</mark>
        </p>
      </blockquote>
    </figure>
  )
}

function LabelButtons({ labels }: { labels: Pick<Label, 'id' | 'name' | 'definition'>[] }) {
  return (
    <ul className="label-buttons">
      {labels.map(({ id, name, definition }) => (
        <li key={id}>
          <button type="submit" name="labelId" value={id}>
            <LabelMark labelId={id} /> {name}
          </button>
          {definition ? <span className="soft small">{shortened(definition, 140)}</span> : null}
        </li>
      ))}
    </ul>
  )
}
