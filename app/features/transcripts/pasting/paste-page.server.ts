import { sentencesOf } from '../excerpt.ts'
import { numberOf } from '../marking/mark-fields.ts'
import { numbered, partsOf, titleFrom } from '../transcript.ts'
import { markedIn, type Paste, turnsIn } from './paste.ts'

/** What the page of a paste shows: the box, its turns (`?step=turns`, `&from=`), the sentences of one (`?turn=&at=`), or the words that are marked, to be labelled. */
export function pastePage(paste: Paste | null, query: URLSearchParams) {
  const published = paste?.excerptId ?? null
  if (!paste || published || query.get('step') === 'text')
    return { step: 'text' as const, published, text: paste?.text ?? '' }
  const preview = turnsIn(paste)
  const number = numberOf(query.get('turn'))
  const turn = number === undefined ? undefined : preview.turns[number]
  if (number !== undefined && turn)
    return { step: 'turn' as const, number, turn, ...sentencesOf(turn.text, numberOf(query.get('at'))) }
  const marked = markedIn(paste, preview.turns)
  if (marked && query.get('step') !== 'turns') {
    const speaks = preview.turns[marked.span.start.turn]
    const title = paste.said.title?.trim() || titleFrom(preview.turns)
    return { step: 'label' as const, ...marked, speaks, title, said: paste.said }
  }
  return { step: 'turns' as const, said: paste.said, read: preview.read, ...partIn(preview.turns, query) }
}

function partIn(turns: ReturnType<typeof turnsIn>['turns'], query: URLSearchParams) {
  const parts = partsOf(turns.map(({ text }) => text.length))
  const from = parts.findLast((start) => start <= (numberOf(query.get('from')) ?? 0)) ?? 0
  const to = parts.find((start) => start > from) ?? turns.length
  return { shown: numbered(turns.slice(from, to), from), count: turns.length, parts, from, to }
}
