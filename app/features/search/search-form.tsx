import { Submit } from '#app/ui/form.tsx'

/** The box of the search page, with what may be typed into it. */
export function SearchForm({ q, kind, faults }: { q: string; kind: string | null; faults: string[] }) {
  const says = ['search-hint', faults.length > 0 ? 'search-fault' : ''].filter(Boolean).join(' ')
  return (
    <search>
      <form action="/search" className="search-form">
        <label className="visually-hidden" htmlFor="search-q">
          Search for
        </label>
        <input
          type="search"
          id="search-q"
          name="q"
          defaultValue={q}
          autoComplete="off"
          aria-describedby={says}
          aria-invalid={faults.length > 0 || undefined}
        />
        {kind ? <input type="hidden" name="type" value={kind} /> : null}
        <Submit>Search</Submit>
      </form>
      {faults.length > 0 ? (
        <p className="error" id="search-fault">
          {faults.join(' ')}
        </p>
      ) : null}
      <SearchSigns />
    </search>
  )
}

function SearchSigns() {
  return (
    <details className="small" id="search-hint">
      <summary>What can be typed</summary>
      <dl className="search-signs">
        {signs.map(([sign, meaning]) => (
          <div key={sign}>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const signs = [
  ['goal guarding', 'both words, in any order'],
  ['"goal guarding"', 'these words together'],
  ['guard*', 'words that begin so'],
  ['-joke', 'without this word'],
  ['author:wren', 'by this member'],
  ['label:"open refusal"', 'words that carry the label, and what relies on it'],
  ['model:opus', 'transcripts and turns of this model'],
  ['role:scratchpad', 'turns of this role'],
  ['type:comment', 'of this type'],
  ['after:2026-01 before:2026-07', 'from the first day on, and before the second'],
] as const
