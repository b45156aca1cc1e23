import { expect, test, vi } from 'vitest'
import { changeAddress, join } from '#app/features/accounts/accounts.server.ts'
import { Authenticator } from '#tests/support/authenticator.ts'
import { describeSiteOnBothEngines, type Site } from '#tests/support/site.ts'

const send = (site: Site, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.address + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })

const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] as string

describeSiteOnBothEngines('Signing in over HTTP', (site) => {
  const isSignedIn = async (cookie: string) =>
    (await fetch(`${site().address}/settings`, { headers: { cookie }, redirect: 'manual' })).status === 200

  test('a session that somebody else chose is not taken on', async () => {
    await join(site().db, 'Wren', 'a long secret')
    const planted = 'parallax_session=chosenbysomebodyelse'
    const answer = await send(site(), '/sign-in', { handle: 'Wren', password: 'a long secret' }, { cookie: planted })
    const cookie = cookieOf(answer)
    expect(cookie).toMatch(/^parallax_session=[\w-]{20,}$/)
    expect(cookie).not.toBe(planted)
    expect([await isSignedIn(cookie), await isSignedIn(planted)]).toEqual([true, false])
    // The one from before is over with the new one.
    const again = await send(site(), '/sign-in', { handle: 'Wren', password: 'a long secret' }, { cookie })
    expect([await isSignedIn(cookieOf(again)), await isSignedIn(cookie)]).toEqual([true, false])
  })

  test('a passkey, added with the password, signs in as the password does, and once for each time it was asked', async () => {
    const cookie = cookieOf(await send(site(), '/join', { handle: 'Swift', password: 'a long secret' }))
    const [add, device] = ['/settings/sign-in/passkey', new Authenticator(site().address)]
    const wrong = await send(site(), add, { current: 'a wrong guess' }, { cookie })
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { detail: 'This is not your password.' }])
    const making = await (await send(site(), add, { current: 'a long secret' }, { cookie })).json()
    const sent = { intent: 'add-passkey', name: 'My <key>', passkey: device.make(making) }
    const added = await send(site(), '/settings/sign-in', sent, { cookie })
    expect(added.headers.get('location')).toBe('/settings/sign-in?done=passkey')
    expect((await send(site(), '/settings/sign-in', sent, { cookie })).status).toBe(422)
    const passkey = device.show(await (await send(site(), '/sign-in/passkey', {})).json())
    const answer = await send(site(), '/sign-in', { passkey, to: '/posts' }, { cookie })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/posts'])
    expect([await isSignedIn(cookieOf(answer)), await isSignedIn(cookie)]).toEqual([true, false])
    const again = await send(site(), '/sign-in', { passkey })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('passkey was not accepted')])
    const remove = { intent: 'remove-passkey', id: device.id, current: 'a wrong guess' }
    expect((await send(site(), '/settings/sign-in', remove, { cookie: cookieOf(answer) })).status).toBe(422)
  })

  test('another site’s form changes nothing: every write asks where it came from', async () => {
    const cookie = cookieOf(await send(site(), '/join', { handle: 'Heron', password: 'a long secret' }))
    const fields = { intent: 'password', current: 'a long secret', password: 'another long one' }
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]
    for (const headers of foreign)
      expect((await send(site(), '/settings/sign-in', fields, { cookie, ...headers })).status).toBe(403)
    expect((await send(site(), '/settings/sign-in', fields, { cookie, origin: site().address })).status).toBe(302)
  })

  test('nobody is led elsewhere after signing in, and no header is written by what is typed', async () => {
    await join(site().db, 'Owl', 'a long secret')
    const away = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/a/..//evil.example',
      '/x\r\nSet-Cookie: a=b',
    ]
    for (const to of away) {
      const answer = await send(site(), '/sign-in', { handle: 'Owl', password: 'a long secret', to })
      expect(answer.headers.get('location'), to).toBe('/')
      expect(answer.headers.getSetCookie(), to).toHaveLength(1)
    }
  })

  test('who asks for a new password, or signs in, is answered the same for a name that nobody has', async () => {
    const member = await join(site().db, 'Lark', 'a long secret')
    await changeAddress(site().db, member, 'lark@example.org')
    const asked: [string, string | null, string][] = []
    const refused: [number, string][] = []
    for (const name of ['Lark', 'Nobody']) {
      const answer = await send(site(), '/sign-in/forgotten', { name })
      asked.push([String(answer.status), answer.headers.get('location'), await answer.text()])
      const page = await send(site(), '/sign-in', { handle: name, password: 'a wrong guess' })
      refused.push([page.status, (await page.text()).replaceAll(name, '')])
    }
    expect(asked[1]).toEqual(asked[0])
    expect(refused[1]).toEqual(refused[0])
    expect(asked[0]?.slice(0, 2)).toEqual(['302', '/sign-in/forgotten?asked'])
    const letter = () =>
      site().db.selectFrom('outbox').selectAll().where('recipient', '=', 'lark@example.org').execute()
    await vi.waitFor(async () => expect(await letter()).toHaveLength(1), { timeout: 9000, interval: 200 })
    const path = /\/letters\/\S+/.exec((await letter())[0]?.text ?? '')?.[0] as string
    expect((await send(site(), path, { password: 'a newer secret' })).headers.get('location')).toBe('/sign-in?reset')
    expect((await send(site(), path, { password: 'a third secret' })).status).toBe(404)
  })
})
