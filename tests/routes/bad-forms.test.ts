import { beforeAll, expect, test } from 'vitest'
import { describeSiteOnBothEngines, type Site } from '#tests/support/site.ts'

const type = 'application/x-www-form-urlencoded'

function send(site: Site, path: string, fields: Record<string, string> | string, cookie = '') {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  return fetch(site.address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': type, cookie },
    body,
  })
}

async function joined(site: Site, handle: string): Promise<string> {
  const answer = await send(site, '/join', { handle, password: 'a long enough password' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describeSiteOnBothEngines('Forms with text that cannot be kept', (site) => {
  let cookie: string
  beforeAll(async () => {
    cookie = await joined(site(), 'Wren')
  })

  test('a NUL names its field and keeps what was typed beside it', async () => {
    const answer = await send(site(), '/posts/new', { title: 'A title that stays', body: 'a\0b' }, cookie)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="A title that stays"')
    expect(page).toContain('contains a NUL')
  })

  test('a NUL in a handle, an id or an address is refused, and no fault', async () => {
    expect((await send(site(), '/sign-in', { handle: 'a\0', password: 'a long enough password' })).status).toBe(422)
    const vote = { kind: 'post', id: '\0', axis: 'approval', value: '1' }
    expect((await send(site(), '/votes', vote, cookie)).status).toBe(422)
    for (const path of ['/posts/new?claim=%00', '/claims/new?variantOf=%00', '/sign-in?to=%00']) {
      expect((await fetch(site().address + path, { headers: { cookie } })).status, path).toBe(422)
    }
  })

  test('bytes that are not UTF-8 are refused', async () => {
    expect((await send(site(), '/posts/new', 'title=x&body=%ED%A0%80', cookie)).status).toBe(422)
  })

  test('an address without a page of its own still says in a page why it refuses', async () => {
    for (const [path, fields] of [
      ['/votes', { kind: 'post', id: 'nothing', axis: 'approval', value: '1' }],
      ['/comments/nothing', undefined],
    ] as const) {
      const answer = fields
        ? await send(site(), path, fields, cookie)
        : await fetch(site().address + path, { headers: { cookie } })
      expect(answer.status, path).toBe(404)
      expect(answer.headers.get('content-type'), path).toContain('text/html')
      expect(await answer.text(), path).toContain('There is no such')
    }
    const picture = await fetch(`${site().address}/excerpts/nothing/picture.png`)
    expect(await picture.json()).toMatchObject({ detail: 'There is no such excerpt.' })
  })

  test('a write to a page that takes none is told so', async () => {
    const list = await send(site(), '/posts', {}, cookie)
    expect(list.status).toBe(405)
    expect(await list.text()).toContain('takes no such request')
  })
})

describeSiteOnBothEngines('Where signing in leads', (site) => {
  test.each([
    ['/posts?sort=new#top', '/posts?sort=new#top'],
    ['/members/🙂', '/members/%F0%9F%99%82'],
    ['//elsewhere.example', '/'],
    ['/..//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['/x\r\nSet-Cookie: y=1', '/'],
  ])('%s leads to %s', async (to, leads) => {
    const visit = await fetch(`${site().address}/votes?to=${encodeURIComponent(to)}`, { redirect: 'manual' })
    expect(visit).toMatchObject({ status: 302 })
    expect(visit.headers.get('location')).toBe(leads)
  })
})
