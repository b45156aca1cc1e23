import type { Node } from './parse.ts'

/** From a place to a character that may come next, with what must hold between them. */
export interface Step {
  from: number
  to: number
  guards: string[]
  /** Goes round a loop that is bounded: it is no way to go on for ever. */
  isBounded: boolean
}

/** The places of an expression, each of which takes a character, and how one leads to another. A step that is there twice can be taken in two ways. */
export interface Automaton {
  /** The sources of what the places take. */
  places: string[]
  steps: Step[]
  first: Way[]
  last: Way[]
  looks: Node[]
}

export type Way = { place: number; guards: string[] }

/** What a part of an expression begins and ends with, and under which guards it may be empty. */
interface Part {
  first: Way[]
  last: Way[]
  empty: string[][]
}

const mostWays = 2
/** Bounded repetitions of so many are written out. */
const mostCopies = 3

/** Glushkov's automaton, but that it keeps how often each step is there. */
export function automatonOf(node: Node): Automaton {
  const made: Automaton = { places: [], steps: [], first: [], last: [], looks: [] }
  const { first, last } = partOf(node, made)
  return { ...made, first, last }
}

function partOf(node: Node, made: Automaton): Part {
  if (node.kind === 'atom') {
    const way = { place: made.places.push(node.source) - 1, guards: [] }
    return { first: [way], last: [way], empty: [] }
  }
  if (node.kind === 'assertion') {
    if (node.body) made.looks.push(node.body)
    return { first: [], last: [], empty: [[node.source]] }
  }
  if (node.kind === 'sequence') return node.items.map((item) => () => partOf(item, made)).reduce(joined(made), nothing)
  if (node.kind === 'choice') {
    const parts = node.options.map((option) => partOf(option, made))
    const empty = parts.flatMap((part) => part.empty).slice(0, mostWays)
    return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), empty }
  }
  return repeated(node, made)
}

const nothing: Part = { first: [], last: [], empty: [[]] }

const joined =
  (made: Automaton) =>
  (before: Part, next: () => Part): Part => {
    const after = next()
    connect(made, before.last, after.first, false)
    const guarded = (ways: Way[], by: string[][]) =>
      by.flatMap((more) => ways.map(({ place, guards }) => ({ place, guards: [...guards, ...more] })))
    return {
      first: [...before.first, ...guarded(after.first, before.empty)],
      last: [...after.last, ...guarded(before.last, after.empty)],
      empty: before.empty.flatMap((one) => after.empty.map((other) => [...one, ...other])).slice(0, mostWays),
    }
  }

function connect({ steps }: Automaton, last: Way[], first: Way[], isBounded: boolean) {
  for (const from of last)
    for (const to of first)
      steps.push({ from: from.place, to: to.place, guards: [...from.guards, ...to.guards], isBounded })
}

function repeated({ body, min, max }: Node & { kind: 'repeat' }, made: Automaton): Part {
  if (max === 0) return nothing
  if (max <= mostCopies) return copies(body, min, max, made)
  const part = partOf(body, made)
  connect(made, part.last, part.first, max < Infinity)
  return { ...part, empty: min === 0 ? [[]] : part.empty }
}

/** Written out, each copy within the one before: of three that may be there, two are the first two. */
function copies(body: Node, min: number, max: number, made: Automaton): Part {
  const rest = max > 1 ? () => copies(body, min - 1, max - 1, made) : () => nothing
  const part = joined(made)(partOf(body, made), rest)
  return min > 0 ? part : { ...part, empty: [[]] }
}
