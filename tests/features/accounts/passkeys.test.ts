import { afterEach, expect, test, vi } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { prunePasskeyChallenges } from '#app/features/accounts/passkeys/challenges.server.ts'
import { mostPasskeys } from '#app/features/accounts/passkeys/passkey.ts'
import {
  addPasskey,
  askForPasskey,
  askWhoSignsIn,
  memberOfPasskey,
  passkeysOf,
  removePasskey,
} from '#app/features/accounts/passkeys/passkeys.server.ts'
import { newId } from '#app/lib/ids.ts'
import { Authenticator } from '#tests/support/authenticator.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const origin = 'https://parallax.example'
const notAccepted = { kind: 'invalid', errors: { form: ['This passkey was not accepted. Try again.'] } }

describeOnBothEngines('Passkeys', (open) => {
  const somebody = () => addWithoutPassword(open(), `Wren-${newId()}`)
  const made = async (member: Member, name = 'My phone') => {
    const device = new Authenticator(origin)
    const passkey = device.make(await askForPasskey(open(), member, origin))
    await addPasskey(open(), member, origin, { name, passkey })
    return device
  }
  const signIn = (passkey: string) => memberOfPasskey(open(), origin, passkey)
  const refused = (passkey: string) => expect(signIn(passkey)).rejects.toMatchObject(notAccepted)

  afterEach(() => vi.useRealTimers())

  test('whoever shows a member’s passkey is that member; when it was used is told, and removed it is nobody’s', async () => {
    const [wren, other] = [await somebody(), await somebody()]
    const [device] = [await made(wren), await made(other)]
    expect(await passkeysOf(open(), wren)).toMatchObject([{ name: 'My phone', usedAt: null }])
    for (const _ of [1, 2]) expect(await signIn(device.show(await askWhoSignsIn(open(), origin)))).toEqual(wren)
    const [kept] = await passkeysOf(open(), wren)
    expect(Date.now() - Number(kept?.usedAt)).toBeLessThan(60_000)
    await expect(removePasskey(open(), other, device.id)).rejects.toMatchObject({ kind: 'not found' })
    await removePasskey(open(), wren, device.id)
    await refused(device.show(await askWhoSignsIn(open(), origin)))
    expect([await passkeysOf(open(), wren), (await passkeysOf(open(), other)).length]).toEqual([[], 1])
  })

  test('a challenge is good once, also of two at once, for five minutes, for what it was given for', async () => {
    const [wren, other] = [await somebody(), await somebody()]
    const device = await made(wren)
    const asked = await askWhoSignsIn(open(), origin)
    const both = await Promise.allSettled([signIn(device.show(asked)), signIn(device.show(asked))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await refused(device.show(asked))
    await refused(device.show({ ...asked, challenge: 'bm9ib2R5IGFza2Vk' }))
    await refused(device.show({ ...asked, challenge: (await askForPasskey(open(), wren, origin)).challenge }))
    const add = (member: Member, passkey: string) => addPasskey(open(), member, origin, { name: 'x', passkey })
    const forWren = await askForPasskey(open(), wren, origin)
    await expect(add(other, new Authenticator(origin).make(forWren))).rejects.toMatchObject(notAccepted)
    await expect(add(wren, new Authenticator(origin).make({ ...forWren, ...asked }))).rejects.toMatchObject(notAccepted)
    const late = device.show(await askWhoSignsIn(open(), origin))
    const kept = JSON.stringify(await open().selectFrom('passkey_challenges').selectAll().execute())
    expect(kept).not.toContain(forWren.challenge)
    vi.setSystemTime(Date.now() + 5 * 60_000 + 1)
    await refused(late)
    await prunePasskeyChallenges(open())
    expect(await open().selectFrom('passkey_challenges').selectAll().execute()).toEqual([])
  })

  test('what another site’s page asked for, nobody confirmed, was altered, or counts backwards is refused', async () => {
    const [wren, other] = [await somebody(), await somebody()]
    const [device, theirs] = [await made(wren), await made(other)]
    const fresh = () => askWhoSignsIn(open(), origin)
    for (const elsewhere of ['https://parallax.example.org', 'http://parallax.example', 'https://evil.example']) {
      device.origin = elsewhere
      await refused(device.show(await fresh()))
    }
    device.origin = origin
    await refused(device.show({ ...(await fresh()), rpId: 'evil.example' }))
    device.flags = 0x01
    await refused(device.show(await fresh()))
    device.flags = 0x05
    const shown = JSON.parse(device.show(await fresh()))
    await refused(JSON.stringify({ ...shown, id: theirs.id, rawId: theirs.id }))
    const [mine, foreign] = [JSON.parse(device.show(await fresh())), JSON.parse(theirs.show(await fresh()))]
    mine.response.userHandle = foreign.response.userHandle
    await refused(JSON.stringify(mine))
    for (const nonsense of ['', '[]', '{}', '{"id":1}', 'not json']) await refused(nonsense)
    expect(await signIn(device.show(await fresh()))).toEqual(wren)
    device.counter -= 2
    await refused(device.show(await fresh()))
    const maker = new Authenticator('https://evil.example')
    const passkey = maker.make(await askForPasskey(open(), wren, origin))
    await expect(addPasskey(open(), wren, origin, { name: 'x', passkey })).rejects.toMatchObject(notAccepted)
  })

  test('one passkey is one member’s, and a member has so many at most, also of those added at once', async () => {
    const [wren, other] = [await somebody(), await somebody()]
    const device = await made(wren)
    const again = device.make(await askForPasskey(open(), other, origin))
    await expect(addPasskey(open(), other, origin, { name: 'x', passkey: again })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(made(wren, '  ')).rejects.toMatchObject({ errors: { name: ['This may not be empty.'] } })
    for (let n = 1; n < mostPasskeys - 1; n++) await made(wren, `Key ${n}`)
    const both = await Promise.allSettled([made(wren), made(wren)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await passkeysOf(open(), wren)).toHaveLength(mostPasskeys)
    await expect(askForPasskey(open(), wren, origin)).rejects.toMatchObject({ kind: 'conflict' })
  })
})
