import { type Subject, subjectPath } from '#app/features/discussion/comment.ts'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Checkbox, Form, Select, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import { ruleOptions } from '../rules/rules.ts'
import { type ActName, actsOn, mostDays, wordsFor } from './act.ts'
import type { Thing } from './things.server.ts'

interface Props {
  thing: Thing
  /** Where it was moved from. */
  back?: Subject | null
  rule?: string
  /** How much else of its author's is flagged. */
  beside: number
  refused?: RefusedForm
}

/** What a moderator does to a thing, by which rule and why. */
export function ActForm({ thing, back, rule, beside, refused }: Props) {
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
      {beside > 0 ? (
        <Checkbox
          name="all"
          label={`And to all else of theirs that is flagged: ${counted(beside, 'post or comment', 'posts and comments')}`}
          hint="For hiding and dismissing alone. Each is noted by itself."
        />
      ) : null}
      <Submit>Do it</Submit>
    </Form>
  )
}

function firstOf({ kind, isThere, isOwnDeletion }: Thing): ActName {
  if (kind === 'member') return 'warned'
  if (isThere) return 'hidden'
  return isOwnDeletion ? 'dismissed' : 'restored'
}

function optionsFor({ kind, isThere, isOwnDeletion }: Thing) {
  const idle = isThere ? ['restored'] : isOwnDeletion ? ['restored', 'hidden'] : ['hidden']
  const fitting = actsOn(kind).filter((act) => !idle.includes(act))
  return fitting.map((act) => [act, wordsFor(act, kind).button] as const)
}
