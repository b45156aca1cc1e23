import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pacing } from '#app/features/exchange/imports/pacing.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** How long the rest took, by the clock that timers go by. */
async function restOf(rest: () => Promise<void>): Promise<number> {
  const begin = performance.now()
  const rested = rest().then(() => performance.now() - begin)
  await vi.advanceTimersByTimeAsync(30)
  return rested
}

test('an import rests longer than a waiting writer’s 20 ms after 50 ms of work, and hardly at all before', async () => {
  const rest = pacing()
  vi.advanceTimersByTime(49)
  expect(await restOf(rest)).toBeLessThan(5)
  vi.advanceTimersByTime(50)
  expect(await restOf(rest)).toBeGreaterThan(20)
  vi.advanceTimersByTime(10)
  expect(await restOf(rest)).toBeLessThan(5)
})
