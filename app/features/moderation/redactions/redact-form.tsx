import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export function RedactForm({ refused }: { refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <TextArea
        name="words"
        label="Words to mask"
        rows={2}
        isRequired
        hint="Letter for letter as they stand, also upper and lower case. Every place in this transcript is masked, its title, source, scores and speakers too, and so are excerpts, quotes, annotations, what machines said and drafts about it. Nothing brings the words back."
      />
      <TextField name="why" label="Why" isRequired hint="Everybody can read this; do not repeat the words." />
      <Submit>Mask them for good</Submit>
    </Form>
  )
}

interface Copy {
  kind: string
  id: string
  /** Of a member. */
  handle: string | null
}

interface Redaction {
  id: string
  handle: string
  places: number
  why: string
  at: number
  copies: Copy[]
}

/** Who masked words of a transcript, and why. */
export function RedactionList({ redactions }: { redactions: Redaction[] }) {
  return (
    <ul className="list">
      {redactions.map(({ id, handle, places, why, at, copies }) => (
        <li key={id}>
          <p className="meta">
            <MemberLink handle={handle} />
            <span>
              masked words in {places} {places === 1 ? 'place' : 'places'}
            </span>
            <Time ms={Number(at)} />
          </p>
          <p className="prose">{why}</p>
          {copies.length > 0 ? <Left copies={copies} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** What members had written with the words in it, which stays theirs to change, or a moderator's to delete. */
function Left({ copies }: { copies: Copy[] }) {
  return (
    <div className="small">
      <p>
        Members had written the words themselves in {counted(copies.length, 'place')}, as it was then. That was left:
        ask them to change it, or delete it.
      </p>
      <ul>
        {copies.map(({ kind, id, handle }, n) => (
          <li key={kind + id}>
            <a href={`/${kind}s/${handle ?? id}`}>
              {kind} {handle ?? n + 1}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
