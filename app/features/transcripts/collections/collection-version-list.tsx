import { MemberLink } from '#app/ui/plain.tsx'
import { ProseHtml } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CollectionVersion } from './collection.ts'

/** What a collection was called and said to be, the newest first. */
export function CollectionVersionList({ versions }: { versions: CollectionVersion[] }) {
  return (
    <ol className="list" reversed>
      {versions.map(({ version, title, html, visibility, editedBy, editedAt }) => (
        <li key={version}>
          <h2>{title}</h2>
          <p className="meta">
            <b>Version {version}</b>
            <span>{visibility}</span>
            {editedBy !== null && editedAt !== null ? (
              <span>
                replaced by <MemberLink handle={editedBy} />, <Time ms={editedAt} />
              </span>
            ) : (
              <span>as it stands</span>
            )}
          </p>
          {html ? <ProseHtml html={html} className="prose" /> : <p className="soft">No description.</p>}
        </li>
      ))}
    </ol>
  )
}
