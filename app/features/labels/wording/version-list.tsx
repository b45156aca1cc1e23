import type { RefusedForm } from '#app/http/refusals.server.ts'
import { type DiffOf, VersionWords } from '#app/ui/changed-words.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { DisputeForm } from '../rulings/ruling-forms.tsx'
import type { LabelVersion } from './wording.ts'

const changeWords = { first: 'as proposed', same: 'the same meaning', changed: 'another meaning' }

const wordsIn = ({ definition, examples, counterExamples }: LabelVersion) => [
  { name: 'Definition', text: definition },
  { name: 'Examples', text: examples },
  { name: 'Counter-examples', text: counterExamples },
]

interface VersionsProps {
  versions: LabelVersion[]
  /** Of an edit that was said to keep the meaning, that it does not. */
  mayDispute: boolean
  refused: RefusedForm | undefined
  Diff: DiffOf
}

/** What a label was said to mean, the newest first, each with what it changed. */
export function VersionList({ versions, mayDispute, refused, Diff }: VersionsProps) {
  const all = versions.map((one) => ({ ...one, words: wordsIn(one) }))
  return (
    <ol className="list versions" reversed>
      {all.map((version, n) => (
        <li key={version.version}>
          <p className="meta">
            <b>Version {version.version}</b>
            <span>{changeWords[version.change]}</span>
            <MemberLink handle={version.handle} />
            <Time ms={version.createdAt} />
          </p>
          <VersionWords words={version.words} before={all[n + 1]?.words} Diff={Diff} />
          {mayDispute && version.change === 'same' ? <DisputeForm version={version.version} refused={refused} /> : null}
        </li>
      ))}
    </ol>
  )
}
