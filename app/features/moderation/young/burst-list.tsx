import { fewest } from '#app/features/ballots/established/by-age.ts'
import { counted } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { Compared, ComparedBurst } from './young.server.ts'

/** Claims on which many young accounts voted within a day: to be looked at, nothing follows by itself. */
export function BurstList({ bursts }: { bursts: ComparedBurst[] }) {
  return (
    <ol className="list">
      {bursts.map(({ claimId, statement, members, voters, at, cells }) => (
        <li key={claimId}>
          <p>
            <a href={`/claims/${claimId}`}>{statement}</a>
          </p>
          <p className="meta">
            <span>
              {counted(members, 'account')} younger than 7 days voted within a day, of {counted(voters, 'voter')} in all
            </span>
            <Time ms={at} />
          </p>
          <ComparedCells statement={statement} cells={cells} />
        </li>
      ))}
    </ol>
  )
}

const tooFew = `What they change is not told: nowhere did ${fewest} young accounts and ${fewest} others judge.`

function ComparedCells({ statement, cells }: { statement: string; cells: Compared[] }) {
  if (cells.length === 0) return <p className="soft">{tooFew}</p>
  return (
    <Wide label={`The tally with and without young accounts: ${statement}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Where young accounts change most</th>
            <th scope="col">With them</th>
            <th scope="col">Without</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ framing, standpoint, all, without }) => (
            <tr key={`${framing} ${standpoint}`}>
              <th scope="row">
                {framing}, {standpoint}
              </th>
              <td>{shareWords(all)}</td>
              <td>{shareWords(without)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

const shareWords = ({ share, n }: Compared['all']) =>
  share === null ? 'nobody' : `${Math.round(share * 100)}\u00a0% of ${n}`
