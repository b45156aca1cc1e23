import { type DiffOf, VersionWords } from '#app/ui/changed-words.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { CollectionVersion } from './collection.ts'

const wordsIn = ({ title, description, visibility }: CollectionVersion) => [
  { name: 'Title', text: title },
  { name: 'Description', text: description },
  { name: 'Who finds it', text: visibility },
]

/** What a collection was called and said to be, the newest first, each with what it changed. */
export function CollectionVersionList({ versions, Diff }: { versions: CollectionVersion[]; Diff: DiffOf }) {
  const all = versions.map((one) => ({ ...one, words: wordsIn(one) }))
  return (
    <ol className="list versions" reversed>
      {all.map(({ version, editedBy, editedAt, words }, n) => (
        <li key={version}>
          <p className="meta">
            <b>Version {version}</b>
            {editedBy !== null && editedAt !== null ? (
              <span>
                replaced by <MemberLink handle={editedBy} />, <Time ms={editedAt} />
              </span>
            ) : (
              <span>as it stands</span>
            )}
          </p>
          <VersionWords words={words} before={all[n + 1]?.words} Diff={Diff} />
        </li>
      ))}
    </ol>
  )
}
