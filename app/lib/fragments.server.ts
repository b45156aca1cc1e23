import { LRUCache } from 'lru-cache'

const mostBytes = 32_000_000

/** Pieces of HTML, each made once for what it shows. That is its key, whole: two pieces that show the same are one, and none is ever stale. */
export class Fragments {
  /** How many were made since the start, for whoever counts. */
  made = 0
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: mostBytes,
    // Twice: where one letter is not of the Latin ones, all take two bytes.
    sizeCalculation: (html, key) => html.length + 2 * key.length,
  })

  /** The HTML that `make` gives for this kind of piece, made where it is not kept. `words` and `shown` are all that it may draw from; a long text is kept out of `shown`, since to write it as JSON takes longest. */
  of<T extends object>(kind: string, words: string, shown: T, make: (words: string, shown: T) => string): Buffer {
    const key = `${kind}\0${words}\0${JSON.stringify(shown)}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const html = Buffer.from(make(words, shown))
    this.made++
    this.#kept.set(key, html)
    return html
  }
}
