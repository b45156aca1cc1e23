import { randomBytes } from 'node:crypto'

/** A piece of HTML, as bytes where it is long. */
export type Part = Buffer | string

/** HTML of one page that is bytes already. React is given a mark in its place: to make half a million letters a text and bytes again takes longer than all else of a page. */
export class Insertions {
  // Nobody who writes here can know it.
  readonly #name = randomBytes(16).toString('hex')
  readonly #inserted: (readonly Part[])[] = []

  /** What stands in the text for these pieces, one after another. */
  markFor(html: readonly Part[]): string {
    return `<!--${this.#name}:${this.#inserted.push(html) - 1}-->`
  }

  /** A page as bytes, with what its marks stand for. */
  bytesOf(page: string): Buffer<ArrayBuffer> {
    const parts = page.split(new RegExp(`<!--${this.#name}:(\\d+)-->`))
    const whole = parts.flatMap((part, i) => (i % 2 === 0 ? part : (this.#inserted[Number(part)] as Part[])))
    return Buffer.concat(whole.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  }
}
