import { expect, test, vi } from 'vitest'
import { changeAddress } from '#app/features/accounts/accounts.server.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import { type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

async function discussed(site: Site, names: [string, string]) {
  const [author, other] = [await newClient(site, names[0]), await newClient(site, names[1])]
  const { body: post } = await author.call('POST', '/posts', { title: 'On it', body: 'Words.' })
  return { author, other, post }
}

const answer = (client: Client, postId: string, body = 'A reply.') =>
  client.call('POST', `/threads/post/${postId}/comments`, { body })

/** The site tells by itself, within a second or so. */
const untilTold = (client: Client, count: number) =>
  vi.waitFor(
    async () => {
      const { body } = await client.call('GET', '/notifications')
      expect(body.items).toHaveLength(count)
      return body.items
    },
    { timeout: 10_000, interval: 100 },
  )

describeSiteOnBothEngines('Notifications over the API', (site) => {
  /** The same at once, but for what the site is telling of just now. */
  const told = async (client: Client, count: number) => {
    await tellOfDeeds(site().db, console)
    return untilTold(client, count)
  }

  test('come by themselves, the unread first, and are marked as read', async () => {
    const { author, other, post } = await discussed(site(), ['ada', 'bea'])
    const { body: comment } = await answer(other, post.id)
    const [first] = await untilTold(author, 1)
    expect(first).toMatchObject({
      kind: 'reply',
      actor: { handle: 'bea' },
      source: { type: 'comment', id: comment.id },
      subject: { type: 'post', id: post.id, title: 'On it' },
      words: 'A reply.',
      url: expect.stringMatching(new RegExp(`/comments/${comment.id}$`)),
      read: false,
    })
    expect(await author.call('POST', '/notifications/read', { ids: [first.id] })).toMatchObject({
      status: 200,
      body: { unread: 0 },
    })
    await answer(other, post.id, 'And more.')
    const both = await untilTold(author, 2)
    expect(both.map(({ words, read }: { words: string; read: boolean }) => [words, read])).toEqual([
      ['And more.', false],
      ['A reply.', true],
    ])
    expect((await author.call('POST', '/notifications/read', { all: true })).body).toEqual({ unread: 0 })
  })

  test('are paged by a cursor and stay in order while new ones arrive', async () => {
    const { author, other, post } = await discussed(site(), ['cyd', 'dan'])
    for (let n = 0; n < 3; n++) await answer(other, post.id, `Reply ${n}`)
    await told(author, 3)
    const page = (await author.call('GET', '/notifications?limit=2')).body
    await answer(other, post.id, 'Reply 3')
    await told(author, 4)
    const rest = (await author.call('GET', `/notifications?limit=2&cursor=${page.next}`)).body
    const words = [...page.items, ...rest.items].map((one: { words: string }) => one.words)
    expect(words).toEqual(['Reply 2', 'Reply 1', 'Reply 0'])
    expect(rest.next).toBeNull()
  })

  test('are one’s own alone: others cannot read or mark them, and visitors sign in first', async () => {
    const { author, other, post } = await discussed(site(), ['eve', 'fay'])
    await answer(other, post.id)
    const [first] = await told(author, 1)
    const stolen = await other.call('POST', '/notifications/read', { ids: [first.id] })
    expect(stolen).toMatchObject({ status: 422, body: { errors: { 'ids.0': ['You have no such notification.'] } } })
    expect((await call(site(), 'GET', '/notifications')).status).toBe(401)
    const opened = await fetch(`${site().address}/notifications/${first.id}`, { redirect: 'manual' })
    expect(opened.headers.get('location')).toContain('/sign-in')
    expect((await author.call('GET', '/notifications')).body.items[0].read).toBe(false)
  })

  test('tell of what is followed, and not after', async () => {
    const { author, other, post } = await discussed(site(), ['gil', 'hal'])
    const reader = await newClient(site(), 'ivy')
    const follow = `/follows/post/${post.id}`
    expect(await reader.call('PUT', follow)).toMatchObject({ status: 200, body: { following: true } })
    expect((await reader.call('PUT', follow)).status).toBe(200)
    await answer(other, post.id)
    expect((await told(reader, 1))[0].kind).toBe('followed')
    expect((await reader.call('DELETE', follow)).body).toEqual({ type: 'post', id: post.id, following: false })
    await answer(other, post.id)
    await told(author, 2)
    await told(reader, 1)
    expect((await reader.call('PUT', '/follows/post/nothing')).status).toBe(404)
    expect((await reader.call('PUT', `/follows/vote/${post.id}`)).status).toBe(404)
    expect((await reader.call('PUT', `/follows/member/${reader.member.id}`)).status).toBe(422)
  })

  test('never give a member’s address away', async () => {
    const { author, other } = await discussed(site(), ['jon', 'kim'])
    await changeAddress(site().db, author.member, 'jon-reads@example.org')
    for (const path of ['/members/jon', '/posts', '/notifications']) {
      const { body } = await other.call('GET', path)
      expect(JSON.stringify(body)).not.toContain('jon-reads')
    }
    expect(await (await fetch(`${site().address}/members/jon`)).text()).not.toContain('jon-reads')
  })
})
