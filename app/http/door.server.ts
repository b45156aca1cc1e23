import type { Server, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** How long (ms) requests under way have to end once the site stops. */
const mostWait = 10_000

/** Counts who is in. Once it closes, whoever comes is told to come again, and those who are in may end what they do. */
export class Door {
  #inside = 0
  #isClosing = false

  get inside(): number {
    return this.#inside
  }

  get isOpen(): boolean {
    return !this.#isClosing
  }

  /** Lets a request in, or turns it away; says which. */
  lets(response: ServerResponse): boolean {
    if (this.#isClosing) {
      response.writeHead(503, { 'retry-after': '5', connection: 'close', 'content-type': 'text/plain; charset=utf-8' })
      response.end('The site is being started anew. Try again in a few seconds.\n')
      return false
    }
    this.#inside++
    response.once('close', () => {
      this.#inside--
    })
    return true
  }

  /** Turns away whoever comes, waits for those who are in, though not for ever, and then listens no more. */
  async close(server: Server, most = mostWait): Promise<void> {
    this.#isClosing = true
    const until = Date.now() + most
    while (this.#inside > 0 && Date.now() < until) await wait(20)
    const closed = new Promise((resolve) => server.close(resolve))
    // Whoever only keeps a connection open, and whoever did not end in time.
    server.closeAllConnections()
    await closed
  }
}
