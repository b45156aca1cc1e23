import type { RefusedForm } from '#app/http/refusals.server.ts'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { DisputeForm } from '../rulings/ruling-forms.tsx'
import { LabelMeaning } from './label-meaning.tsx'
import type { LabelVersion } from './wording.ts'

const changeWords = { first: 'as proposed', same: 'the same meaning', changed: 'another meaning' }

interface VersionsProps {
  versions: LabelVersion[]
  /** Of an edit that was said to keep the meaning, that it does not. */
  mayDispute: boolean
  refused: RefusedForm | undefined
}

/** What a label was said to mean, the newest first. */
export function VersionList({ versions, mayDispute, refused }: VersionsProps) {
  return (
    <ol className="list label-versions" reversed>
      {versions.map((version) => (
        <li key={version.version}>
          <div className="meta">
            <h2>Version {version.version}</h2>
            <span>{changeWords[version.change]}</span>
            <MemberLink handle={version.handle} />
            <Time ms={version.createdAt} />
          </div>
          <LabelMeaning label={version} title="h3" />
          {mayDispute && version.change === 'same' ? <DisputeForm version={version.version} refused={refused} /> : null}
        </li>
      ))}
    </ol>
  )
}
