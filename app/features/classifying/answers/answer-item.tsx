import type { ReactNode } from 'react'
import { turnAddress } from '#app/features/transcripts/transcript.ts'
import { shortened } from '#app/lib/text.ts'
import { counted } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { MachineText } from '../classifier-facts.tsx'
import type { Answer, MachineSays } from './answers.server.ts'

/** "Yes, score 0.9". */
export function verdictWords({ fits, score }: Pick<Answer, 'fits' | 'score'>): string {
  if (fits === null) return 'Cannot be read'
  return `${fits ? 'Yes' : 'No'}${score === null ? '' : `, score ${score}`}`
}

/** What an answer is about, and when it came and at what cost. */
export function AnswerFacts({ answer, children }: { answer: Answer; children?: ReactNode }) {
  const { transcriptId, transcriptTitle, turn, answeredAt, promptTokens, completionTokens } = answer
  return (
    <p className="meta">
      <a href={turnAddress(transcriptId, turn ?? 0)}>
        {transcriptTitle}
        {turn === null ? '' : `, turn ${turn}`}
      </a>
      <Time ms={answeredAt} />
      {promptTokens === null ? null : <span>{counted(promptTokens + (completionTokens ?? 0), 'token')}</span>}
      {children}
    </p>
  )
}

/** An answer in a list. */
export function AnswerItem({ answer }: { answer: Answer }) {
  return (
    <li>
      <h3>{verdictWords(answer)}</h3>
      {answer.why ? <p className="small">{answer.why}</p> : null}
      <Quotes quotes={answer.quotes} />
      <AnswerFacts answer={answer}>
        <a href={`/classifiers/answers/${answer.id}`}>Word for word</a>
      </AnswerFacts>
    </li>
  )
}

const mostShown = 300

/** The words that an answer quotes: each leads to its excerpt, or says why it has none. */
export function Quotes({ quotes }: { quotes: Answer['quotes'] }) {
  if (quotes.length === 0) return null
  return (
    <ul className="machine-quotes">
      {quotes.map(({ quote, excerpt_id, why }, place) => {
        const words = quote === '' ? 'on all that was asked about' : `“${shortened(quote, mostShown)}”`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be quoted twice, and the list does not change
          <li key={place}>
            {excerpt_id ? <a href={`/excerpts/${excerpt_id}`}>{words}</a> : <span>{words}</span>}
            {why ? <span className="soft"> {why}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** One classifier's word on an excerpt: what it was asked and what it answered. */
export function MachineSaysCard({ says }: { says: MachineSays }) {
  const { labelId, labelName, classifier, score, saidAt, answer } = says
  const verdict = verdictWords({ fits: score === null || score >= 0.5, score })
  return (
    <article className="card">
      <h2>
        {classifier} on <a href={`/labels/${labelId}`}>{labelName}</a>
      </h2>
      <p>{verdict}.</p>
      <p className="meta">
        {answer ? <span>model {answer.model}</span> : null}
        <Time ms={saidAt} />
        {answer ? <a href={`/classifiers/${answer.classifierId}`}>All that this classifier answered</a> : null}
      </p>
      {answer ? (
        <>
          <h3>It was asked</h3>
          <MachineText words={answer.prompt} label="Prompt" />
          <h3>It answered</h3>
          <MachineText words={answer.raw} label="Answer" />
        </>
      ) : (
        <p className="soft">This came with an import: what it was asked and answered is not known here.</p>
      )}
    </article>
  )
}
