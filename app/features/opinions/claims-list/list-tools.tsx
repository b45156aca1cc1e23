import type { ClaimKind } from '#app/features/claims/claim.ts'
import { type Listed, listPath, sorts, sortWords } from './sort.ts'

const kinds: (readonly [ClaimKind | null, string])[] = [
  [null, 'All'],
  ['case', 'Cases'],
  ['proposition', 'Propositions'],
]

/** The orders of the list and its kinds, as links, and the rule of the order that is chosen. */
export function ListTools({ by }: { by: Listed }) {
  return (
    <div className="claims-tools">
      <nav className="kinds" aria-label="Order">
        {sorts.map((sort) => (
          <a key={sort} href={listPath({ ...by, sort })} aria-current={sort === by.sort ? 'page' : undefined}>
            {sortWords[sort].name}
          </a>
        ))}
      </nav>
      <nav className="kinds" aria-label="Kind">
        {kinds.map(([kind, words]) => (
          <a key={words} href={listPath({ ...by, kind })} aria-current={kind === by.kind ? 'page' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      {by.sort === 'newest' ? null : (
        <p className="soft small">
          {sortWords[by.sort].rule} <a href="/numbers#ranking">How this is reckoned</a>
        </p>
      )}
    </div>
  )
}
