import { PictureField } from '#app/features/pictures/picture-field.tsx'
import { Select, Submit, TextField } from '#app/ui/form.tsx'
import { DraftForm } from '../drafts/draft-form.tsx'
import type { DraftOnPage } from '../drafts/draft-steps.server.ts'
import { mostTitle } from '../post.ts'
import { Meanwhile, type PostNow } from '../posts/history/meanwhile.tsx'
import { ReviewFields } from './review-fields.tsx'
import type { Choices } from './writing-choices.server.ts'
import { BearingFields, BodyField, EvidenceFields, Preview, Step, UsualSubmit, useTyped } from './writing-fields.tsx'
import type { Values } from './writing-form.ts'

const kinds = [
  ['essay', 'Essay'],
  ['question', 'Question'],
  ['review', 'Review of a paper or post'],
  ['linkpost', 'Linkpost'],
] as const

interface Props {
  values: Values
  draft: DraftOnPage
  choices: Choices
  publish: string
  mayWait?: boolean
}

/** Writes a post or edits one. */
export function PostForm(props: Props) {
  const { refused, sent, values: typed, choices, preview, linked } = useTyped(props.values, props.choices)
  const current = refused?.more.current as PostNow | undefined
  const values = current ? { ...typed, revision: String(current.revision) } : typed
  return (
    <>
      <Preview html={preview} linked={linked} />
      {current ? <Meanwhile current={current} typed={values.body ?? ''} /> : null}
      <DraftForm draft={props.draft} refused={refused} sent={sent}>
        <UsualSubmit />
        {values.revision ? <input type="hidden" name="revision" value={values.revision} /> : null}
        <Select name="kind" label="Kind" value={values.kind} options={kinds} />
        <TextField
          name="title"
          label="Title"
          hint={`At most ${mostTitle} characters.`}
          value={values.title}
          isRequired
        />
        <TextField
          name="url"
          label="Address"
          hint="Of what a linkpost or review is about."
          type="url"
          value={values.url}
        />
        <BodyField label="Body" values={values} />
        <PictureField values={values} />
        <ReviewFields values={values} />
        <EvidenceFields values={values} choices={choices} />
        <BearingFields values={values} choices={choices} />
        <LastSteps publish={props.publish} mayWait={props.mayWait} />
      </DraftForm>
    </>
  )
}

function LastSteps({ publish, mayWait }: { publish: string; mayWait?: boolean }) {
  return (
    <p className="actions">
      <Step intent="preview">Preview</Step>
      {mayWait ? (
        <button className="button quiet" type="submit" name="waits" value="yes">
          Save unpublished
        </button>
      ) : null}
      <Submit>{publish}</Submit>
    </p>
  )
}
