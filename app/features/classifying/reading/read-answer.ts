import { nameKey } from '#app/lib/text.ts'
import { objectsIn } from './json-in-prose.ts'

export interface SaidQuote {
  exact: string
  prefix?: string
  suffix?: string
}

/** What an answer says, or why it cannot be read. `note` names what of it was left out. */
export type ReadAnswer =
  | { fits: boolean; score: number | null; quotes: SaidQuote[]; note: string | null }
  | { unread: string }

const mostQuotes = 50
const mostQuote = 10_000

/** Text that both engines can keep: without NUL and halves of characters. */
export const keepable = (text: string) => text.replaceAll('\0', '\ufffd').toWellFormed()

/** Reads JSON of the form `{"label": "yes", "score": 0.9, "quotes": ["…"]}`, which may stand in prose or a fence; the label's own name may stand for `label`. */
export function readAnswer(text: string, labelName: string): ReadAnswer {
  if (!text.trim()) return { unread: 'The answer is empty.' }
  // Where a model thinks aloud before it answers, what it thinks is no answer.
  const said = text.replace(/^\s*<think(?:ing)?>.*?<\/think(?:ing)?>/s, '')
  let hasObject = false
  for (const object of objectsIn(said)) {
    hasObject = true
    const verdict = verdictIn(fieldsOf(object), labelName)
    if (verdict !== undefined) return answerOf(fieldsOf(object), verdict)
  }
  return { unread: hasObject ? 'Its JSON does not say whether the label fits.' : 'There is no JSON object in it.' }
}

type Fields = Map<string, unknown>

const fieldsOf = (object: Record<string, unknown>): Fields =>
  new Map(Object.entries(object).map(([name, value]) => [nameKey(name), value]))

const yes = new Set(['yes', 'true', '1', 'fits'])
const no = new Set(['no', 'false', '0', 'none', 'does not fit'])

function verdictIn(fields: Fields, labelName: string): boolean | undefined {
  const name = nameKey(labelName)
  for (const field of ['label', name, 'fits', 'verdict', 'answer']) {
    const value = fields.get(field)
    const word = ['string', 'boolean', 'number'].includes(typeof value) ? nameKey(String(value)).replace(/\.$/, '') : ''
    if (yes.has(word) || word === name) return true
    if (no.has(word)) return false
  }
}

function answerOf(fields: Fields, fits: boolean): ReadAnswer {
  const { score, note } = scoreIn(fields.get('score'), fits)
  const given = [fields.get('quotes') ?? fields.get('quote') ?? []].flat()
  const quotes = given.flatMap(quoteOf)
  const notes = [note, given.length > mostQuotes ? `Only its first ${mostQuotes} quotes were looked for.` : ''].filter(
    Boolean,
  )
  return { fits, score, quotes: quotes.slice(0, mostQuotes), note: notes.join(' ') || null }
}

/** A score is how likely it is that the label fits, so that 0.5 and more says yes. One that says otherwise than its verdict is not guessed at. */
function scoreIn(given: unknown, fits: boolean): { score: number | null; note: string } {
  if (given === undefined || given === null || given === '') return { score: null, note: '' }
  const score = typeof given === 'string' ? Number(given) : given
  if (typeof score !== 'number' || !(score >= 0 && score <= 1))
    return { score: null, note: 'Its score is no number from 0 to 1 and was left out.' }
  if (score >= 0.5 !== fits)
    return { score: null, note: `Its score of ${score} says otherwise than its verdict and was left out.` }
  return { score, note: '' }
}

function quoteOf(given: unknown): SaidQuote[] {
  if (typeof given === 'string') return given.trim() ? [{ exact: keepable(given.trim().slice(0, mostQuote)) }] : []
  if (typeof given !== 'object' || given === null) return []
  const fields = given as Record<string, unknown>
  const [quote] = [fields.quote, fields.exact, fields.text, fields.words].flatMap(quoteOf)
  const around = (name: string) => (typeof fields[name] === 'string' ? { [name]: keepable(fields[name]) } : {})
  return quote ? [{ ...quote, ...around('prefix'), ...around('suffix') }] : []
}
