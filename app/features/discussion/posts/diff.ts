import { diffWordsWithSpace } from 'diff'
import { lengthOf, slice } from '#app/lib/text.ts'

export interface Change {
  kind: 'same' | 'added' | 'removed'
  text: string
}

const longestSame = 240
const mostMs = 500

/** What changed between two texts, word by word. Texts too different to compare in time are one removed and one added. */
export function changesBetween(from: string, to: string): Change[] {
  const parts = diffWordsWithSpace(from, to, { timeout: mostMs })
  if (!parts)
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ]
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** Long stretches without a change, cut down to what stands next to one; null stands for what is left out. */
export function aroundChanges(changes: readonly Change[]): (Change | null)[] {
  return changes.flatMap((change, n) => {
    if (change.kind !== 'same' || change.text.length <= longestSame) return [change]
    const half = longestSame / 2
    const before = n > 0 ? [{ ...change, text: toWord(slice(change.text, 0, half)) }] : []
    const after =
      n < changes.length - 1 ? [{ ...change, text: fromWord(slice(change.text, lengthOf(change.text) - half)) }] : []
    return [...before, null, ...after]
  })
}

const toWord = (text: string) => text.replace(/(?<!\S)\S+$/, '') || text
const fromWord = (text: string) => text.replace(/^\S+/, '') || text
