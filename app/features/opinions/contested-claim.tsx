import { rowsOf } from '#app/features/ballots/tally-words.ts'
import { OneTap, WhatATapDoes } from '#app/features/ballots/voting/one-tap.tsx'
import { firstQuestion } from '#app/features/claims/framing.ts'
import { counted } from '#app/ui/plain.tsx'
import { PlotAxis, PlotLanes, PlotTable, plotCaption, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import type { Contested } from './contested.server.ts'

/** One claim over which people divide: the question first, then its most divided framings. */
export function ContestedClaim({ claim, voters, tally, named }: Contested) {
  return (
    <article className="card contested-claim">
      <h3>
        <a href={`/claims/${claim.id}`}>{claim.statement}</a>
      </h3>
      <p className="meta">
        <span>{counted(voters, 'member')} voted</span>
        <span>{counted(claim.framings.length, 'framing')}</span>
        <span>{counted(claim.standpoints.length, 'standpoint')}</span>
      </p>
      <div className="asked">
        <h4 id={`asked-${claim.id}`}>{claim.kind === 'case' ? firstQuestion(claim) : 'Does it hold as stated?'}</h4>
        {named === undefined ? <WhatATapDoes kind={claim.kind} /> : null}
        <OneTap claim={claim} named={named} />
      </div>
      {tally && voters > 0 ? <Divided claim={claim} tally={tally} /> : null}
      {tally ? null : <p className="soft">Say first; then you see where the others stand.</p>}
    </article>
  )
}

const shownRows = 3

function Divided({ claim, tally }: { claim: Contested['claim']; tally: NonNullable<Contested['tally']> }) {
  const overall = claim.standpoints[0]?.id
  const splitOf = (framingId: string) =>
    tally.cells.find((cell) => cell.framingId === framingId && cell.standpointId === overall)?.split ?? 0
  const rows = rowsOf(claim, tally).sort((a, b) => splitOf(b.id) - splitOf(a.id))
  const shown = rows.slice(0, shownRows)
  return (
    <>
      <PlotAxis />
      <ul className="divided">
        {shown.map((row) => (
          <li key={row.id}>
            <h4>{row.name}</h4>
            <PlotLanes row={row} />
            <StandpointPlot row={row} />
          </li>
        ))}
      </ul>
      <p className="soft small">
        The share that says “fits”, one mark a standpoint; the further a line leans, the more it is the standpoint that
        divides. {plotCaption}
        {rows.length > shown.length
          ? ` ${counted(rows.length - shown.length, 'more framing')} on the claim’s page.`
          : ''}
      </p>
      <PlotTable rows={shown} caption={`Where people stand on “${claim.statement}”. ${plotCaption}`} />
    </>
  )
}
