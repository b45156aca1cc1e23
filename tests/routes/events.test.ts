import { afterEach, expect, test } from 'vitest'
import { describeSiteOnBothEngines, newClient, type Site, startSite } from '#tests/support/site.ts'

const open: AbortController[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.abort()
})

interface Changed {
  kind: string
  id: string
  version: number
}

/** Listens as a page does; what it is told comes by `next`. */
async function listen(site: Site, watch: string) {
  const abort = new AbortController()
  open.push(abort)
  const answer = await fetch(`${site.address}/api/v1/events?watch=${watch}`, { signal: abort.signal })
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const next = async (): Promise<Changed | undefined> => {
    for (;;) {
      const found = /event: changed\ndata: (.*)\n\n/.exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        return JSON.parse(found[1] as string)
      }
      const { value, done } = await reader.read()
      if (done) return undefined
      text += decoder.decode(value, { stream: true })
    }
  }
  return { answer, next, stop: () => abort.abort() }
}

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 100; tries++) await new Promise((done) => setTimeout(done, 20))
  expect(holds()).toBe(true)
}

const body = { title: 'Watched', body: 'Words.' }

describeSiteOnBothEngines('The stream of events', (site) => {
  test('tells of a new comment and of a changed tally within a second', async () => {
    const ada = await newClient(site(), 'ada')
    const { body: post } = await ada.call('POST', '/posts', body)
    const { body: claim } = await ada.call('POST', '/claims', { statement: 'It holds.' })
    const { answer, next } = await listen(site(), `post.${post.id},claim.${claim.id}`)
    expect(answer.headers.get('content-type')).toBe('text/event-stream')

    await ada.call('POST', `/threads/post/${post.id}/comments`, { body: 'A reply.' })
    const began = Date.now()
    expect(await next()).toMatchObject({ kind: 'post', id: post.id })
    expect(Date.now() - began).toBeLessThan(1000)

    const cell = `${claim.standpoints[0].id}/${claim.framings[0].id}`
    await ada.call('PUT', `/claims/${claim.id}/ballots/${cell}`, { verdict: 'fits' })
    expect(await next()).toMatchObject({ kind: 'claim', id: claim.id })
  })

  test('tells at once of what changed since the version that the page shows', async () => {
    const bea = await newClient(site(), 'bea')
    const { body: post } = await bea.call('POST', '/posts', body)
    const first = await listen(site(), `post.${post.id}~0`)
    const shown = (await first.next()) as Changed
    const again = await listen(site(), `post.${post.id}~${shown.version}`)
    await bea.call('PATCH', `/posts/${post.id}`, { body: 'Other words.' })
    expect((await again.next())?.version).toBe(shown.version + 1)
  })

  test('goes on over a restart of the site, by the version that was shown', async () => {
    const cyd = await newClient(site(), 'cyd')
    const { body: post } = await cyd.call('POST', '/posts', body)
    const other = await startSite('sqlite', site().databaseUrl)
    const before = await listen(other, `post.${post.id}~0`)
    const { version } = (await before.next()) as Changed
    await other.stop()
    expect(await before.next()).toBeUndefined()

    await cyd.call('POST', `/threads/post/${post.id}/comments`, { body: 'While it was away.' })
    const later = await startSite('sqlite', site().databaseUrl)
    const after = await listen(later, `post.${post.id}~${version}`)
    expect((await after.next())?.version).toBe(version + 1)
    await later.stop()
  })

  test('asks the database for nothing when nobody listens, and forgets who left', async () => {
    const { stop } = await listen(site(), 'post.nobody-writes-this')
    expect(site().watch.watchers).toBe(1)
    stop()
    await until(() => site().watch.watchers === 0)
    await until(() => site().watch.isIdle)
  })

  test('refuses what names nothing, or too much, and says how', async () => {
    for (const watch of ['', 'post', 'post.a~x', Array.from({ length: 201 }, (_, n) => `post.${n}`).join(',')]) {
      const answer = await fetch(`${site().address}/api/v1/events?watch=${watch}`)
      expect(answer.status).toBe(422)
      expect((await answer.json()).errors.watch[0]).toContain('post.ID')
    }
  })

  test('takes the path of a page as well', async () => {
    const dan = await newClient(site(), 'dan')
    const { body: post } = await dan.call('POST', '/posts', body)
    const { next } = await listen(site(), `&page=/posts/${post.id}`)
    await dan.call('POST', `/threads/post/${post.id}/comments`, { body: 'A reply.' })
    expect(await next()).toMatchObject({ kind: 'post', id: post.id })
  })

  test('answers HEAD without listening', async () => {
    const answer = await fetch(`${site().address}/api/v1/events?watch=post.a`, { method: 'HEAD' })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    expect(site().watch.watchers).toBe(0)
  })
})
