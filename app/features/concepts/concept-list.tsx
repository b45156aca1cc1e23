import { MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { conceptKinds } from './concept.ts'
import type { ListedConcept } from './concepts.server.ts'
import { type Choice, listPath } from './listed.ts'

interface ToolsProps {
  choice: Choice
  counts: Partial<Record<string, number>>
}

/** The kinds of the list with how many there are, and a field for a part of a name. */
export function ConceptTools({ choice, counts }: ToolsProps) {
  const all = Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0)
  return (
    <div className="concept-tools">
      <nav className="kinds" aria-label="Kind">
        <a href={listPath({ ...choice, kind: null })} aria-current={choice.kind === null ? 'page' : undefined}>
          All <span className="soft">{all}</span>
        </a>
        {conceptKinds
          .filter((kind) => counts[kind])
          .map((kind) => (
            <a key={kind} href={listPath({ ...choice, kind })} aria-current={kind === choice.kind ? 'page' : undefined}>
              {kindWords[kind].many} <span className="soft">{counts[kind]}</span>
            </a>
          ))}
      </nav>
      <form className="filter" action="/concepts">
        {choice.kind ? <input type="hidden" name="kind" value={choice.kind} /> : null}
        <input type="search" name="part" defaultValue={choice.part} aria-label="Part of a name" />
        <button type="submit" className="button quiet">
          Filter by name
        </button>
      </form>
    </div>
  )
}

export const kindWords: Record<(typeof conceptKinds)[number], { one: string; many: string }> = {
  paper: { one: 'Paper', many: 'Papers' },
  thinker: { one: 'Thinker', many: 'Thinkers' },
  framework: { one: 'Framework', many: 'Frameworks' },
  method: { one: 'Method', many: 'Methods' },
  concept: { one: 'Concept', many: 'Concepts' },
  artifact: { one: 'Artifact', many: 'Artifacts' },
  quote: { one: 'Quote', many: 'Quotes' },
  question: { one: 'Question', many: 'Questions' },
}

export function ConceptList({ concepts }: { concepts: (ListedConcept & { words: string })[] }) {
  return (
    <ul className="list">
      {concepts.map(({ id, kind, name, aliases, words, madeBy, createdAt }) => (
        <li key={id}>
          <h2>
            <a href={`/concepts/${id}`}>{name}</a>
          </h2>
          {words ? <p>{words}</p> : null}
          <p className="meta">
            <span>{kindWords[kind].one}</span>
            {aliases.length > 0 ? <span>also called {aliases.join(', ')}</span> : null}
            <MemberLink handle={madeBy} />
            <Time ms={createdAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
