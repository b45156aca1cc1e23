import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Collection } from './collection.ts'

export function CollectionList({ collections }: { collections: Collection[] }) {
  return (
    <ul className="list">
      {collections.map(({ id, title, transcriptCount, madeBy, createdAt }) => (
        <li key={id}>
          <h2>
            <a href={`/collections/${id}`}>{title}</a>
          </h2>
          <p className="meta">
            <span>{counted(transcriptCount, 'transcript')}</span>
            <span>
              <MemberLink handle={madeBy} />, <Time ms={createdAt} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
