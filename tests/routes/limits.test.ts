import { expect, test } from 'vitest'
import { join } from '#app/features/accounts/accounts.server.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { Limits } from '#app/http/limits.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import { describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

const limited = { LIMITS: 'on', TRUST_PROXY: '1' }

describeSiteOnBothEngines(
  'Limits over HTTP',
  (site) => {
    const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(site().address + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'x-forwarded-for': '198.51.100.7, 203.0.113.1', ...headers },
        body: new URLSearchParams(fields),
      })
    const signIn = (handle: string, password: string, from = '203.0.113.1') =>
      send('/sign-in', { handle, password, to: '/' }, { 'x-forwarded-for': from })

    test('guessing is slowed down, for a handle that nobody has as for any other, and the form keeps what was typed', async () => {
      await join(site().db, 'Wren', 'the right password')
      const answers: string[] = []
      for (const handle of ['Wren', 'Nobody']) {
        const statuses: number[] = []
        for (let n = 0; n < 8; n++) statuses.push((await signIn(handle, 'a wrong guess')).status)
        expect(new Set(statuses)).toEqual(new Set([422]))
        const last = await signIn(handle, 'the right password')
        expect(last.status).toBe(429)
        expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(500)
        const page = await last.text()
        expect(page).toContain(`value="${handle}"`)
        answers.push(page.replaceAll(handle, ''))
      }
      expect(answers[0]).toContain('Too many attempts to sign in with this handle. Try again in 10 minutes.')
      expect(answers[1]).toBe(answers[0])
      // Elsewhere the member is let in; what a visitor writes into the header themselves is nobody's address.
      expect((await signIn('Wren', 'the right password', '198.51.100.9, 203.0.113.2')).status).toBe(302)
      expect((await signIn('Wren', 'the right password', '203.0.113.2, 203.0.113.1')).status).toBe(429)
    })

    test('who signed in from somewhere before is not kept out by guesses from everywhere', async () => {
      await join(site().db, 'Heron', 'the right password')
      expect((await signIn('Heron', 'the right password', '192.0.2.1')).status).toBe(302)
      const limits = new Limits({ db: site().db, isOn: true, secret: undefined })
      const guess = () => Promise.reject(invalid({ password: 'wrong' }))
      for (let n = 0; n < 50; n++)
        await expect(limits.signIn(`2001:db8:${n}::/64`, 'heron', guess)).rejects.toMatchObject({ kind: 'invalid' })
      expect((await signIn('Heron', 'the right password', '2001:db8:99::1')).status).toBe(429)
      expect((await signIn('Heron', 'the right password', '192.0.2.1')).status).toBe(302)
    })

    test('a new member writes 3 posts a day, a moderator more; what is refused does not count and is kept', async () => {
      const [finch, owl] = [await newClient(site(), 'Finch'), await newClient(site(), 'Owl', 'moderator')]
      const post = (who: typeof finch, title: string) =>
        who.call('POST', '/posts', { title, body: '[x](https://x.example)' })
      const [one] = [
        await post(finch, 'One'),
        await post(finch, ''),
        await post(finch, 'Two'),
        await post(finch, 'Three'),
      ]
      expect(one.body.html).toContain('rel="nofollow ugc noopener"')
      const fourth = await post(finch, 'Four')
      expect(fourth).toMatchObject({
        status: 429,
        body: { title: 'Too many requests', retryAfter: expect.any(Number) },
      })
      expect(fourth.headers.get('content-type')).toBe('application/problem+json')
      expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(80_000)
      for (let n = 0; n < 4; n++) expect((await post(owl, `Rule ${n}`)).status).toBe(201)
      const cookie = (await startSession(site().db, finch.member, false)).split(';')[0] as string
      const form = await send('/posts/new', { title: 'Four', body: 'What was typed.', kind: 'essay' }, { cookie })
      expect([form.status, form.headers.has('retry-after')]).toEqual([429, true])
      const page = await form.text()
      expect(page).toContain('New members write 3 posts a day.')
      expect(page).toContain('What was typed.')
    })

    test('what costs work is limited by address, as a page and as a problem; reading is not', async () => {
      const from = { headers: { 'x-forwarded-for': '192.0.2.77' } }
      const get = (path: string) => fetch(site().address + path, from)
      const asked = await Promise.all(Array.from({ length: 120 }, () => get('/api/v1/search?q=')))
      expect(asked.map(({ status }) => status)).not.toContain(429)
      const [page, problem, other] = [await get('/search?q=x'), await get('/api/v1/search?q=x'), await get('/posts')]
      expect([page.status, problem.status, other.status]).toEqual([429, 429, 200])
      expect([page.headers.has('retry-after'), problem.headers.has('retry-after')]).toEqual([true, true])
      expect(await page.text()).toContain('Too many searches came from your network.')
    })
  },
  limited,
)
