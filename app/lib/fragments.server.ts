import { LRUCache } from 'lru-cache'

const mostBytes = 32_000_000

interface Piece {
  words: string
  html: Buffer
}

/** Pieces of HTML, each made once for what it shows, compared whole: two pieces that show the same are one, and none is ever stale. */
export class Fragments {
  /** How many were made since the start, for whoever counts. */
  made = 0
  readonly #kept = new LRUCache<string, Piece>({
    maxSize: mostBytes,
    // Twice: where one letter is not of the Latin ones, all take two bytes.
    sizeCalculation: ({ words, html }, key) => html.length + 2 * (key.length + words.length),
  })

  /** The HTML that `make` gives for this kind of piece, made where it is not kept. `words` and `shown` are all that it may draw from. A long text is kept out of `shown`: to write it as JSON, or to look for it among all, takes longer than to see that it is the same. Of pieces that differ in their words alone, the last is kept. */
  of<T extends object>(kind: string, words: string, shown: T, make: (words: string, shown: T) => string): Buffer {
    const key = `${kind}\0${JSON.stringify(shown)}`
    const kept = this.#kept.get(key)
    if (kept?.words === words) return kept.html
    const html = Buffer.from(make(words, shown))
    this.made++
    this.#kept.set(key, { words, html })
    return html
  }
}
