import { PictureField } from '#app/features/pictures/picture-field.tsx'
import { Form, Select, Submit, TextField } from '#app/ui/form.tsx'
import { mostTitle } from '../post.ts'
import type { Choices } from './writing-choices.server.ts'
import { BearingFields, BodyField, EvidenceFields, Preview, Step, UsualSubmit, useTyped } from './writing-fields.tsx'
import type { Values } from './writing-form.ts'

const kinds = [
  ['essay', 'Essay'],
  ['question', 'Question'],
  ['review', 'Review of a paper or post'],
  ['linkpost', 'Linkpost'],
] as const

/** Writes a post or edits one. */
export function PostForm(props: { values: Values; choices: Choices; publish: string }) {
  const { refused, values, choices, preview, linked } = useTyped(props.values, props.choices)
  return (
    <>
      <Preview html={preview} linked={linked} />
      <Form refused={refused} className="writing">
        <UsualSubmit />
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
        <EvidenceFields values={values} choices={choices} />
        <BearingFields values={values} choices={choices} />
        <p className="actions">
          <Step intent="preview">Preview</Step>
          <Submit>{props.publish}</Submit>
        </p>
      </Form>
    </>
  )
}
