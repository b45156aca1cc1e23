import type { RefusedForm } from '#app/http/refusals.server.ts'
import { ChangedWords, type DiffOf, FirstWords } from '#app/ui/changed-words.tsx'
import { Form, Submit, TextField } from '#app/ui/form.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { changesOf, fieldNames, type Version, type Worded } from './wording.ts'

const changeWords = { first: 'as proposed', same: 'the same meaning', changed: 'another meaning' }

interface VersionsProps {
  of: Worded
  versions: readonly Version[]
  /** Of an edit that was said to keep the meaning, that it does not. */
  mayDispute: boolean
  refused: RefusedForm | undefined
  Diff: DiffOf
}

/** What a thing said, the newest first, each with what it changed. */
export function VersionList({ of, versions, mayDispute, refused, Diff }: VersionsProps) {
  return (
    <ol className="list versions" reversed>
      {versions.map((one, n) => (
        <li key={one.version}>
          <p className="meta">
            <b>Version {one.version}</b>
            <span>{changeWords[one.change]}</span>
            {one.handle ? <MemberLink handle={one.handle} /> : null}
            <Time ms={one.createdAt} />
          </p>
          {one.ruling ? (
            <p className="soft small">
              Said to mean the same; that it does not was decided by <MemberLink handle={one.ruling.handle} />,{' '}
              <Time ms={one.ruling.at} />: {one.ruling.why}
            </p>
          ) : null}
          <Said version={one} before={versions[n + 1]} Diff={Diff} />
          {mayDispute && one.change === 'same' ? <DisputeForm of={of} version={one.version} refused={refused} /> : null}
        </li>
      ))}
    </ol>
  )
}

/** The first words whole, of a later version what it changed. */
function Said(props: { version: Version; before: Version | undefined; Diff: DiffOf }) {
  const { version, before, Diff } = props
  const named = (field: string) => fieldNames[field] ?? field
  if (!before)
    return <FirstWords words={Object.entries(version.words).map(([field, text]) => ({ name: named(field), text }))} />
  const changes = changesOf(version, before).map(({ field, ...change }) => ({ name: named(field), ...change }))
  return <ChangedWords changes={changes} Diff={Diff} />
}

/** Says of an edit that it means something else; folded until it is wanted. */
function DisputeForm({ of, version, refused }: { of: Worded; version: number; refused: RefusedForm | undefined }) {
  const key = `${of.kind} ${of.id} ${version}`
  const mine = refused?.values.edit === key ? refused : undefined
  return (
    <details open={mine !== undefined}>
      <summary>It means something else</summary>
      <Form refused={mine}>
        <input type="hidden" name="edit" value={key} />
        <TextField name="why" label="Why" isRequired hint="Everybody can read this. At most 500 characters." />
        <p className="hint">Votes from before this version are set apart until those who cast them confirm them.</p>
        <Submit>Set earlier votes apart</Submit>
      </Form>
    </details>
  )
}
