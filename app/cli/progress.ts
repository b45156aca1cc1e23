const everyMs = 100

/** A line on the terminal that says how far long work is; elsewhere nothing. */
export function progress() {
  const isTerminal = process.stderr.isTTY
  let saidAt = Number.NEGATIVE_INFINITY
  return {
    step(said: string) {
      if (!isTerminal || performance.now() - saidAt < everyMs) return
      process.stderr.write(`\r\u001b[K${said}`)
      saidAt = performance.now()
    },
    end() {
      if (isTerminal && saidAt > 0) process.stderr.write('\r\u001b[K')
    },
  }
}
