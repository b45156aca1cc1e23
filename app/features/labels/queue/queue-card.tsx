import { roleWords } from '#app/features/transcripts/transcript-page.tsx'
import { counted, Empty } from '#app/ui/plain.tsx'
import { LabelMark } from '../label-chip.tsx'
import type { Question } from './queue.server.ts'

const choices = [
  ['agree', 'Agree'],
  ['disagree', 'Disagree'],
  ['unsure', 'Unsure'],
] as const

/** Words, what a label means, and whether it fits: nothing of what anybody else says. */
export function QuestionCard({ question, skipped }: { question: Question; skipped: number }) {
  const { excerptId, labelId, label } = question
  return (
    <article id="question" className="queue-question" aria-labelledby="question-label">
      <QuestionWords question={question} />
      <section className="queue-label">
        <h2 id="question-label">
          Does <LabelMark labelId={labelId} /> “{label.name}” fit the marked words?
        </h2>
        <p className="label-definition">{label.definition || 'Nobody has written down what this label means.'}</p>
        <Meaning title="It fits, as in" text={label.examples} />
        <Meaning title="It does not fit, as in" text={label.counterExamples} />
        <form method="post" action="/labels/queue">
          <input type="hidden" name="excerpt" value={excerptId} />
          <input type="hidden" name="label" value={labelId} />
          <fieldset className="choices label-votes">
            <legend className="visually-hidden">Your vote</legend>
            {choices.map(([value, words]) => (
              <button key={value} type="submit" name="value" value={value}>
                {words}
              </button>
            ))}
          </fieldset>
        </form>
        <p>
          <a href={`/labels/queue?skip=${skipped + 1}`}>Skip these words</a>
        </p>
      </section>
    </article>
  )
}

function QuestionWords({ question: { turns, missing } }: { question: Question }) {
  return (
    <figure className="excerpt-words">
      {turns.map(({ turn, role, speaker, before, words, after }) => (
        <blockquote key={turn} className={`excerpt-turn ${role}`}>
          <p className="excerpt-speaker">
            <span>{speaker ?? roleWords[role]}</span>
          </p>
          <p className="excerpt-text">
            <span className="around">{before}</span>
            <mark>{words}</mark>
            <span className="around">{after}</span>
          </p>
        </blockquote>
      ))}
      {missing > 0 ? <p className="soft">… and {counted(missing, 'more turn')}.</p> : null}
    </figure>
  )
}

function Meaning({ title, text }: { title: string; text: string }) {
  if (!text) return null
  return (
    <>
      <h3>{title}</h3>
      <p className="label-definition">{text}</p>
    </>
  )
}

/** What became of the vote before, and where to see how others read those words. */
export function VoteKept({ excerptId }: { excerptId: string | null }) {
  if (!excerptId) return null
  return (
    <p className="notice" role="status">
      Your vote is kept. <a href={`/excerpts/${excerptId}`}>See how others read those words</a>, and take it back there
      if you want to.
    </p>
  )
}

export function NothingToRead() {
  return (
    <Empty href="/transcripts" step="To the transcripts">
      Nothing needs your eyes now: you have voted on, or been shown, all that could be asked. Words that somebody marks
      come here.
    </Empty>
  )
}
