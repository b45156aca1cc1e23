import { Empty, StateSign } from '#app/ui/plain.tsx'
import { signOf } from './label.ts'
import { LabelMark } from './label-chip.tsx'
import { type Labelling, type LabelVoteValue, machineWords, stateWords, tallyWords } from './labelling.ts'

interface LabelsProps {
  excerptId: string
  labellings: Labelling[]
  /** By label id. */
  definitions: Record<string, string>
}

/** Every label on an excerpt, to be voted on in place. */
export function LabelsOnExcerpt({ excerptId, labellings, definitions }: LabelsProps) {
  return (
    <section id="labels" aria-labelledby="labels-heading">
      <h2 id="labels-heading">Labels</h2>
      {labellings.length === 0 ? <Empty>No label is on yet. The first is yours to put on.</Empty> : null}
      {labellings.map((labelling) => (
        <LabellingCard
          key={labelling.labelId}
          excerptId={excerptId}
          labelling={labelling}
          definition={definitions[labelling.labelId] ?? ''}
        />
      ))}
    </section>
  )
}

/** A label on an excerpt with what it means, how the votes stand, and one's own to cast. */
function LabellingCard(props: { excerptId: string; labelling: Labelling; definition: string }) {
  const { excerptId, labelling, definition } = props
  const { labelId, name, state } = labelling
  return (
    <article className="labelling card" aria-labelledby={`label-${labelId}`}>
      <h3 id={`label-${labelId}`}>
        <LabelMark labelId={labelId} />{' '}
        <a className="label-link" href={`/labels/${labelId}`}>
          {name}
        </a>{' '}
        <StateSign state={state} words={stateWords(labelling)} />
      </h3>
      {definition ? <p className="label-definition">{definition}</p> : null}
      <VoteBar labelling={labelling} />
      <p className="label-tally">
        {labelling.agree + labelling.disagree + labelling.unsure > 0 ? tallyWords(labelling) : 'No votes yet'}
      </p>
      <OnEarlierWords excerptId={excerptId} labelling={labelling} />
      <Origin excerptId={excerptId} labelling={labelling} />
      <LabelVotes excerptId={excerptId} labelling={labelling} swap="labels" />
    </article>
  )
}

/** Votes on words of the label that meant something else, and one's own among them, confirmed with one tap. */
function OnEarlierWords({ excerptId, labelling }: { excerptId: string; labelling: Labelling }) {
  const { labelId, name, earlier, isMineEarlier, mine } = labelling
  if (earlier.agree + earlier.disagree + earlier.unsure === 0) return null
  return (
    <div className="small on-earlier-words">
      <p>On earlier words: {tallyWords(earlier)}.</p>
      {isMineEarlier && mine ? (
        <form method="post" action={`/excerpts/${excerptId}`} data-swap="labels">
          <input type="hidden" name="label" value={labelId} />
          <p>
            You voted {mine} when “{name}” was worded otherwise.{' '}
            <button className="button quiet" type="submit" name="value" value={mine}>
              I still {stillWords[mine]}
            </button>
          </p>
        </form>
      ) : null}
    </div>
  )
}

const stillWords: Record<LabelVoteValue, string> = { agree: 'agree', disagree: 'disagree', unsure: 'am unsure' }

/** Where the label came from, where that is not a member's vote alone. */
function Origin({ excerptId, labelling }: { excerptId: string; labelling: Labelling }) {
  const { given, machine, agree, disagree, n } = labelling
  const says = [
    given ? 'The label came with the data.' : '',
    machine ? `Said by ${machineWords(machine)}.` : '',
    agree + disagree > n ? 'The vote that put it on is counted above, but not for its state.' : '',
  ].filter(Boolean)
  if (says.length === 0) return null
  return (
    <p className="small soft">
      {says.join(' ')} {machine ? <a href={`/excerpts/${excerptId}/machine`}>What it was asked and answered</a> : null}
    </p>
  )
}

const barWidth = 240
const barHeight = 12

/** The votes side by side: agree filled, unsure left empty, disagree hatched. */
function VoteBar({ labelling }: { labelling: Labelling }) {
  const { agree, disagree, unsure, labelId, name } = labelling
  const all = agree + disagree + unsure
  if (all === 0) return null
  const share = (votes: number) => (votes / all) * barWidth
  const hatch = `hatch-${labelId}`
  return (
    <svg
      className={`label-bar hue-${signOf(labelId).hue}`}
      viewBox={`0 0 ${barWidth} ${barHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Votes on ${name}: ${tallyWords(labelling)}`}
    >
      <title>{tallyWords(labelling)}</title>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      <rect className="agree" width={share(agree)} height={barHeight} />
      <rect x={share(agree + unsure)} width={share(disagree)} height={barHeight} fill={`url(#${hatch})`} />
      <rect className="frame" x="0.5" y="0.5" width={barWidth - 1} height={barHeight - 1} />
    </svg>
  )
}

const choices: [LabelVoteValue, string][] = [
  ['agree', 'Agree'],
  ['disagree', 'Disagree'],
  ['unsure', 'Unsure'],
]

interface VotesProps {
  excerptId: string
  labelling: Pick<Labelling, 'labelId' | 'name' | 'mine' | 'isMineEarlier'>
  /** Ids of the elements that the answered page brings anew. */
  swap: string
  /** Where to go afterwards; the excerpt's own page else. */
  to?: string
}

/** Agree, disagree, unsure, and a way back. */
function LabelVotes({ excerptId, labelling: { labelId, name, mine, isMineEarlier }, swap, to }: VotesProps) {
  return (
    <form method="post" action={`/excerpts/${excerptId}`} id={`votes-${excerptId}-${labelId}`} data-swap={swap}>
      <input type="hidden" name="label" value={labelId} />
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <fieldset className="choices label-votes">
        <legend className={mine ? 'visually-hidden' : 'hint'}>
          Does “{name}” fit these words, by its definition? A vote can be changed or taken back.
        </legend>
        {choices.map(([value, words]) => (
          <button key={value} type="submit" name="value" value={value} aria-pressed={mine === value && !isMineEarlier}>
            {words}
          </button>
        ))}
        {mine ? (
          <button className="link" type="submit" name="value" value="none">
            Take back
          </button>
        ) : null}
      </fieldset>
    </form>
  )
}
