import { randomBytes } from 'node:crypto'

/** HTML of one page that is bytes already. React is given a mark in its place: to make half a million letters a text and bytes again takes longer than all else of a page. */
export class Insertions {
  // Nobody who writes here can know it.
  readonly #name = randomBytes(16).toString('hex')
  readonly #inserted: Buffer[] = []

  /** What stands in the text for these bytes. */
  markFor(html: Buffer): string {
    return `<!--${this.#name}:${this.#inserted.push(html) - 1}-->`
  }

  /** A page as bytes, with what its marks stand for. */
  bytesOf(page: string): Buffer<ArrayBuffer> {
    const parts = page.split(new RegExp(`<!--${this.#name}:(\\d+)-->`))
    return Buffer.concat(
      parts.map((part, i) => (i % 2 === 0 ? Buffer.from(part) : (this.#inserted[Number(part)] as Buffer))),
    )
  }
}
