import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { LabelMeaning } from './label-meaning.tsx'
import type { LabelVersion } from './wording.ts'

const changeWords = { first: 'as proposed', same: 'the same meaning', changed: 'another meaning' }

/** What a label was said to mean, the newest first. */
export function VersionList({ versions }: { versions: LabelVersion[] }) {
  return (
    <ol className="list" reversed>
      {versions.map((version) => (
        <li key={version.version}>
          <p className="meta">
            <b>Version {version.version}</b>
            <span>{changeWords[version.change]}</span>
            <MemberLink handle={version.handle} />
            <Time ms={version.createdAt} />
          </p>
          <LabelMeaning label={version} title="h3" />
        </li>
      ))}
    </ol>
  )
}
