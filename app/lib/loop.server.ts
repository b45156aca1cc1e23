export interface Loop {
  stop(): Promise<void>
}

interface Turning {
  /** Between two rounds, ms. */
  interval: number
  round(): Promise<unknown>
  /** What a round threw; the next one comes all the same. */
  failed(error: unknown): void
}

/** Goes round after round, beside the requests, until it is stopped; stopping waits for the round that is under way. */
export function startLoop({ interval, round, failed }: Turning): Loop {
  let isStopped = false
  let under: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const later = () => {
    timer = setTimeout(() => {
      under = round()
        .then(() => {}, failed)
        .then(() => {
          if (!isStopped) later()
        })
    }, interval)
  }
  later()
  const stop = async () => {
    isStopped = true
    clearTimeout(timer)
    await under
  }
  return { stop }
}
