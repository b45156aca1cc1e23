import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { completenesses } from '../transcript.ts'
import { completenessWords } from '../transcript-page.tsx'
import type { PasteFields, Preview } from './pasted.ts'
import { TurnPreview } from './turn-preview.tsx'

interface Bringing {
  refused?: RefusedForm
  typed: PasteFields
  preview?: Preview
  isSignedIn: boolean
}

/** Paste, look at the turns, save. All in one form, so that nothing typed is lost on the way. */
export function BringForm({ refused, typed, preview, isSignedIn }: Bringing) {
  return (
    <Form refused={refused} encType="multipart/form-data" className="bring-form">
      <TextArea
        name="text"
        label="The dialogue or scratchpad"
        hint="As you have it: “User:” and “Assistant:”, names or initials, headings, tags like <SCRATCHPAD_REASONING> or <think>. You will see its turns before anything is kept."
        rows={preview ? 6 : 14}
        value={typed.text}
        isRequired
      />
      {preview ? (
        <>
          <TurnPreview preview={preview} typed={typed} />
          <Facts typed={typed} />
          <div className="actions">
            <Again />
            <Submit name="intent" value="save">
              Keep this transcript
            </Submit>
          </div>
          {isSignedIn ? null : <SignInFirst />}
        </>
      ) : (
        <Submit name="intent" value="preview">
          See its turns
        </Submit>
      )}
    </Form>
  )
}

/** Comes first of all, so that the Enter key in a field looks again and does not save. */
function Again() {
  return (
    <button className="button quiet" type="submit" name="intent" value="preview">
      Look again
    </button>
  )
}

/** A visitor need not leave: the other way begins with what stands here, and asks for a handle last. */
function SignInFirst() {
  return (
    <div className="notice sign-in-first">
      <p>Keeping all of it takes a handle. Marking words of it and putting a label on asks for one last.</p>
      <p>
        <button className="button quiet" type="submit" name="intent" value="text" formAction="/paste">
          Go on with the words that matter
        </button>
      </p>
    </div>
  )
}

/** What may be said of a transcript beside its turns. */
export function Facts({ typed }: { typed: PasteFields }) {
  return (
    <fieldset className="facts-fields">
      <legend>What is known of it</legend>
      <TextField name="title" label="Title" hint="Without one, its first words." value={typed.title} />
      <TextField name="model" label="Model" value={typed.model} />
      <TextField
        name="condition"
        label="Condition"
        hint="As free tier, helpful-only, scratchpad."
        value={typed.condition}
      />
      <TextField name="source" label="Source" hint="Where it is from: an address, a paper, you." value={typed.source} />
      <TextField name="licence" label="Licence" value={typed.licence} />
      <Select
        name="completeness"
        label="How much of it this is"
        value={typed.completeness ?? 'whole'}
        options={completenesses.map((value) => [value, completenessWords[value]] as const)}
      />
    </fieldset>
  )
}
