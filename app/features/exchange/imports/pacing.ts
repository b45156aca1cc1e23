const mostWorkMs = 50
const restMs = 25

/** Leaves room for others between small writes: after 50 ms of them it rests for longer than the 20 ms in which a waiting writer looks again. */
export function pacing(): () => Promise<void> {
  let workedSince = performance.now()
  return async () => {
    const isDue = performance.now() - workedSince >= mostWorkMs
    await new Promise((rested) => setTimeout(rested, isDue ? restMs : 0))
    if (isDue) workedSince = performance.now()
  }
}
