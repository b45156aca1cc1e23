import { afterEach, expect, test, vi } from 'vitest'
import { addWithoutPassword, authenticate, join } from '#app/features/accounts/accounts.server.ts'
import { changePassword, proveAgain } from '#app/features/accounts/passwords.server.ts'
import {
  type Asking,
  endSessions,
  memberOfSession,
  pruneSessions,
  sessionsOf,
  startSession,
} from '#app/features/accounts/sessions.server.ts'
import { deviceOf } from '#app/features/accounts/signing-in/device.ts'
import { dayMs } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

describeOnBothEngines('Sessions', (open) => {
  const asking = (cookie: string | null = null): Asking => ({ cookie, agent: firefox, isSecure: false })
  const begin = async (member: Parameters<typeof startSession>[1], before?: string) => {
    const set = await startSession(open(), member, false, asking(before))
    return set.split(';')[0] as string
  }

  afterEach(() => vi.useRealTimers())

  test('a member sees where they are signed in and ends one or all others, and nobody else’s', async () => {
    const [wren, heron] = [await join(open(), 'Wren', 'a long secret'), await join(open(), 'Heron', 'a long secret')]
    const [here, there, far, theirs] = [await begin(wren), await begin(wren), await begin(wren), await begin(heron)]
    const list = await sessionsOf(open(), wren, asking(here))
    expect(list.map(({ device, isThis }) => [device, isThis])).toEqual([
      ['Firefox on Linux', true],
      ['Firefox on Linux', false],
      ['Firefox on Linux', false],
    ])
    const other = (await sessionsOf(open(), wren, asking(there)))[0]?.id as string
    await endSessions(open(), heron, { id: other })
    expect(await memberOfSession(open(), there)).toEqual(wren)
    await endSessions(open(), wren, { id: other })
    expect([await memberOfSession(open(), there), await memberOfSession(open(), far)]).toEqual([null, wren])
    await endSessions(open(), wren, { except: asking(here) })
    const left = await Promise.all([here, far, theirs].map((one) => memberOfSession(open(), one)))
    expect(left).toEqual([wren, null, heron])
  })

  test('signing in gives a new session and ends the one that the browser had', async () => {
    const finch = await join(open(), 'Finch', 'a long secret')
    const before = await begin(finch)
    const after = await begin(finch, before)
    expect(after).not.toBe(before)
    expect([await memberOfSession(open(), before), await memberOfSession(open(), after)]).toEqual([null, finch])
  })

  test('behind TLS the cookie is this host’s alone, and one that another host could have set is not looked at', async () => {
    const lark = await join(open(), 'Lark', 'a long secret')
    const set = await startSession(open(), lark, true, { ...asking(), isSecure: true })
    const [cookie = '', ...attributes] = set.split('; ')
    expect(cookie).toMatch(/^__Host-parallax_session=/)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']))
    expect(attributes.join()).not.toMatch(/domain/i)
    expect(await memberOfSession(open(), cookie, true)).toEqual(lark)
    expect(await memberOfSession(open(), cookie.replace('__Host-', ''), true)).toBeNull()
  })

  test('a changed password ends all other sessions, and the old one opens nothing', async () => {
    const owl = await join(open(), 'Owl', 'the old secret')
    const [here, there] = [await begin(owl), await begin(owl)]
    await expect(proveAgain(open(), owl, asking(here), 'a guess')).rejects.toMatchObject({
      errors: { current: ['This is not your password.'] },
    })
    await proveAgain(open(), owl, asking(here), 'the old secret')
    await changePassword(open(), owl, asking(here), 'the new secret')
    expect([await memberOfSession(open(), here), await memberOfSession(open(), there)]).toEqual([owl, null])
    await expect(authenticate(open(), 'Owl', 'the old secret')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await authenticate(open(), 'Owl', 'the new secret')).toEqual(owl)
  })

  test('who has no password may set one within ten minutes of signing in', async () => {
    const swift = await addWithoutPassword(open(), `Swift-${newId()}`)
    const here = await begin(swift)
    await proveAgain(open(), swift, asking(here), '')
    vi.setSystemTime(Date.now() + 11 * 60_000)
    await expect(proveAgain(open(), swift, asking(here), '')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('the day of the last use is kept, and what is over goes away', async () => {
    const crane = await join(open(), 'Crane', 'a long secret')
    const here = await begin(crane)
    vi.setSystemTime(Date.now() + 3 * dayMs)
    await memberOfSession(open(), here)
    const [seen] = await sessionsOf(open(), crane, asking(here))
    expect(Math.floor((seen?.seenAt ?? 0) / dayMs)).toBe(Math.floor(Date.now() / dayMs))
    vi.setSystemTime(Date.now() + 40 * dayMs)
    expect(await sessionsOf(open(), crane, asking(here))).toEqual([])
    await pruneSessions(open())
    const kept = await open().selectFrom('sessions').select('id').where('member_id', '=', crane.id).execute()
    expect(kept).toEqual([])
  })
})

test.each([
  [firefox, 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_4) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15', 'Safari on a Mac'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) CriOS/120.0 Mobile Safari/604.1', 'Chrome on an iPhone'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/147.0 Safari/537.36', 'Chrome on Linux'],
  ['curl/8.5.0', 'A browser'],
  [null, 'A browser'],
])('%s is told as %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})
