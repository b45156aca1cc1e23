import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form, Select, Submit, TextField } from '#app/ui/form.tsx'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Framing } from '../framing.ts'
import type { Merged } from './merge.server.ts'

type Refused = RefusedForm | undefined

/** Another name for a framing, and those that it has. */
export function NamesForm({ aliases, refused }: { aliases: readonly string[]; refused: Refused }) {
  return (
    <>
      <p>Whoever searches or proposes by another name is led here.</p>
      <ul>
        {aliases.map((name) => (
          <li key={name}>
            <form method="post" className="inline">
              {name} <input type="hidden" name="name" value={name} />
              <button type="submit" className="link" name="intent" value="drop">
                Drop<span className="visually-hidden"> “{name}”</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <Form refused={refused}>
        <TextField name="name" label="Another name" isRequired />
        <Submit>Add the name</Submit>
      </Form>
    </>
  )
}

interface MergeProps {
  weight: { claims: number; votes: number }
  /** Framings that it can be merged into. */
  names: readonly { id: string; name: string }[]
  refused: Refused
}

/** Merges a framing into another, and says before what that does. */
export function MergeForm({ weight: { claims, votes }, names, refused }: MergeProps) {
  return (
    <>
      <p className="prose">
        Its address and its names lead to the other framing from then on, which takes its place on{' '}
        {counted(claims, 'claim')}; what was argued of it is argued of the other.{' '}
        {votes > 0
          ? `${counted(votes, 'vote')} ${votes === 1 ? 'goes' : 'go'} along as votes on earlier words: not counted until those who cast them confirm them. Whoever judged both has said what they say of the other, and that stands.`
          : ''}{' '}
        A merge cannot be taken back.
      </p>
      <Form refused={refused} className="card">
        <Select
          name="into"
          label="Into"
          value=""
          options={[['', 'Choose…'], ...names.map(({ id, name }) => [id, name] as const)]}
        />
        <TextField name="why" label="Why" isRequired hint="Everybody can read this. At most 500 characters." />
        <Submit>Merge</Submit>
      </Form>
    </>
  )
}

/** On the history of a framing: where it went, and what came into it. */
export function MergeNotices({ into, came }: { into: Merged | null; came: readonly Merged[] }) {
  return (
    <>
      {into ? (
        <p className="notice">
          Merged into <a href={`/framings/${into.id}`}>“{into.name}”</a> by <MemberLink handle={into.handle} />,{' '}
          <Time ms={into.at} />: {into.why}
        </p>
      ) : null}
      {came.map((one) => (
        <p key={one.id} className="soft">
          <a href={`/framings/${one.id}/history`}>“{one.name}”</a> was merged into it by{' '}
          <MemberLink handle={one.handle} />, <Time ms={one.at} />: {one.why}
        </p>
      ))}
    </>
  )
}

interface StepsProps {
  framing: Framing
  aliases: readonly string[]
  mayEdit: boolean
  isRuler: boolean
}

/** What else a framing is called, and what one can do about its words. */
export function FramingSteps({ framing, aliases, mayEdit, isRuler }: StepsProps) {
  const at = `/framings/${framing.id}`
  const maySay = mayEdit && !framing.isBuiltIn
  return (
    <>
      {aliases.length > 0 ? <p className="meta">Also called {aliases.join(', ')}</p> : null}
      <p className="meta">
        <a href={`${at}/history`}>{framing.version === 1 ? 'History' : `${framing.version} versions`}</a>
        {maySay ? <a href={`${at}/edit`}>Edit</a> : null}
        {maySay && !framing.claimId ? <a href={`${at}/names`}>Names</a> : null}
        {isRuler && !framing.isBuiltIn ? <a href={`${at}/merge`}>Merge</a> : null}
      </p>
      {framing.claimId ? (
        <form method="post" action={`${at}/names`} className="soft small">
          <input type="hidden" name="intent" value="adopt" />
          It came with <a href={`/claims/${framing.claimId}`}>its claim</a> and belongs to that alone.{' '}
          {maySay ? (
            <button type="submit" className="link">
              Adopt it for the whole site
            </button>
          ) : null}
        </form>
      ) : null}
    </>
  )
}
