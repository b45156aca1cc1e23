import { type EntryKind, kindNamed } from './entry.ts'
import { wordsOf } from './words.ts'

/** Words that stand one after the other; of a prefix the last one only begins so. */
export interface Term {
  words: string[]
  isPrefix: boolean
  isNot: boolean
}

export interface Query {
  terms: Term[]
  kinds: EntryKind[]
  authors: string[]
  labels: string[]
  models: string[]
  roles: string[]
  before: number | null
  /** Of this moment or later. */
  from: number | null
}

export const mostQueryLetters = 500
const mostTerms = 30

const part = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+)|(?<=:))/giu

/** Reads what was typed. Everything can be read; what a filter does not take is said in sentences. */
export function readQuery(typed: string): { query: Query; faults: string[] } {
  const query: Query = {
    terms: [],
    kinds: [],
    authors: [],
    labels: [],
    models: [],
    roles: [],
    before: null,
    from: null,
  }
  const faults: string[] = []
  for (const [whole, minus, key = '', phrase, bare] of typed.replace(/[“”„«»]/g, '"').matchAll(part)) {
    const filter = filters[key.toLowerCase()]
    if (!filter) addTerm(query, minus === '-', phrase, phrase === undefined ? whole.slice(minus?.length) : '')
    else if (minus) faults.push(`${key}: cannot be turned round with “-”.`)
    else faults.push(...filter(query, (phrase ?? bare ?? '').trim()))
  }
  if (query.terms.length > mostTerms) faults.push(`A search takes at most ${mostTerms} words and phrases.`)
  return { query, faults }
}

function addTerm(query: Query, isNot: boolean, phrase: string | undefined, bare: string) {
  const words = wordsOf(phrase ?? bare).map(({ word }) => word)
  if (words.length > 0) query.terms.push({ words, isPrefix: bare.endsWith('*'), isNot })
}

type Filter = (query: Query, value: string) => string[]

const listed =
  (key: 'authors' | 'labels' | 'models', name: string): Filter =>
  (query, value) => {
    if (value === '') return [`${name}: needs a name after it, without a space between.`]
    query[key].push(value)
    return []
  }

const roles = ['system', 'user', 'assistant', 'scratchpad', 'tool']

const filters: Record<string, Filter> = {
  author: (query, value) => listed('authors', 'author')(query, value.replace(/^@/, '')),
  label: listed('labels', 'label'),
  model: listed('models', 'model'),
  role: (query, value) => {
    if (!roles.includes(value.toLowerCase())) return [`role: takes one of ${roles.join(', ')}.`]
    query.roles.push(value.toLowerCase())
    return []
  },
  type: (query, value) => {
    const kind = kindNamed(value)
    if (!kind) return ['type: takes post, comment, turn, transcript, claim, framing, label, concept or person.']
    query.kinds.push(kind)
    return []
  },
  before: (query, value) => {
    const day = dayFrom(value)
    if (day === null) return ['before: takes a day as 2026-11-21, a month as 2026-11 or a year.']
    query.before = Math.min(day, query.before ?? day)
    return []
  },
  after: (query, value) => {
    const day = dayFrom(value)
    if (day === null) return ['after: takes a day as 2026-11-21, a month as 2026-11 or a year.']
    query.from = Math.max(day, query.from ?? day)
    return []
  },
}

/** The moment at which a day, month or year begins, UTC. */
function dayFrom(value: string): number | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!year) return null
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  // 2026-02-30 is read as a day of March.
  return Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day) ? null : time
}
