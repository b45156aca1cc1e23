import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Ruling } from './ruling.ts'

/** What moderators decided about a label and about what was merged into it, and why. */
export function RulingList({ rulings }: { rulings: Ruling[] }) {
  return (
    <ul className="list">
      {rulings.map((ruling) => (
        <li key={ruling.id}>
          <p className="ruling">
            <RulingWords ruling={ruling} />
          </p>
          <p className="prose ruling-why">{ruling.why}</p>
          <p className="meta">
            <MemberLink handle={ruling.handle} />
            <Time ms={ruling.at} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function RulingWords({ ruling }: { ruling: Ruling }) {
  const { kind, labelId, name, otherId, otherName, version } = ruling
  const from = <a href={`/labels/${labelId}/history`}>“{name}”</a>
  const into = <a href={`/labels/${otherId}`}>“{otherName}”</a>
  switch (kind) {
    case 'merged':
      return (
        <>
          {from} was merged into {into}.
        </>
      )
    case 'parted':
      return (
        <>
          The merge of {from} into {into} was taken back.
        </>
      )
    case 'retired':
      return <>“{name}” was retired.</>
    case 'returned':
      return <>“{name}” was brought back.</>
    case 'changed':
      return (
        <>
          Version {version} of “{name}” means something else than the one before.
        </>
      )
  }
}
