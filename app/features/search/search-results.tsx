import { MemberLink } from '#app/ui/plain.tsx'
import { Count, Time } from '#app/ui/time.tsx'
import { type EntryKind, entryKinds, type Hit, kindsInOrder, type Piece } from './entry.ts'

/** The address of a search, on a tab of its results. */
export function searchAddress(q: string, kind: EntryKind | null): string {
  return `/search?${new URLSearchParams({ q, ...(kind ? { type: kind } : {}) })}`
}

/** How many of each kind were found; only the kinds of which there are some, and the one that is open. */
export function SearchTabs({
  q,
  kind,
  counts,
}: {
  q: string
  kind: EntryKind | null
  counts: Record<EntryKind, number>
}) {
  const all = kindsInOrder.reduce((sum, one) => sum + counts[one], 0)
  const tabs = [[null, 'All', all] as const, ...kindsInOrder.map((one) => [one, entryKinds[one], counts[one]] as const)]
  return (
    <nav aria-label="Kinds of results" className="tabs">
      {tabs
        .filter(([one, , count]) => one === null || one === kind || count > 0)
        .map(([one, words, count]) => (
          <a key={words} href={searchAddress(q, one)} aria-current={one === kind ? 'page' : undefined}>
            {words}{' '}
            <span className="count">
              <Count n={count} />
            </span>
          </a>
        ))}
    </nav>
  )
}

export function SearchResults({ hits }: { hits: Hit[] }) {
  return (
    <ol className="list search-results">
      {hits.map((hit) => (
        <li key={`${hit.kind}-${hit.id}-${hit.place}`}>
          <h2>
            <a href={hit.href}>
              {hit.kind === 'comment' ? 'On ' : null}
              <Pieces pieces={hit.title} />
            </a>
          </h2>
          <p className="snippet">
            <Pieces pieces={hit.snippet} />
          </p>
          <p className="meta">
            <span>{kindWords(hit)}</span>
            {hit.kind === 'member' ? null : <MemberLink handle={hit.author} />}
            <Time ms={hit.createdAt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function kindWords({ kind, role, place }: Hit): string {
  return kind === 'turn' ? `turn ${place}, ${role}` : kind
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
  return pieces.map(({ text, isHit }, n) => (isHit ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>))
}
