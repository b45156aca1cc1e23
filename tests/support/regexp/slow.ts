import { type Automaton, automatonOf, type Way } from './automaton.ts'
import { parse } from './parse.ts'

export type Slowness = 'exponential' | 'quadratic'

const allLetters = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...['é', 'ß', '漢', '😀', '\u2028', '\u00a0', '\u0301', '\u200d', '→', '“'],
]

/** How an engine that tries one way after another slows down on the worst text: exponentially, or quadratically (or worse). Nothing where it does not. What it leaves aside: what must hold between two characters is looked at one character to either side, and loops of at most a known number count as loops in loops alone. */
export function slownessOf(source: string, flags: string): Slowness | undefined {
  const node = parse(source, flags.includes('v'))
  const made = automatonOf(node)
  const within = made.looks.map((look) => slownessWithin(automatonOf(look), flags, false))
  const found = [slownessWithin(made, flags, !flags.includes('y')), ...within]
  return found.includes('exponential') ? 'exponential' : found.find(Boolean)
}

function slownessWithin(made: Automaton, flags: string, isSearched: boolean): Slowness | undefined {
  const machine = machineOf(made, flags, isSearched)
  if (isExponential(machine)) return 'exponential'
  return isQuadratic(machine) ? 'quadratic' : undefined
}

interface Machine {
  /** By state and kind of letter: the states that follow, one as often as there are ways. */
  next: number[][][]
  /** As `next`, without what goes round a bounded loop. */
  unbounded: number[][][]
  kinds: number
  free: Set<number>
}

/** Without Unicode's flag a letter beyond the first plane is two. */
const lettersOf = (flags: string) => (/[uv]/.test(flags) ? allLetters : allLetters.filter(({ length }) => length === 1))

type Takes = (source: string, letter: string) => boolean

/** Whether a part of an expression takes a letter: the engine says. */
function takenBy(flags: string): Takes {
  const plain = flags.replace(/[gyd]/g, '')
  const someLetters = lettersOf(flags)
  const known = new Map<string, Set<string>>()
  return (source, letter) => {
    const letters =
      known.get(source) ?? new Set(someLetters.filter((one) => new RegExp(`^(?:${source})$`, plain).test(one)))
    known.set(source, letters)
    return letters.has(letter)
  }
}

/** With letters in kinds that the expression tells apart. Where it is searched for, states after its own stand for the text before: one a kind of letter that came last. */
function machineOf(made: Automaton, flags: string, isSearched: boolean): Machine {
  const takes = takenBy(flags)
  const asked = [...new Set([...made.places, ...guardAtoms(made), '\\n', '\\w'])]
  const byKind = Map.groupBy(lettersOf(flags), (letter) =>
    asked.map((source) => Number(takes(source, letter))).join(''),
  )
  const letters = [...byKind.values()].map(([first]) => first as string)
  const places = made.places.length
  const size = places + (isSearched ? letters.length : 0)
  const none = () => Array.from({ length: size }, () => letters.map((): number[] => []))
  const machine: Machine = { next: none(), unbounded: none(), kinds: letters.length, free: new Set() }
  const add = (from: number, before: string[], way: Way, isBounded: boolean) => {
    for (const [kind, letter] of letters.entries()) {
      if (!takes(made.places[way.place] as string, letter)) continue
      const holds = (guard: string) => before.some((one) => mayHold(guard, one, letter, flags, takes))
      if (!way.guards.every(holds)) continue
      machine.next[from]?.[kind]?.push(way.place)
      if (!isBounded) machine.unbounded[from]?.[kind]?.push(way.place)
    }
  }
  for (const { from, to, guards, isBounded } of made.steps)
    add(
      from,
      letters.filter((one) => takes(made.places[from] as string, one)),
      { place: to, guards },
      isBounded,
    )
  for (const { place, guards } of made.last) if (isFree(place, guards, machine)) machine.free.add(place)
  if (isSearched) searched(made, machine, letters, add)
  return machine
}

/** Whether the expression has matched there, whatever follows; also by taking all that follows up to the end. */
function isFree(place: number, guards: string[], { unbounded }: Machine): boolean {
  const takesAll = unbounded[place]?.every((to) => to.includes(place))
  return guards.length === 0 || (guards.every((guard) => guard === '$') && takesAll === true)
}

type Add = (from: number, before: string[], way: Way, isBounded: boolean) => void

function searched({ places, first }: Automaton, { next, unbounded }: Machine, letters: string[], add: Add) {
  for (const [last, before] of letters.entries()) {
    for (const kind of letters.keys())
      for (const steps of [next, unbounded]) steps[places.length + last]?.[kind]?.push(places.length + kind)
    for (const way of first) add(places.length + last, [before], way, false)
  }
}

const oneAtom = /^\(\?<?[=!](\[(?:\\.|[^\\\]])*\]|\\?.)\)$/su

/** What the assertions that look at one character look for. */
const guardAtoms = ({ steps, first }: Automaton) =>
  [...steps, ...first].flatMap(({ guards }) => guards.flatMap((guard) => oneAtom.exec(guard)?.[1] ?? []))

/** Whether an assertion may hold between two characters, as far as these say. */
function mayHold(guard: string, before: string, after: string, flags: string, takes: Takes): boolean {
  const isWord = (letter: string) => takes('\\w', letter)
  if (guard === '^') return flags.includes('m') && before === '\n'
  if (guard === '$') return flags.includes('m') && after === '\n'
  if (guard === '\\b') return isWord(before) !== isWord(after)
  if (guard === '\\B') return isWord(before) === isWord(after)
  const atom = oneAtom.exec(guard)?.[1]
  if (!atom) return true
  const isThere = takes(atom, guard.startsWith('(?<') ? before : after)
  return guard.includes('!') ? !isThere : isThere
}

/** Sets of states that lead to each other, by state; a state on no loop has none. */
function loopsOf(next: number[][][]): (number | undefined)[] {
  const follows = next.map((byKind) => [...new Set(byKind.flat())])
  const reach = follows.map((_, from) => reached([from], (state) => follows[state] ?? []))
  return reach.map((there, state) =>
    there.has(state) ? Math.min(...[...there].filter((other) => reach[other]?.has(state))) : undefined,
  )
}

/** All that can be reached in one step or more. */
function reached(from: number[], follow: (state: number) => number[]): Set<number> {
  const seen = new Set<number>()
  const open = from.flatMap(follow)
  while (open.length > 0) {
    const state = open.pop() as number
    if (seen.has(state)) continue
    seen.add(state)
    open.push(...follow(state))
  }
  return seen
}

/** One word leads from a state to itself in two ways: each time it comes, the ways double. */
function isExponential({ next, kinds, free }: Machine): boolean {
  const loops = loopsOf(next)
  return loops.some((loop, state) => {
    if (loop !== state || free.has(state)) return false
    const members = loops.flatMap((one, member) => (one === loop ? [member] : []))
    const step = (from: number, kind: number) => (next[from]?.[kind] ?? []).filter((to) => loops[to] === loop)
    return isTwofold(members, kinds, step) || comesTogether(state, next.length, kinds, step)
  })
}

type StepOf = (from: number, kind: number) => number[]

const isTwofold = (members: number[], kinds: number, step: StepOf) =>
  members.some((from) =>
    Array.from({ length: kinds }, (_, kind) => step(from, kind)).some((to) => new Set(to).size < to.length),
  )

function comesTogether(state: number, size: number, kinds: number, step: StepOf): boolean {
  const follow = (pair: number) => pairsAfter(pair, size, kinds, step)
  const start = state * size + state
  const apart = [...reached([start], follow)].filter((pair) => Math.floor(pair / size) !== pair % size)
  return apart.some((pair) => reached([pair], follow).has(start))
}

function pairsAfter(pair: number, size: number, kinds: number, step: StepOf): number[] {
  return Array.from({ length: kinds }, (_, kind) =>
    step(Math.floor(pair / size), kind).flatMap((one) => step(pair % size, kind).map((other) => one * size + other)),
  ).flat()
}

/** One word leads from a loop to itself, from it to another, and from that to itself: where the one ends and the other begins can be tried at every place. */
function isQuadratic(machine: Machine): boolean {
  const { unbounded: next, free } = machine
  const loops = loopsOf(next)
  const follows = next.map((byKind) => [...new Set(byKind.flat())])
  const reach = next.map((_, from) => reached([from], (state) => follows[state] ?? []))
  const looping = loops.flatMap((loop, state) => (loop === undefined || free.has(state) ? [] : [state]))
  return looping.some((p) =>
    looping.some((q) => loops[p] !== loops[q] && reach[p]?.has(q) && isPumped(machine, { p, q, loops, reach })),
  )
}

interface Between {
  p: number
  q: number
  loops: (number | undefined)[]
  reach: Set<number>[]
}

/** Three at once read the same letters: one stays in the first loop, one in the second, one goes over. */
function isPumped({ unbounded: next, kinds }: Machine, { p, q, loops, reach }: Between): boolean {
  const size = next.length
  const after = (state: number, kind: number, isMeant: (to: number) => boolean) =>
    (next[state]?.[kind] ?? []).filter(isMeant)
  const follow = (three: number) => {
    const [a, b, c] = [Math.floor(three / size / size), Math.floor(three / size) % size, three % size]
    return Array.from({ length: kinds }, (_, kind) => {
      const staying = after(a, kind, (to) => loops[to] === loops[p])
      const there = staying.length > 0 ? after(c, kind, (to) => loops[to] === loops[q]) : []
      const over = there.length > 0 ? after(b, kind, (to) => to === q || reach[to]?.has(q) === true) : []
      return staying.flatMap((one) => over.flatMap((two) => there.map((last) => (one * size + two) * size + last)))
    }).flat()
  }
  return reached([(p * size + p) * size + q], follow).has((p * size + q) * size + q)
}
