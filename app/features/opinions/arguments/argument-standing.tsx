import { approvalWords, labelWords, lineWords, movedWords, otherwiseWords, ratingWords } from './argument-words.ts'
import type { StandingArgument } from './standing-argument.ts'

/** How an argument stands among those who vote on it, in words with their numbers. */
export function ArgumentStanding({ argument }: { argument: StandingArgument }) {
  const { line, labels, rating } = argument
  const facts = [approvalWords(argument), line ? null : otherwiseWords(argument), movedWords(argument)]
  return (
    <div className="argument-standing">
      <p className="meta">{facts.map((words) => (words ? <span key={words}>{words}</span> : null))}</p>
      {line ? (
        <p>
          {line.bridges ? <Bridges /> : 'By their own ballot: '}
          {lineWords(argument)}.
        </p>
      ) : null}
      {labels.map((label) => (
        <p key={`${label.excerptId} ${label.labelId}`}>
          {label.bridges ? <Bridges /> : null}
          The label <a href={`/excerpts/${label.excerptId}`}>{label.name}</a>: {labelWords(argument, label)}.
        </p>
      ))}
      {rating && ratingWords(rating) ? <p>{ratingWords(rating)}</p> : null}
    </div>
  )
}

function Bridges() {
  return (
    <>
      <a className="bridges" href="/numbers#across">
        Across the line
      </a>
      {': '}
    </>
  )
}
