import { counted, StateSign } from '#app/ui/plain.tsx'
import { signOf } from './label.ts'
import { type Labelling, type Machine, machineWords, stateWords, tallyWords } from './labelling.ts'

/** The label's mark in its hue: both are needed, colour is never the only sign. */
export function LabelMark({ labelId }: { labelId: string }) {
  const { hue, mark } = signOf(labelId)
  return (
    <span className={`label-mark hue-${hue}`} aria-hidden="true">
      {mark}
    </span>
  )
}

/** A label on an excerpt in one line: name, votes, state where there is one to tell. Leads to the excerpt where `href` says so, else to the label. */
export function LabellingChip({ labelling, href }: { labelling: Labelling; href?: string }) {
  const { labelId, name, agree, disagree, state, machine } = labelling
  const isVoted = agree + disagree + labelling.unsure > 0
  return (
    <a className="label-chip" href={href ?? `/labels/${labelId}`}>
      <LabelMark labelId={labelId} />
      <span className="label-name">{name}</span>
      {isVoted ? (
        <span className="label-count" title={tallyWords(labelling)}>
          <span aria-hidden="true">
            {agree}:{disagree}
          </span>
          <span className="visually-hidden">, {tallyWords(labelling)}</span>
        </span>
      ) : null}
      {state === 'open' ? null : <StateSign state={state} words={stateWords(labelling)} />}
      {machine && !isVoted ? (
        <span className="label-machine" title={machineWords(machine)}>
          {isMachineAgainst(machine) ? 'machine: no' : 'machine'}
        </span>
      ) : null}
    </a>
  )
}

// As in confusions: without a score a machine says that the label fits.
const isMachineAgainst = ({ score }: Machine) => score !== null && score < 0.5

/** The votes in words, with the state where there is one to tell. */
export function TallyLine({ labelling }: { labelling: Labelling }) {
  const { state, given, machine, agree, disagree, unsure, earlier } = labelling
  const onEarlier = earlier.agree + earlier.disagree + earlier.unsure
  const from = [given ? 'came with the data' : '', machine ? machineWords(machine) : ''].filter(Boolean)
  return (
    <>
      {state === 'open' ? null : <StateSign state={state} words={stateWords(labelling)} />}
      <span>
        {agree + disagree + unsure === 0
          ? `no votes ${onEarlier > 0 ? 'on these words ' : ''}yet`
          : tallyWords(labelling)}
      </span>
      {onEarlier > 0 ? <span>{counted(onEarlier, 'vote')} on earlier words</span> : null}
      {from.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </>
  )
}
