import { expect, test } from 'vitest'
import { authenticate, findMember, findProfile, join, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { endSession, memberOfSession, startSession } from '#app/features/accounts/sessions.server.ts'
import { addToken, memberOfToken } from '#app/features/accounts/tokens.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const password = 'a long enough password'
const cookieOf = (setCookie: string) => setCookie.split(';')[0] as string

describeOnBothEngines('Accounts', (open) => {
  test('a member joins and signs in with the handle in any case', async () => {
    const wren = await join(open(), 'Wren', password)
    expect(await authenticate(open(), 'wREN', password)).toEqual(wren)
    expect(await findMember(open(), wren.id)).toEqual(wren)
  })

  test('a handle is unique without regard to case, also when two ask at once', async () => {
    const both = await Promise.allSettled([join(open(), 'Heron', password), join(open(), 'hERON', password)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected')
    expect(refused?.reason.errors.handle).toHaveLength(1)
  })

  test.each(['a', 'a b', 'x'.repeat(41), 'zoë', ''])('refuses %j as a handle and names the field', async (handle) => {
    await expect(join(open(), handle, password)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { handle: [expect.any(String)] },
    })
  })

  test('gives one answer for an unknown handle and a wrong password', async () => {
    await join(open(), 'Crake', password)
    const wrong = await authenticate(open(), 'Crake', 'another password').catch((error) => error.errors)
    const unknown = await authenticate(open(), 'Nobody', password).catch((error) => error.errors)
    expect(wrong).toEqual(unknown)
  })

  test('a session lasts until it is ended, and its id is stored hashed only', async () => {
    const member = await join(open(), 'Snipe', password)
    const cookie = cookieOf(await startSession(open(), member, false))
    expect(await memberOfSession(open(), cookie)).toEqual(member)
    const stored = await open().selectFrom('sessions').selectAll().where('member_id', '=', member.id).execute()
    expect(stored[0]?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(await memberOfSession(open(), `parallax_session=${stored[0]?.id}`)).toBeNull()
    await endSession(open(), cookie)
    expect(await memberOfSession(open(), cookie)).toBeNull()
  })

  test('a token speaks for its member and is stored hashed only', async () => {
    const member = await join(open(), 'Dipper', password)
    const token = await addToken(open(), member, 'laptop')
    expect(token).toMatch(/^plx_/)
    expect(await memberOfToken(open(), token)).toEqual(member)
    expect(await memberOfToken(open(), `${token}x`)).toBeNull()
    const stored = await open().selectFrom('tokens').select('hash').where('member_id', '=', member.id).execute()
    expect(stored[0]?.hash).not.toContain(token.slice(4))
  })

  test('an imported author is one unclaimed member, however often and at once it is seen, and nobody signs in as it', async () => {
    const seen = await Promise.all(Array.from({ length: 5 }, () => unclaimedMember(open(), 'Jo Smith (jo)')))
    expect(new Set(seen.map((member) => member.id)).size).toBe(1)
    expect(await findProfile(open(), 'Jo-Smith-jo')).toMatchObject({ unclaimed: true })
    await expect(authenticate(open(), 'Jo-Smith-jo', '')).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('an imported author who has the name of somebody who joined is another member', async () => {
    const joined = await join(open(), 'Siskin', password)
    const imported = await unclaimedMember(open(), 'siskin')
    expect(imported).toMatchObject({ handle: 'siskin-imported', unclaimed: true })
    expect(imported.id).not.toBe(joined.id)
    expect((await unclaimedMember(open(), 'siskin')).id).toBe(imported.id)
  })

  test('imported names in other letters are told apart', async () => {
    const names = ['李明', '王芳', 'Ольга', 'Zoë Müller', 'X']
    const handles = await Promise.all(names.map(async (name) => (await unclaimedMember(open(), name)).handle))
    expect(new Set(handles).size).toBe(names.length)
    expect(handles[3]).toBe('Zoe-Muller')
  })
})
