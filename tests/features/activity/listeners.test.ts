import { expect, test } from 'vitest'
import { Watch } from '#app/features/activity/watching.server.ts'
import { eventStream } from '#app/http/event-stream.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

describeOnBothEngines('Five hundred listeners', (open) => {
  test('look at the database together, and leave neither listeners nor timers behind', async () => {
    const watch = new Watch(open(), 20)
    const before = timers()
    const leaving = Array.from({ length: 500 }, () => new AbortController())
    for (const [n, { signal }] of leaving.entries()) {
      const things = [{ kind: 'post', id: `p${n % 10}`, version: null }]
      await eventStream(watch, things, new Request('http://localhost/', { signal }))
    }
    expect(watch.watchers).toBe(500)
    for (const one of leaving) one.abort()
    expect(watch.watchers).toBe(0)
    await expect.poll(() => watch.isIdle).toBe(true)
    // A beat for each listener would be 500; those of the pool and of the runner come and go.
    await expect.poll(timers).toBeLessThan(before + 20)
  })

  test('who comes while the site stops is told at once that it ends, so that stopping waits for nobody', async () => {
    const watch = new Watch(open(), 20)
    const things = [{ kind: 'post', id: 'p1', version: null }]
    const coming = eventStream(watch, things, new Request('http://localhost/'))
    watch.close()
    expect(await (await coming).text()).toBe('retry: 1000\n\n')
    expect(await (await eventStream(watch, things, new Request('http://localhost/'))).text()).toBe('retry: 1000\n\n')
    expect([watch.watchers, watch.isIdle]).toEqual([0, true])
  })
})
