import type { Claim } from '#app/features/claims/claim.ts'
import { Choice } from '#app/features/surveys/choice.tsx'
import { type ArgumentSort, argumentSorts } from './argument-order.ts'
import { type AskedArguments, atAll } from './asked-arguments.ts'

const sortWords: Record<ArgumentSort, string> = {
  strongest: 'strongest',
  across: 'across the line',
  best: 'best',
  newest: 'newest',
  moved: 'most moved',
  oldest: 'oldest',
}

/** Where a list of a claim's arguments is found again. */
export function argumentsPath(claimId: string, { framing, direction, on, standpoint, sort }: AskedArguments): string {
  const said = Object.entries({ framing, direction, on, standpoint, sort }).filter(([, value]) => value !== '')
  return `/claims/${claimId}/arguments?${new URLSearchParams(said)}`
}

/** Where one argues what a list of arguments is asked about. */
export function arguePath(claimId: string, about: { framing?: string; direction?: string } = {}): string {
  const said = Object.entries({ framing: about.framing, direction: about.direction }).filter(([, value]) => value)
  return `/comments/new?${new URLSearchParams([['on', `claim.${claimId}`], ['claim', claimId], ...(said as [string, string][])])}`
}

/** Which arguments, and in which order: a plain form and plain links, whose answers are addresses to pass on. */
export function ArgumentsTools({ claim, asked }: { claim: Claim; asked: AskedArguments }) {
  return (
    <>
      <form method="get" action={`/claims/${claim.id}/arguments`} className="browse-tools">
        <input type="hidden" name="sort" value={asked.sort} />
        {claim.framings.length > 1 ? (
          <Choice name="framing" label="About" value={asked.framing}>
            <option value="">every framing</option>
            {claim.framings.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        ) : null}
        <Choice name="direction" label="Side" value={asked.direction}>
          <option value="">for and against</option>
          <option value="for">for</option>
          <option value="against">against</option>
        </Choice>
        {claim.kind === 'case' ? (
          <Choice name="on" label="On" value={asked.on}>
            <option value="">fit and name</option>
            <option value="fit">its fit</option>
            <option value="name">its name</option>
          </Choice>
        ) : null}
        {claim.standpoints.length > 1 ? <FromWhere claim={claim} asked={asked} /> : null}
        <button className="button quiet" type="submit">
          Show
        </button>
      </form>
      <Orders claim={claim} asked={asked} />
    </>
  )
}

function Orders({ claim, asked }: { claim: Claim; asked: AskedArguments }) {
  return (
    <nav aria-label="Order of arguments" className="tabs">
      {argumentSorts.map((sort) => (
        <a
          key={sort}
          href={argumentsPath(claim.id, { ...asked, sort })}
          aria-current={sort === asked.sort ? 'true' : undefined}
        >
          {sortWords[sort]}
        </a>
      ))}
    </nav>
  )
}

function FromWhere({ claim, asked }: { claim: Claim; asked: AskedArguments }) {
  return (
    <Choice name="standpoint" label="Standpoint" value={asked.standpoint}>
      <option value="">any</option>
      <option value={atAll}>none named</option>
      {claim.standpoints.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Choice>
  )
}
