import { expect, test } from 'vitest'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

/** A form as a browser without scripts sends it; a token stands for the session. */
function send(site: Site, path: string, token: string, fields: Record<string, string>) {
  const headers = { authorization: `Bearer ${token}` }
  return fetch(site.address + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

const read = async (site: Site, path: string, token?: string) =>
  (await fetch(site.address + path, { headers: token ? { authorization: `Bearer ${token}` } : {} })).text()

describeSiteOnBothEngines('Moderation over HTTP', (site) => {
  test('from a flag to the log, the member’s own page, an appeal and back', async () => {
    const [author, reader] = [await newClient(site(), 'Seller'), await newClient(site(), 'Reader')]
    const [moderator, other] = [
      await newClient(site(), 'Mod', 'moderator'),
      await newClient(site(), 'Other', 'moderator'),
    ]
    const { id } = (await author.call('POST', '/posts', { title: 'Buy this', body: 'Cheap.' })).body
    expect(await read(site(), `/posts/${id}`)).toContain(`/flags/post/${id}`)
    const flagged = await send(site(), `/flags/post/${id}`, reader.token, { rule: 'spam', why: 'It sells <b>.' })
    expect(flagged.status).toBe(302)
    expect(await read(site(), '/moderation', moderator.token)).toContain('It sells &lt;b&gt;.')
    const act = { act: 'hidden', rule: 'spam', why: 'Nothing but an offer.' }
    expect((await send(site(), `/moderation/post/${id}`, reader.token, act)).status).toBe(403)
    expect((await send(site(), `/moderation/post/${id}`, moderator.token, act)).status).toBe(302)
    const log = await read(site(), '/moderation/log')
    expect(log).toContain('No advertising and no flooding')
    for (const secret of ['Seller', 'Nothing but an offer', 'It sells', 'Reader']) expect(log).not.toContain(secret)
    const own = await read(site(), '/settings/moderation', author.token)
    expect(own).toContain('Nothing but an offer.')
    const actId = /name="act" value="(\w+)"/.exec(own)?.[1] ?? ''
    expect(
      (await send(site(), '/settings/moderation', author.token, { act: actId, why: 'It was irony.' })).status,
    ).toBe(302)
    const said = { act: actId, decision: 'reversed', why: 'It was.' }
    expect((await send(site(), '/moderation', moderator.token, said)).status).toBe(403)
    expect((await send(site(), '/moderation', other.token, said)).status).toBe(302)
    expect(await read(site(), `/posts/${id}`)).toContain('Buy this')
    expect(await read(site(), '/moderation/log')).toContain('taken back on appeal')
  })

  test('what is moved stands at its new place for visitors at once, and a line leads there from the old one', async () => {
    const [author, moderator] = [await newClient(site(), 'Strayer'), await newClient(site(), 'Mover', 'moderator')]
    const newPost = async (title: string) => (await author.call('POST', '/posts', { title, body: 'x' })).body.id
    const [here, there] = [await newPost('Here'), await newPost('There')]
    const { id } = (await author.call('POST', `/threads/post/${here}/comments`, { body: 'Strayed words.' })).body
    expect(await read(site(), `/posts/${here}`)).toContain('Strayed words.')
    expect(await read(site(), `/posts/${there}`)).not.toContain('Strayed words.')
    expect(await read(site(), `/moderation/comment/${id}`, moderator.token)).toContain('Move it under')
    const act = { act: 'moved', rule: 'place', why: 'It is about that.', to: `${site().address}/posts/${there}` }
    const nowhere = await send(site(), `/moderation/comment/${id}`, moderator.token, { ...act, to: '/labels' })
    expect([nowhere.status, await nowhere.text()]).toEqual([
      422,
      expect.stringContaining('the address of a post or a claim'),
    ])
    expect((await send(site(), `/moderation/comment/${id}`, moderator.token, act)).status).toBe(302)
    const [left, found] = [await read(site(), `/posts/${here}`), await read(site(), `/posts/${there}`)]
    expect([left.includes('Strayed words.'), found.includes('Strayed words.')]).toEqual([false, true])
    expect(left).toMatch(new RegExp(`id="c-${id}"[^>]*>This comment was moved.*href="/comments/${id}"`))
    const permalink = await fetch(`${site().address}/comments/${id}`, { redirect: 'manual' })
    expect(permalink.headers.get('location')).toBe(`/posts/${there}#c-${id}`)
    const lines = (await author.call('GET', `/threads/post/${here}/comments`)).body.items
    expect(lines).toMatchObject([{ deleted: true, movedTo: id }])
    expect(await read(site(), '/moderation/log')).toContain('Counted there now: 1 comment.')
    expect(await read(site(), `/moderation/comment/${id}`, moderator.token)).toContain(`value="/posts/${here}"`)
    expect(await read(site(), '/settings/moderation', author.token)).toContain('It is about that.')
  })

  test('who is suspended reads and leaves, and writes nothing, by page or API, until the day that is said', async () => {
    const author = await newClient(site(), 'Heckler')
    const moderator = await newClient(site(), 'Judge', 'moderator')
    const act = { act: 'suspended', rule: 'persons', why: 'Insults.', days: '3' }
    expect((await send(site(), `/moderation/member/${author.member.id}`, moderator.token, act)).status).toBe(302)
    const refused = await author.call('POST', '/posts', { title: 'x', body: 'y' })
    expect(refused).toMatchObject({ status: 403, body: { suspendedUntil: expect.stringMatching(/Z$/) } })
    expect((await author.call('GET', '/posts')).status).toBe(200)
    const page = await send(site(), '/posts/new', author.token, { title: 'x', body: 'y' })
    expect([page.status, await page.text()]).toEqual([403, expect.stringContaining('You are suspended until')])
    expect(await read(site(), '/settings/moderation', author.token)).toContain('You are suspended until')
    const token = await addToken(site().db, author.member, 'another')
    const gone = await send(site(), '/settings/removal', token, { handle: 'x', password: 'x', texts: 'stay' })
    expect(gone.status).toBe(422)
    expect((await send(site(), '/sign-out', author.token, {})).status).toBe(302)
  })
})
