import { Form, Submit, TextArea } from '#app/ui/form.tsx'
import type { Choices } from './writing-choices.server.ts'
import { BearingFields, BodyField, EvidenceFields, Preview, Step, UsualSubmit, useTyped } from './writing-fields.tsx'
import type { Values } from './writing-form.ts'

/** Answers something, or edits an answer; a quote is given once and stays. */
export function CommentForm(props: { values: Values; choices: Choices; publish: string; mayQuote?: boolean }) {
  const { refused, values, choices, preview } = useTyped(props.values, props.choices)
  return (
    <>
      <Preview html={preview} />
      <Form refused={refused} className="writing">
        <UsualSubmit />
        <BodyField label="Your answer" values={values} rows={6} />
        {props.mayQuote ? (
          <TextArea
            name="quote"
            label="Words that you answer"
            hint="Shown above your answer."
            rows={2}
            value={values.quote}
          />
        ) : null}
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
