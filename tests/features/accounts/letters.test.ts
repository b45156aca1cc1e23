import { afterEach, expect, test, vi } from 'vitest'
import { addressOf, authenticate, changeAddress, join } from '#app/features/accounts/accounts.server.ts'
import {
  answerResetRequests,
  askToConfirm,
  askToReset,
  confirmAddress,
  findLetter,
  pruneLetters,
  replaceAddress,
  resetPassword,
} from '#app/features/accounts/letters/letters.server.ts'
import { memberOfSession, startSession } from '#app/features/accounts/sessions.server.ts'
import { deliverMail, pruneMail } from '#app/features/mail/outbox.server.ts'
import type { Db } from '#db/open.ts'
import { quiet } from '#tests/features/notifications/notified.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const origin = 'https://parallax.example'
const gone = { kind: 'not found' }
const [halfHour, isOver] = [30 * 60_000, 30 * 60_000 + 1]

describeOnBothEngines('Letters', (open) => {
  const lettersTo = (db: Db, address: string) =>
    db.selectFrom('outbox').selectAll().where('recipient', '=', address).orderBy('id').execute()
  const tokensTo = async (address: string) =>
    (await lettersTo(open(), address)).map(({ text }) => /letters\/\w+\/(\S+)/.exec(text)?.[1] as string)
  const forgot = async (name: string) => {
    await askToReset(open(), { name })
    await answerResetRequests(open(), origin)
  }

  afterEach(() => vi.useRealTimers())

  test('an address is a member’s once the link of its letter was followed, of the newest letter alone', async () => {
    const wren = await join(open(), 'Wren', 'a long secret')
    for (const email of ['Old@example.org', 'wren@example.org', 'Wren@Example.org'])
      await askToConfirm(open(), wren, email, origin)
    expect(await addressOf(open(), wren)).toBeNull()
    const [[old = ''], [first = '', newest = '']] = [
      await tokensTo('old@example.org'),
      await tokensTo('wren@example.org'),
    ]
    for (const token of [old, first]) await expect(confirmAddress(open(), token)).rejects.toMatchObject(gone)
    expect(await findLetter(open(), newest, 'confirm')).toEqual({ handle: 'Wren', address: 'wren@example.org' })
    await expect(findLetter(open(), newest, 'reset')).rejects.toMatchObject(gone)
    await confirmAddress(open(), newest)
    expect(await addressOf(open(), wren)).toBe('wren@example.org')
    await expect(confirmAddress(open(), newest)).rejects.toMatchObject(gone)
    const kept = JSON.stringify(await open().selectFrom('letter_tokens').selectAll().execute())
    for (const token of [old, first, newest]) expect(kept).not.toContain(token)
  })

  test('where mail went before is told that it goes elsewhere, once it does, and not where to', async () => {
    const swan = await join(open(), 'Swan', 'a long secret')
    for (const email of ['first@example.org', 'second@example.org']) {
      await askToConfirm(open(), swan, email, origin)
      expect(await lettersTo(open(), 'first@example.org')).toHaveLength(1)
      await confirmAddress(open(), (await tokensTo(email))[0] as string)
    }
    const [, told] = await lettersTo(open(), 'first@example.org')
    expect(told).toMatchObject({ subject: expect.stringContaining('elsewhere'), expires_at: null })
    expect(told?.text).not.toContain('second@')
    await replaceAddress(open(), swan, null)
    expect(await lettersTo(open(), 'second@example.org')).toHaveLength(2)
  })

  test('a new password is set by a link once, also of two at once, and ends every session', async () => {
    const heron = await join(open(), 'Heron', 'the old secret')
    await changeAddress(open(), heron, 'heron@example.org')
    const cookie = (await startSession(open(), heron, false)).split(';')[0] as string
    await forgot('heron')
    await forgot('Heron@example.org')
    const [first = '', token = ''] = await tokensTo('heron@example.org')
    await expect(resetPassword(open(), first, 'the new secret')).rejects.toMatchObject(gone)
    await expect(resetPassword(open(), token, 'password')).rejects.toMatchObject({ kind: 'invalid' })
    const both = await Promise.allSettled([1, 2].map((n) => resetPassword(open(), token, `the new secret ${n}`)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(resetPassword(open(), token, 'the new secret')).rejects.toMatchObject(gone)
    const set = both[0]?.status === 'fulfilled' ? 1 : 2
    expect(await authenticate(open(), 'Heron', `the new secret ${set}`)).toEqual(heron)
    await expect(authenticate(open(), 'Heron', 'the old secret')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await memberOfSession(open(), cookie)).toBeNull()
  })

  test('a name that nobody has, and an address that nobody confirmed, get no letter; asking is the same', async () => {
    const owl = await join(open(), 'Owl', 'a long secret')
    await askToConfirm(open(), owl, 'owl@example.org', origin)
    await forgot('Owl')
    await forgot('owl@example.org')
    await forgot('nobody@example.org')
    expect(await lettersTo(open(), 'owl@example.org')).toHaveLength(1)
    expect(await lettersTo(open(), 'nobody@example.org')).toEqual([])
    expect(await open().selectFrom('reset_requests').selectAll().execute()).toEqual([])
  })

  test('a link works for 30 minutes, its letter is not sent after, and what was sent keeps no link', async () => {
    const lark = await join(open(), 'Lark', 'a long secret')
    await changeAddress(open(), lark, 'lark@example.org')
    await forgot('Lark')
    const [token = ''] = await tokensTo('lark@example.org')
    await deliverMail(open(), async () => {}, quiet)
    expect((await lettersTo(open(), 'lark@example.org'))[0]).toMatchObject({ state: 'sent', text: '', html: '' })
    const asked = Date.now()
    vi.setSystemTime(asked + halfHour - 60_000)
    expect(await findLetter(open(), token, 'reset')).toMatchObject({ handle: 'Lark' })
    await forgot('Lark')
    vi.setSystemTime(asked + 2 * isOver)
    await expect(findLetter(open(), token, 'reset')).rejects.toMatchObject(gone)
    const sent: unknown[] = []
    await deliverMail(open(), async (mail) => void sent.push(mail), quiet)
    expect(sent).toEqual([])
    await pruneLetters(open())
    await pruneMail(open())
    expect(await lettersTo(open(), 'lark@example.org')).toEqual([])
  })

  test('a password that leaked everywhere is refused with a sentence, in any case', async () => {
    for (const password of ['password1', 'Password1', 'iloveyou1'])
      await expect(join(open(), 'Swift', password)).rejects.toMatchObject({
        errors: { password: [expect.stringContaining('Very many people use this password')] },
      })
    await join(open(), 'Swift', 'password1 said nobody')
  })
})
