import type { Claim } from '#app/features/claims/claim.ts'
import { counted } from '#app/ui/plain.tsx'
import { PlotFiles } from '#app/ui/plots/plot-files.tsx'
import { Time } from '#app/ui/time.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { CampRun, CampsOfClaim, PublicCamp } from '../runs/run.ts'
import { CampMap } from './camp-map.tsx'
import {
  campCellWords,
  cellName,
  checkWords,
  isOf,
  letterOf,
  representsWords,
  type Shared,
  sharedBy,
} from './camp-words.ts'

interface Props {
  claim: Claim
  /** Among the ballots on this claim. */
  own: CampsOfClaim
  /** Among those on all other claims: what they say of this one is no circle. */
  elsewhere: CampsOfClaim
}

/** Where the camps are: which members' ballots go together, what each camp says, and what all share. */
export function CampsSection({ claim, own, elsewhere }: Props) {
  return (
    <section className="camps" id="camps" aria-labelledby="camps-heading" data-live>
      <h2 id="camps-heading">Where the camps are</h2>
      {own.status === 'ok' ? (
        <Found claim={claim} run={own} />
      ) : own.status === 'none' ? (
        <NoCamps run={own} />
      ) : (
        <p>The camps are being computed, and show here soon; without scripts, when the page is loaded again.</p>
      )}
      {elsewhere.status === 'ok' ? <ByCamp claim={claim} run={elsewhere} /> : null}
      <p className="soft small">
        Camps are found in how ballots go together, as <a href="/numbers#camps">said here</a>; they have no names and no
        list of members. Whoever does not want to be counted can <a href="/settings#camps">leave them</a>.
      </p>
    </section>
  )
}

type Run = CampRun & { computedAt: number; isStale: boolean }

function NoCamps({ run }: { run: Run }) {
  const failed = run.checks.filter(({ passed }) => !passed)
  return (
    <>
      <p>
        {failed.some(({ name }) => name === 'members')
          ? 'Too few have voted to look for camps.'
          : 'No camps: the ballots do not fall into groups that hold up.'}
      </p>
      <Checks run={run} isOpen={false} />
    </>
  )
}

function Found({ claim, run }: { claim: Claim; run: Run }) {
  const shared = sharedBy(run.camps)
  return (
    <>
      <CampMap id={claim.id} camps={run.camps} />
      <ul className="camp-list">
        {run.camps.map((camp) => (
          <CampItem key={camp.id} claim={claim} camp={camp} />
        ))}
      </ul>
      <SharedByAll claim={claim} shared={shared} />
      <CampTable claim={claim} run={run} caption="How each camp judged every cell" />
      <PlotFiles of="the camps" at={`/claims/${claim.id}/camps`} about="camps" />
      <Checks run={run} isOpen={false} />
    </>
  )
}

const outright = 4

function CampItem({ claim, camp }: { claim: Claim; camp: PublicCamp }) {
  const cells = camp.represents.filter((cell) => isOf(claim, cell)).slice(0, outright)
  return (
    <li className={`camp-${camp.id}`}>
      <h3>
        Camp {letterOf(camp)} <span className="soft small">{counted(camp.size, 'member')}</span>
      </h3>
      {cells.length === 0 ? (
        <p className="soft">Nothing sets it apart strongly enough.</p>
      ) : (
        <ul>
          {cells.map((cell) => (
            <li key={`${cell.standpointId} ${cell.framingId}`}>
              {cellName(claim, cell)} <span className="soft small">{representsWords(claim, cell)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function SharedByAll({ claim, shared }: { claim: Claim; shared: readonly Shared[] }) {
  const word = { agree: claim.kind === 'case' ? 'fits' : 'yes', disagree: claim.kind === 'case' ? 'misfits' : 'no' }
  return (
    <>
      <h3>What all share</h3>
      {shared.length === 0 ? (
        <p className="soft">Nothing that every camp says by a clear majority.</p>
      ) : (
        <ul>
          {shared.slice(0, outright).map((one) => (
            <li key={`${one.standpointId} ${one.framingId}`}>
              {cellName(claim, one)}{' '}
              <span className="soft small">
                {word[one.side]}, at least {Math.round(100 * one.least)}&nbsp;% likely in every camp
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ByCamp({ claim, run }: { claim: Claim; run: Run }) {
  return (
    <>
      <h3>Seen by the camps of all other claims</h3>
      <p className="small">
        Camps found without any ballot on this claim, and how their members judged it:{' '}
        {run.camps.map((camp) => `${letterOf(camp)} has ${counted(camp.size, 'member')}`).join(', ')}.
      </p>
      <CampTable claim={claim} run={run} caption="How the camps of all other claims judge this one" />
    </>
  )
}

function CampTable({ claim, run, caption }: { claim: Claim; run: Run; caption: string }) {
  const cells = run.camps[0]?.cells.filter((cell) => isOf(claim, cell)) ?? []
  return (
    <details>
      <summary>{caption}</summary>
      <Wide label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Cell</th>
              {run.camps.map((camp) => (
                <th key={camp.id} scope="col">
                  Camp {letterOf(camp)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={`${cell.standpointId} ${cell.framingId}`}>
                <th scope="row">{cellName(claim, cell)}</th>
                {run.camps.map(({ id, cells: own }) => (
                  <td key={id}>
                    {campCellWords(
                      claim,
                      own.find((one) => one.standpointId === cell.standpointId && one.framingId === cell.framingId),
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}

function Checks({ run, isOpen }: { run: Run; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>How this was found and tested</summary>
      <ul className="small">
        {run.checks.map((check) => (
          <li key={check.name}>
            {check.passed ? 'Passed' : 'Failed'}: {checkWords(check)}
          </li>
        ))}
      </ul>
      <p className="soft small">
        Computed <Time ms={run.computedAt} /> from {counted(run.ballots, 'ballot')} of {counted(run.members, 'member')}
        {run.isStale ? '; ballots have come in since and are taken up at the next run' : ''}.
      </p>
    </details>
  )
}
