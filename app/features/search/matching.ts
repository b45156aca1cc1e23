import type { Term } from './query.ts'

// Words hold letters and digits only, so nothing in them needs to be escaped in any of these.

/** What SQLite's index is asked for. */
export function fts5Of(terms: readonly Term[]): string {
  return terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(' AND ')
}

/** How many letters of a word PostgreSQL's index holds. */
const mostIndexed = 60

const isLong = (word: string) => word.length >= mostIndexed

/** What PostgreSQL's index is asked for: that all words are there. */
export function tsqueryOf(terms: readonly Term[]): string {
  return terms
    .flatMap(({ words, isPrefix }) =>
      words.map(
        (word, n) => `'${[...word].slice(0, mostIndexed).join('')}'${isPrefix && n === words.length - 1 ? ':*' : ''}`,
      ),
    )
    .join(' & ')
}

/** What the folded text must be like beside that, if anything: words that stand together, or longer than the index holds. */
export function wordsPattern({ words, isPrefix }: Term): string | null {
  if (words.length === 1 && !words.some(isLong)) return null
  return `% ${words.join(' ')}${isPrefix ? '' : ' '}%`
}
