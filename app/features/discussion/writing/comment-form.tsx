import { PictureField } from '#app/features/pictures/picture-field.tsx'
import { Submit, TextArea } from '#app/ui/form.tsx'
import { DraftForm } from '../drafts/draft-form.tsx'
import type { DraftOnPage } from '../drafts/draft-steps.server.ts'
import { Diff } from '../posts/diff.tsx'
import type { Choices } from './writing-choices.server.ts'
import { BearingFields, BodyField, EvidenceFields, Preview, Step, UsualSubmit, useTyped } from './writing-fields.tsx'
import { quoteNames, type Values } from './writing-form.ts'

interface Props {
  values: Values
  draft: DraftOnPage
  choices: Choices
  publish: string
  mayQuote?: boolean
}

/** Answers something, or edits an answer; a quote is given once and stays. */
export function CommentForm(props: Props) {
  const { refused, sent, values: typed, choices, preview, linked } = useTyped(props.values, props.choices)
  const current = refused?.more.current as Current | undefined
  const values = current ? { ...typed, revision: String(current.revision) } : typed
  return (
    <>
      <Preview html={preview} linked={linked} />
      {current ? <Meanwhile current={current} typed={typed.body ?? ''} /> : null}
      <DraftForm draft={props.draft} refused={refused} sent={sent}>
        <UsualSubmit />
        {values.revision ? <input type="hidden" name="revision" value={values.revision} /> : null}
        <BodyField label="Your answer" values={values} rows={6} />
        {props.mayQuote ? <QuoteFields values={values} /> : null}
        <PictureField values={values} />
        <EvidenceFields values={values} choices={choices} />
        <BearingFields values={values} choices={choices} />
        <p className="actions">
          <Step intent="preview">Preview</Step>
          <Submit>{props.publish}</Submit>
        </p>
      </DraftForm>
    </>
  )
}

/** The words that are answered. What stood around them when they were selected goes with them unseen. */
function QuoteFields({ values }: { values: Values }) {
  const [, ...around] = quoteNames
  return (
    <>
      <TextArea
        name="quote"
        label="Words that you answer"
        hint="Shown above your answer. On a page, select words to answer them."
        rows={2}
        value={values.quote}
      />
      {around.map((name) =>
        values[name] ? <input key={name} type="hidden" name={name} value={values[name]} /> : null,
      )}
    </>
  )
}

interface Current {
  revision: number
  body: string
}

/** What a comment says now that it was changed elsewhere since this form was opened; saving again puts what was typed in its place. */
function Meanwhile({ current, typed }: { current: Current; typed: string }) {
  return (
    <section className="card preview" aria-label="What it says now">
      <p className="meta">What it says now, at revision {current.revision}. Saving puts what you typed in its place.</p>
      <pre className="source">{current.body}</pre>
      <details>
        <summary>What saving would change in it</summary>
        <Diff from={current.body} to={typed} />
      </details>
    </section>
  )
}
