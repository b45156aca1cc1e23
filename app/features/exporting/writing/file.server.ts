import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

const mostWaiting = 256_000

/** A file that is written piece by piece; says in the end how many lines it has and what their SHA-256 is. */
export class WrittenFile {
  readonly #file: FileHandle
  readonly #hash = createHash('sha256')
  #waiting: string[] = []
  #length = 0
  #lines = 0
  #bytes = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async at(path: string): Promise<WrittenFile> {
    return new WrittenFile(await open(path, 'wx'))
  }

  async line(text: string) {
    this.#waiting.push(text)
    this.#length += text.length
    this.#lines++
    if (this.#length > mostWaiting) await this.#flush()
  }

  async #flush() {
    const bytes = Buffer.from(this.#waiting.join(''))
    this.#waiting = []
    this.#length = 0
    this.#bytes += bytes.length
    this.#hash.update(bytes)
    await this.#file.writeFile(bytes)
  }

  async end(): Promise<{ lines: number; bytes: number; sha256: string }> {
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  /** Gives it up. */
  async close() {
    await this.#file.close().catch(() => {})
  }
}
