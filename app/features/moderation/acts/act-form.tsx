import { type Subject, subjectPath } from '#app/features/discussion/comment.ts'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { ruleOptions } from '../rules/rules.ts'
import { type ActName, actsOn, mostDays, wordsFor } from './act.ts'
import type { Thing } from './things.server.ts'

interface Props {
  thing: Thing
  /** Where it was moved from. */
  back?: Subject | null
  rule?: string
  refused?: RefusedForm
}

/** What a moderator does to a thing, by which rule and why. */
export function ActForm({ thing, back, rule, refused }: Props) {
  return (
    <Form refused={refused} className="card">
      <Select name="act" label="What to do" value={firstOf(thing)} options={optionsFor(thing)} />
      <TextField name="days" label="Days of a suspension" value="7" hint={`1 to ${mostDays}; for nothing else.`} />
      {thing.kind === 'comment' ? (
        <TextField
          name="to"
          label="Move it under"
          value={back ? subjectPath(back) : ''}
          hint={`The address of a post or claim; for a move alone.${back ? ' It was here before.' : ''}`}
        />
      ) : null}
      <Select name="rule" label="By which rule" value={rule ?? 'persons'} options={ruleOptions} />
      <TextArea
        name="why"
        label="Why"
        rows={3}
        hint="Told to the author, who can appeal. The public log names the rule and not this."
      />
      <Submit>Do it</Submit>
    </Form>
  )
}

const firstOf = ({ kind, isThere }: Thing): ActName => (kind === 'member' ? 'warned' : isThere ? 'hidden' : 'restored')

function optionsFor({ kind, isThere }: Thing) {
  const fitting = actsOn(kind).filter((act) => act !== (isThere ? 'restored' : 'hidden'))
  return fitting.map((act) => [act, wordsFor(act, kind).button] as const)
}
