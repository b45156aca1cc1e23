import { signOf } from '../label.ts'
import type { Labelling } from '../labelling.ts'

/** A dispute: a label on which members voted both ways, and which the votes do not settle. */
export const isDisputed = ({ agree, disagree, state }: Pick<Labelling, 'agree' | 'disagree' | 'state'>) =>
  agree > 0 && disagree > 0 && state !== 'settled'

/** Classes of marked words: the hue of the first label on them, and whether one is disputed. */
export function markSignOf(labellings: readonly Labelling[]): string {
  const [first] = labellings
  if (!first) return ''
  return `hue-${signOf(first.labelId).hue}${labellings.some(isDisputed) ? ' disputed' : ''}`
}
