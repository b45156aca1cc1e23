import { expect, test } from 'vitest'
import { memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const password = 'a long enough password'

function send(site: Site, path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields)
  return fetch(site.address + path, { method: 'POST', redirect: 'manual', headers, body })
}

async function joined(site: Site, handle: string): Promise<string> {
  const answer = await send(site, '/join', { handle, password })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describeSiteOnBothEngines('Removing an account over HTTP', (site) => {
  test('a member is told what goes, types handle and password, and is signed out and gone from every page', async () => {
    const cookie = await joined(site(), 'Bittern')
    const asked = await (await fetch(`${site().address}/settings/removal`, { headers: { cookie } })).text()
    expect(asked).toContain('nothing brings it back')
    const post = new URLSearchParams({ title: 'What the reeds say', body: 'Boom.' })
    const written = await fetch(`${site().address}/posts/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: post,
    })
    const path = written.headers.get('location') as string
    const member = await memberOfHandle(site().db, 'Bittern')
    const token = await addToken(site().db, member as NonNullable<typeof member>, 'mine')
    const data = await fetch(`${site().address}/settings/data/file`, { headers: { cookie } })
    expect(data.headers.get('content-disposition')).toContain('parallax-Bittern.json')
    expect(await data.json()).toMatchObject({ handle: 'Bittern', posts: [{ title: 'What the reeds say' }] })
    const byToken = { headers: { authorization: `Bearer ${token}` } }
    expect((await fetch(`${site().address}/settings/data/file`, byToken)).status).toBe(403)
    const given = { handle: 'bittern', password, texts: 'stay' }
    expect((await send(site(), '/settings/removal', { ...given, password: 'wrong' }, { cookie })).status).toBe(422)
    const gone = await send(site(), '/settings/removal', given, { cookie })
    expect([gone.status, gone.headers.get('location')]).toEqual([302, '/removed'])
    for (const page of ['/posts', path, '/posts.atom', '/api/v1/posts', '/search?q=reeds']) {
      const text = await (await fetch(site().address + page)).text()
      expect(text, page).toContain('reeds')
      expect(text.toLowerCase(), page).not.toContain('bittern')
    }
    expect((await fetch(`${site().address}/members/Bittern`)).status).toBe(404)
    expect((await fetch(`${site().address}/settings`, { headers: { cookie }, redirect: 'manual' })).status).toBe(302)
    const answer = await fetch(`${site().address}/api/v1/posts`, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(401)
    expect((await send(site(), '/join', { handle: 'Bittern', password })).status).toBe(422)
  })

  test('an admin removes somebody, and nobody else does', async () => {
    await joined(site(), 'Rail')
    const fields = { handle: 'Rail', texts: 'stay' }
    const as = async (role: 'admin' | 'moderator') => {
      const { token } = await newClient(site(), `${role}-1`, role)
      return send(site(), '/members/Rail/removal', fields, { authorization: `Bearer ${token}` })
    }
    expect((await as('moderator')).status).toBe(403)
    const done = await as('admin')
    expect(done.headers.get('location')).toMatch(/^\/members\/removed-/)
    const left = await fetch(site().address + done.headers.get('location'))
    expect(await left.text()).toContain('This account was removed')
  })
})
