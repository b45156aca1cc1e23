import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Submit, TextArea, TextField } from '#app/ui/form.tsx'
import { Empty, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Attribution } from './attribution.ts'

type Asked = { why: string; decision: 'granted' | 'refused' | null } | undefined

/** Says that one is an imported author. */
export function AskForm({ handle, asked, refused }: { handle: string; asked: Asked; refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      {asked?.decision === null ? <p className="notice">You have asked. A moderator will decide.</p> : null}
      {asked?.decision === 'refused' ? <p className="notice">A moderator has refused. You may say more.</p> : null}
      <TextArea
        name="why"
        label={`Why ${handle} is you`}
        value={asked?.why}
        hint="What a moderator can check, such as your page on the site that this comes from. Moderators alone read it."
      />
      <Submit name="intent" value="ask">
        Ask
      </Submit>
    </Form>
  )
}

/** Who says that they are imported authors, for a moderator to decide. */
export function OpenAttributions({ attributions }: { attributions: Attribution[] }) {
  if (attributions.length === 0) return <Empty>Nobody waits for a decision.</Empty>
  return (
    <ul className="list">
      {attributions.map(({ unclaimed, member, why, askedAt }) => (
        <li key={`${unclaimed.id} ${member.id}`}>
          <p className="meta">
            <MemberLink handle={member.handle} />
            <span>says: I am</span>
            <MemberLink handle={unclaimed.handle} />
            <Time ms={askedAt} />
          </p>
          <p className="prose">{why}</p>
          <Form action={`/members/${unclaimed.handle}/attribution`} className="actions">
            <input type="hidden" name="handle" value={member.handle} />
            <Submit name="intent" value="grant">
              Grant
            </Submit>
            <button className="button quiet" type="submit" name="intent" value="refuse">
              Refuse
            </button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

/** A moderator says who an imported author is, without being asked. */
export function AttributeForm({ handle, refused }: { handle: string; refused?: RefusedForm }) {
  return (
    <Form refused={refused} className="card">
      <TextField
        name="handle"
        label={`Who ${handle} is`}
        hint="The handle of a member. All that was imported becomes theirs, and nothing brings it back."
      />
      <Submit name="intent" value="grant">
        Attribute
      </Submit>
    </Form>
  )
}
