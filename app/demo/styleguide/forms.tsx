import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Checkbox, FileField, Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { Part } from './part.tsx'

const refused: RefusedForm = {
  errors: { name: ['This is missing.'], definition: ['At most 2,000 characters.'] },
  values: { name: '', definition: 'What was typed is kept.', kind: 'method' },
  more: {},
}

const isNoFault: RefusedForm = {
  errors: { form: ['Read it once more as it will stand, then send it.'] },
  values: {},
  more: { isNoFault: true },
}

const kinds = [
  ['concept', 'Concept'],
  ['method', 'Method'],
] as const

/** What is filled in and pressed. */
export function Forms() {
  return (
    <Part id="forms" title="Buttons and forms" says="A form works without scripts, and comes back with what was typed.">
      <p className="actions">
        <button className="button" type="button">
          The step
        </button>
        <button className="button quiet" type="button">
          Another step
        </button>
        <button className="link" type="button">
          A small step
        </button>
        <a href="#forms">A way on</a>
      </p>
      <h3>As it is</h3>
      <Form id="as-it-is" action="#forms" method="get">
        <Fields />
      </Form>
      <h3>Refused</h3>
      <Form id="refused-form" action="#forms" method="get" refused={refused} takesFocus={false}>
        <Fields />
      </Form>
      <h3>Come back without a fault</h3>
      <Form id="asked-form" action="#forms" method="get" refused={isNoFault} takesFocus={false} className="card">
        <Submit>Send it</Submit>
      </Form>
      <Choices />
    </Part>
  )
}

function Fields() {
  return (
    <>
      <TextField name="name" label="Name" hint="As one would write it in a sentence." isRequired />
      <Select name="kind" label="Kind" options={kinds} />
      <TextArea name="definition" label="What it means" rows={3} />
      <FileField name="files" label="Files" isMultiple />
      <Checkbox name="shown" label="Show my ballots" hint="Otherwise others see them in totals only." />
      <Submit>Save</Submit>
    </>
  )
}

function Choices() {
  return (
    <>
      <h3>One tap</h3>
      <p className="choices">
        <button type="button" className="name hue-1" aria-pressed="false">
          alignment faking<span className="count">4</span>
        </button>
        <button type="button" className="name hue-2" aria-pressed="true">
          goal guarding<span className="count">2</span>
        </button>
        <button type="button" aria-pressed="false">
          none of these
        </button>
      </p>
    </>
  )
}
