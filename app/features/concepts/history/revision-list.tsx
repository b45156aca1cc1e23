import { ChangedWords, type DiffOf, FirstWords } from '#app/ui/changed-words.tsx'
import { Submit } from '#app/ui/form.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Revision } from '../wording/edit.ts'
import { changesBetween, type Field, fieldNames, fieldsOf, type Words } from '../wording/words.ts'

interface Props {
  revisions: readonly Revision[]
  /** What it said before the last of these. */
  before: Words | null
  /** The version that stands now. */
  version: number
  mayRestore: boolean
  Diff: DiffOf
}

/** What a concept said, the newest first: of each version what it changed, who wrote it and why, and the way back to it. */
export function RevisionList({ revisions, before, version, mayRestore, Diff }: Props) {
  return (
    <ol className="list versions" reversed>
      {revisions.map((one, n) => (
        <li key={one.version} id={`version-${one.version}`}>
          <p className="meta">
            <b>Version {one.version}</b>
            <MemberLink handle={one.handle} />
            <Time ms={one.createdAt} />
            {one.restores ? <span>says again what version {one.restores} said</span> : null}
          </p>
          {one.why ? <p>{one.why}</p> : null}
          <Said words={one.words} before={revisions[n + 1]?.words ?? before} Diff={Diff} />
          {mayRestore && one.version !== version ? <RestoreForm version={one.version} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Said({ words, before, Diff }: { words: Words; before: Words | null; Diff: DiffOf }) {
  const said = fieldsOf(words)
  if (before) return <ChangedWords changes={changesBetween(fieldsOf(before), said)} Diff={Diff} />
  return (
    <FirstWords words={Object.entries(fieldNames).map(([field, name]) => ({ name, text: said[field as Field] }))} />
  )
}

function RestoreForm({ version }: { version: number }) {
  return (
    <form method="post">
      <input type="hidden" name="version" value={version} />
      <Submit>Restore version {version}</Submit>
    </form>
  )
}
