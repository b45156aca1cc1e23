import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextArea } from '#app/ui/form.tsx'
import { ruleOptions } from '../rules/rules.ts'

interface Own {
  rule: string
  why: string
  state: 'open' | 'upheld' | 'dismissed'
}

const became: Record<Own['state'], string> = {
  open: 'You flagged this. A moderator will look at it.',
  upheld: 'You flagged this, and a moderator agreed: a rule was broken.',
  dismissed: 'You flagged this. A moderator looked, and no rule is broken.',
}

/** Says that something breaks a rule, or takes that back. */
export function FlagForm({ own, refused }: { own: Own | null; refused?: RefusedForm }) {
  if (own && own.state !== 'open') return <p className="notice">{became[own.state]}</p>
  return (
    <Form refused={refused} className="card">
      {own ? <p className="notice">{became.open}</p> : null}
      <Select name="rule" label="Which rule it breaks" value={own?.rule ?? 'persons'} options={ruleOptions} />
      <TextArea
        name="why"
        label="What to look at"
        rows={3}
        value={own?.why}
        hint="If it is not plain. Moderators alone read this, and nobody is told who flags."
      />
      <div className="actions">
        <Submit name="intent" value="flag">
          {own ? 'Say it so' : 'Flag'}
        </Submit>
        {own ? (
          <button className="button quiet" type="submit" name="intent" value="take-back">
            Take it back
          </button>
        ) : null}
      </div>
    </Form>
  )
}
