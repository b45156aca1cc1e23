import { within } from '#app/lib/time-limit.server.ts'
import { type Approximate, approximately } from './fuzzy-places.ts'

// What honest edits need is a hundredth of it; some texts and words ask for far more than their length.
const mostMs = 500

/** The search for words that are alike, with so much time for all that is asked of it; then it finds nothing. */
export function searchUnderClock(): Approximate {
  let left = mostMs
  return (text, words, mostErrors) => {
    if (left <= 0) return []
    if (text.length * words.length < small) return approximately(text, words, mostErrors)
    const began = performance.now()
    const found = within(left, () => approximately(text, words, mostErrors))
    left -= performance.now() - began
    return found ?? []
  }
}

// Such as what stands around the words: a clock of its own would cost more than the search.
const small = 50_000
