/** Lets one in at a time, in the order of asking. */
export class Queue {
  #last: Promise<void> = Promise.resolve()

  /** Resolves when it is one's turn; call the answer to let the next one in. */
  async enter(): Promise<() => void> {
    const before = this.#last
    let leave = () => {}
    this.#last = new Promise((done) => {
      leave = done
    })
    await before
    return leave
  }
}
