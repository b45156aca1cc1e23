import { beyondTallies } from './beyond-tallies.ts'
import { ofTallies } from './of-tallies.ts'

/** How one kind of number is made. */
export interface Section {
  /** By which plots lead to it. */
  id: string
  title: string
  /** Markdown. */
  says: string
}

/** What the page about the numbers says, in its order. */
export const sections: Section[] = [...ofTallies, ...beyondTallies].map((one) => ({ ...one, says: joined(one.says) }))

/** A number and its sign stay on one line. */
function joined(words: string): string {
  return words.replace(/(?<=\d) (?=%)/g, '\u00a0')
}
