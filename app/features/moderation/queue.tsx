import { shortened } from '#app/lib/text.ts'
import { Form, Select, Submit, TextArea } from '#app/ui/form.tsx'
import { counted, Empty } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { wordsFor } from './acts/act.ts'
import type { Thing } from './acts/things.server.ts'
import type { OpenAppeal } from './appeals/appeals.server.ts'
import type { Flagged } from './flags/flag.ts'
import { ruleNamed } from './rules/rules.ts'

const names = { post: 'A post', comment: 'A comment', member: 'A member' }

/** Something flagged, with whose it is and what it says. */
export type FlaggedThing = Flagged & { thing: Thing }

/** What members flagged, for a moderator to look at; `reader` is the handle of who looks. */
export function FlagQueue({ flagged, reader }: { flagged: FlaggedThing[]; reader: string }) {
  if (flagged.length === 0) return <Empty>Nothing is flagged.</Empty>
  return (
    <ol className="list">
      {flagged.map(({ kind, id, count, firstAt, said, thing }) => (
        <li key={id}>
          <p>
            <a href={`/moderation/${kind}/${id}`}>
              {names[kind]}, flagged by {counted(count, 'member')}
            </a>
          </p>
          {thing.words ? <blockquote className="prose small">{shortened(thing.words, 200)}</blockquote> : null}
          <p className="meta">
            <span>{thing.handle}</span>
            {thing.isThere ? null : <span>{thing.isOwnDeletion ? 'deleted by its author' : 'not shown'}</span>}
            <Time ms={firstAt} />
            <span>{[...new Set(said.map(({ rule }) => ruleNamed(rule)))].join(' · ')}</span>
          </p>
          <FlagWords said={said} />
          {thing.handle === reader ? <p className="soft">This is yours: another moderator decides.</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** What those who flagged said, as far as they said anything. */
export function FlagWords({ said }: { said: Flagged['said'] }) {
  const words = said.filter(({ why }) => why !== '')
  if (words.length === 0) return null
  return (
    <ul>
      {words.map(({ rule, why, at }) => (
        <li key={`${at} ${why}`}>
          {ruleNamed(rule)}: {why}
        </li>
      ))}
    </ul>
  )
}

const decisions = [
  ['upheld', 'The act stands'],
  ['reversed', 'Take the act back'],
] as const

/** What waits for another look; `reader` is the handle of who looks. */
export function AppealQueue({ appeals, reader }: { appeals: OpenAppeal[]; reader: string }) {
  if (appeals.length === 0) return <Empty>No appeal is open.</Empty>
  return (
    <ol className="list">
      {appeals.map((one) => (
        <li key={one.actId}>
          <p>
            <a href={`/moderation/${one.kind}/${one.thingId}`}>{names[one.kind]}</a> {wordsFor(one.act, one.kind).did},
            by {one.moderator}: {ruleNamed(one.rule, one.rulesVersion)}
          </p>
          <p className="prose">{one.actWhy}</p>
          <p className="prose">
            <b>The appeal:</b> {one.why}
          </p>
          {one.moderator === reader ? (
            <p className="soft">You did this: another moderator decides, where there is one.</p>
          ) : null}
          <Form className="card">
            <input type="hidden" name="act" value={one.actId} />
            <Select name="decision" label="Decision" value="upheld" options={decisions} />
            <TextArea name="why" label="Why" rows={2} hint="Told to whoever appeals." />
            <Submit>Decide</Submit>
          </Form>
        </li>
      ))}
    </ol>
  )
}
