import { Choice } from '../choice.tsx'
import type { Survey } from '../shares.server.ts'
import { type Comparing, conditionWords, countings } from '../shares.ts'

const countingWords = {
  all: 'of all transcripts',
  judged: 'of those that anybody voted on',
  settled: 'of those on which it is settled',
}

/** Which two conditions, and what is counted: a plain form, whose answer is an address to pass on. */
export function ComparingTools({ slug, comparing, survey }: { slug: string; comparing: Comparing; survey: Survey }) {
  const names = survey.conditions.flatMap(({ condition }) => (condition === null ? [] : [condition]))
  return (
    <form method="get" action={`/collections/${slug}/shares`} className="browse-tools">
      {names.length > 1 ? (
        <>
          <Choice name="of" label="The gap from" value={survey.pair?.[0] ?? ''}>
            {options(names)}
          </Choice>
          <Choice name="against" label="to" value={survey.pair?.[1] ?? ''}>
            {options(names)}
          </Choice>
        </>
      ) : null}
      <Choice name="counting" label="Labels are counted" value={comparing.counting}>
        {countings.map((one) => (
          <option key={one} value={one}>
            {countingWords[one]}
          </option>
        ))}
      </Choice>
      <Choice name="label" label="One label alone" value={comparing.label}>
        <option value="">the first few</option>
        {survey.labels.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="score" label="One score alone" value={comparing.score}>
        <option value="">the first few</option>
        {options(survey.scores)}
      </Choice>
      <button className="button quiet" type="submit">
        Show
      </button>
    </form>
  )
}

const options = (names: string[]) => names.map((name) => <option key={name}>{name}</option>)

/** What was counted, and what the intervals are. */
export function SharesNote({ comparing: { counting }, survey }: { comparing: Comparing; survey: Survey }) {
  const of = {
    all: 'Those that nobody has labelled count as not carrying it, so that a share is at least so large where few have looked.',
    judged: 'Those that nobody voted on are left out; what people chose to vote on is no sample.',
    settled: 'Only transcripts on which the votes settle it either way: at least five, clearly on one side.',
  }
  return (
    <p className="small soft">
      A transcript carries a label where most people agree that it fits some words of it; a label that came with the
      data counts until somebody votes. {of[counting]} What classifiers say is counted apart, of the transcripts that
      they spoke of. Lines run from 0 to 100&nbsp;%, those of gaps from −100 to +100 points. Whiskers: 95&nbsp;%
      intervals, Wilson’s of shares, Newcombe’s of gaps, Student’s and Welch’s of means; they hold for transcripts drawn
      at random. A hollow dot: fewer than 5 transcripts. The gap is between the first two conditions unless others are
      chosen, never between those furthest apart. Where a transcript says no condition, its model stands for it.
      {survey.left > 0 ? ` ${survey.left} more conditions are left out.` : ''}{' '}
      {survey.conditions.some(({ condition }) => condition === null)
        ? `Transcripts that say neither stand as “${conditionWords(null)}”.`
        : ''}
    </p>
  )
}
