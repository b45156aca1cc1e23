import type { Browse } from './browse.ts'
import { Choice } from './choice.tsx'
import type { Facets } from './facets.server.ts'

interface BrowseToolsProps {
  slug: string
  browse: Browse
  facets: Facets
}

/** In which order, and which of them: a plain form, whose answer is an address to pass on. */
export function BrowseTools({ slug, browse, facets }: BrowseToolsProps) {
  const scores = facets.scores.filter(({ kind }) => kind !== 'words')
  const conditions = facets.conditions.flatMap(({ condition, n }) => (condition === null ? [] : [{ condition, n }]))
  return (
    <form method="get" action={`/collections/${slug}`} className="browse-tools">
      <Choice name="sort" label="Order" value={browse.sort}>
        <option value="order">as collected</option>
        {scores.length > 0 ? <option value="score">by score</option> : null}
        <option value="split">by split: where people differ most</option>
        <option value="random">at random</option>
      </Choice>
      {scores.length > 0 ? <ScoreChoice names={scores.map(({ name }) => name)} browse={browse} /> : null}
      {conditions.length > 1 ? (
        <Choice name="condition" label="Condition" value={browse.condition}>
          <option value="">all</option>
          {conditions.slice(0, 100).map(({ condition, n }) => (
            <option key={condition} value={condition}>
              {condition} ({n})
            </option>
          ))}
        </Choice>
      ) : null}
      {facets.labels.length > 0 ? (
        <Choice name="label" label="Label" value={browse.label}>
          <option value="">any or none</option>
          {facets.labels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      ) : null}
      <button className="button quiet" type="submit">
        Show
      </button>
    </form>
  )
}

function ScoreChoice({ names, browse }: { names: string[]; browse: Browse }) {
  return (
    <>
      <Choice name="score" label="Score" value={browse.score}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Choice>
      <Choice name="way" label="First" value={browse.way}>
        <option value="high">the highest</option>
        <option value="low">the lowest</option>
      </Choice>
    </>
  )
}
