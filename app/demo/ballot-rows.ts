import type { DemoBallots } from '#app/demo/shape.ts'

const columns = ['faking', 'guarding', 'intents', 'preference', 'part', 'dilemma']
const verdictOf = { '+': 'fits', '~': 'partly', '-': 'misfits', '?': 'unsure' } as const

type Extras = Pick<DemoBallots, 'handle' | 'reasons'>

/** One person's verdicts on the six framings, in the columns' order: + fits, ~ partly, - misfits, ? unsure, a point for none cast. */
export function row(by: string, at: string, marks: string, extras: Extras = {}): DemoBallots {
  const cast = [...marks].flatMap((mark, index) =>
    mark in verdictOf ? [[columns[index], verdictOf[mark as '+']]] : [],
  )
  return { by, at, verdicts: Object.fromEntries(cast), ...extras }
}
