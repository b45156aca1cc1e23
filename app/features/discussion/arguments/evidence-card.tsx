import { LabelMark, TallyLine } from '#app/features/labels/label-chip.tsx'
import type { Labelling } from '#app/features/labels/labelling.ts'
import { contextLength } from '#app/features/transcripts/excerpt.ts'
import { lengthOf, shortened } from '#app/lib/text.ts'
import type { Bearing, Evidence } from '../bearing.ts'
import type { Cards, Cited } from './evidence.server.ts'

/** The words in place, the label relied on as it stands now, and the note. */
function EvidenceCard({ evidence, cited }: { evidence: Evidence; cited: Cited | undefined }) {
  if (!cited) return null
  const labelling = cited.labellings.find(({ labelId }) => labelId === evidence.labelId)
  const facts = [cited.model, cited.condition].filter(Boolean).join(', ')
  return (
    <figure className="card evidence">
      <WordsInPlace cited={cited} />
      <figcaption>
        {evidence.labelId ? (
          <RelyingOn name={evidence.labelName ?? ''} id={evidence.labelId} labelling={labelling} />
        ) : null}
        {evidence.note ? <p className="evidence-note">{evidence.note}</p> : null}
        <p className="meta">
          <a href={`/excerpts/${cited.id}`}>The excerpt</a>
          <span>
            from <a href={`/transcripts/${cited.transcriptId}`}>{cited.transcriptTitle}</a>
          </span>
          {facts ? <span>{facts}</span> : null}
        </p>
      </figcaption>
    </figure>
  )
}

const mostWords = 1000

/** What stands around the words is kept by length; a word cut in two is left out for an ellipsis. */
const fromWord = (prefix: string) => (lengthOf(prefix) < contextLength ? prefix : prefix.replace(/^\S*(?=\s)/, '…'))
const toWord = (suffix: string) => (lengthOf(suffix) < contextLength ? suffix : suffix.replace(/(?<=\s)\S*$/, '…'))

/** What an excerpt says, with what stands around it. */
export function WordsInPlace({ cited }: { cited: Cited }) {
  if (cited.isWhole) return <p className="soft">The whole transcript.</p>
  return (
    <blockquote className="in-place">
      <span className="faint">{fromWord(cited.prefix)}</span>
      <mark>{cited.exact.length > mostWords ? shortened(cited.exact, mostWords) : cited.exact}</mark>
      <span className="faint">{toWord(cited.suffix)}</span>
    </blockquote>
  )
}

function RelyingOn({ name, id, labelling }: { name: string; id: string; labelling: Labelling | undefined }) {
  return (
    <p className="relied-on">
      <LabelMark labelId={id} /> <a href={`/labels/${id}`}>{name}</a>
      {labelling ? <TallyLine labelling={labelling} /> : <span>no votes</span>}
    </p>
  )
}

export function EvidenceCards({ evidence, cards }: { evidence: Evidence[]; cards: Cards }) {
  if (evidence.length === 0) return null
  return (
    <div className="evidence-cards">
      {evidence.map((one) => (
        <EvidenceCard key={`${one.excerptId} ${one.labelId} ${one.note}`} evidence={one} cited={cards[one.excerptId]} />
      ))}
    </div>
  )
}

/** What a post or comment argues, in a sentence. */
export function BearingLine({ bearing, isOnItsClaim }: { bearing: Bearing | null; isOnItsClaim?: boolean }) {
  if (!bearing) return null
  const { direction, on, framingId, framingName, hue, standpointName, claimId, claimStatement } = bearing
  const framing = (
    <a className={`framing-name hue-${hue}`} href={`/framings/${framingId}`}>
      {framingName}
    </a>
  )
  const isFor = direction === 'for'
  return (
    <p className={`bearing ${direction}`}>
      {on === 'fit' ? (
        <>
          Argues that {framing} {isFor ? 'fits' : 'does not fit'}
        </>
      ) : (
        <>
          Argues {isFor ? 'for' : 'against'} {framing} as the name
        </>
      )}
      {standpointName ? `, ${standpointName}` : ''}
      {isOnItsClaim ? (
        '.'
      ) : (
        <>
          , on the claim <a href={`/claims/${claimId}`}>{claimStatement}</a>
        </>
      )}
    </p>
  )
}
