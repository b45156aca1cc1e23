import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export function RedactForm({ refused }: { refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <TextArea
        name="words"
        label="Words to mask"
        rows={2}
        isRequired
        hint="Letter for letter as they stand, also upper and lower case. Every place in this transcript is masked, and so are excerpts and quotes of it. Nothing brings the words back."
      />
      <TextField name="why" label="Why" isRequired hint="Everybody can read this; do not repeat the words." />
      <Submit>Mask them for good</Submit>
    </Form>
  )
}

interface Redaction {
  id: string
  handle: string
  places: number
  why: string
  at: number
}

/** Who masked words of a transcript, and why. */
export function RedactionList({ redactions }: { redactions: Redaction[] }) {
  return (
    <ul className="list">
      {redactions.map(({ id, handle, places, why, at }) => (
        <li key={id}>
          <p className="meta">
            <MemberLink handle={handle} />
            <span>
              masked words in {places} {places === 1 ? 'place' : 'places'}
            </span>
            <Time ms={Number(at)} />
          </p>
          <p className="prose">{why}</p>
        </li>
      ))}
    </ul>
  )
}
