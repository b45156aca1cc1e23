import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { changeAddress } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deliverMail } from '#app/features/mail/outbox.server.ts'
import { sendingBy } from '#app/features/mail/transport.server.ts'
import { sendDigests, unsubscribe } from '#app/features/notifications/digest/digests.server.ts'
import { markAllRead } from '#app/features/notifications/notifications.server.ts'
import { goRound } from '#app/features/notifications/rounds.server.ts'
import { changeSettings, settingsOf } from '#app/features/notifications/settings/settings.server.ts'
import { type Frequency, nextDigestAt, usualWishes } from '#app/features/notifications/settings/settings.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import type { Db } from '#db/open.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { openPostOffice } from '#tests/support/post-office.ts'
import { quiet } from './notified.ts'

const origin = 'https://parallax.example'
const office = await openPostOffice()
afterAll(() => office.close())
afterEach(() => vi.useRealTimers())

const send = sendingBy(office.url, origin)

function inAWeek() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 24 * 3_600_000 })
}

const mailsTo = (member: Member) => office.mails.filter(({ to }) => to?.[0]?.address === `${member.handle}@example.org`)

/** A member who wants digests, with a post that somebody answered. */
async function someReader(db: Db, frequency: Frequency = 'daily', body = 'Did it <b>& why</b>?') {
  const [reader, other] = [await someMember(db), await someMember(db)]
  const email = `${reader.handle}@example.org`
  await changeAddress(db, reader, email)
  await changeSettings(db, reader, { wishes: usualWishes(), frequency })
  const { id } = await writePost(db, reader, { title: 'A "reading" <of> it', body: 'It kept to it.' })
  const comment = await reply(db, other, { kind: 'post', id }, { body })
  await tellOfDeeds(db, quiet)
  return { reader, other, comment, postId: id }
}

const round = (db: Db) => goRound({ db, origin, send, log: quiet })

describeOnBothEngines('A digest', (open) => {
  test('arrives at a real server as text and HTML, with the headers for a mail program’s own button', async () => {
    const { reader, other, comment } = await someReader(open())
    await round(open())
    expect(mailsTo(reader)).toEqual([])
    inAWeek()
    await round(open())
    const [mail, ...more] = mailsTo(reader)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      subject: 'Parallax: 1 notification',
      from: { name: 'Parallax', address: 'no-reply@parallax.example' },
    })
    expect(mail?.text).toContain(`${other.handle} answered you under A "reading" <of> it`)
    expect(mail?.text).toContain(`${origin}/comments/${comment.id}`)
    expect(mail?.html).toContain('A &quot;reading&quot; &lt;of&gt; it</a>')
    expect(mail?.html).toContain(`href="${origin}/comments/${comment.id}"`)
    const headerOf = (name: string) => mail?.headers.find(({ key }) => key === name)?.value
    expect(headerOf('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(headerOf('list-unsubscribe')).toMatch(/^<https:\/\/parallax\.example\/unsubscribe\/[\w-]{20,}>$/)
    expect(mail?.messageId).toMatch(/@parallax\.example>$/)
  })

  test('tells nothing twice, and goes out only with news', async () => {
    const { reader, other, postId } = await someReader(open())
    inAWeek()
    await round(open())
    inAWeek()
    await round(open())
    expect(mailsTo(reader)).toHaveLength(1)
    await reply(open(), other, { kind: 'post', id: postId }, { body: 'And this?' })
    await tellOfDeeds(open(), quiet)
    inAWeek()
    await round(open())
    expect(mailsTo(reader)).toHaveLength(2)
    expect(mailsTo(reader)[1]?.text).not.toContain('why')
  })

  test('leaves out what was read on the site', async () => {
    const { reader } = await someReader(open())
    await markAllRead(open(), reader)
    inAWeek()
    await round(open())
    expect(mailsTo(reader)).toEqual([])
  })

  test('is written once, and sent once, by servers that look at once', async () => {
    const readers = await Promise.all(Array.from({ length: 5 }, () => someReader(open())))
    inAWeek()
    const counts = await Promise.all([1, 2, 3].map(() => sendDigests(open(), origin)))
    // What one found in another's hands it leaves for the next round.
    await sendDigests(open(), origin)
    expect(counts.reduce((all, one) => all + one)).toBeLessThanOrEqual(5)
    await Promise.all([1, 2, 3].map(() => deliverMail(open(), send, quiet)))
    for (const { reader } of readers) expect(mailsTo(reader)).toHaveLength(1)
  })

  test('waits in the outbox over a restart, and through a server that does not answer', async () => {
    const { reader } = await someReader(open())
    inAWeek()
    const nowhere = sendingBy('smtp://127.0.0.1:1', origin)
    await goRound({ db: open(), origin, send: nowhere, log: quiet })
    expect(mailsTo(reader)).toEqual([])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    await round(open())
    expect(mailsTo(reader)).toHaveLength(1)
  })

  test('stops for whoever holds its secret, and for nobody else', async () => {
    const { reader } = await someReader(open(), 'weekly')
    inAWeek()
    await round(open())
    const token = /unsubscribe\/([\w-]+)/.exec(mailsTo(reader)[0]?.text ?? '')?.[1] as string
    await expect(unsubscribe(open(), 'made-up')).rejects.toMatchObject({ kind: 'not found' })
    expect((await settingsOf(open(), reader)).frequency).toBe('weekly')
    await unsubscribe(open(), token)
    await unsubscribe(open(), token)
    expect((await settingsOf(open(), reader)).frequency).toBe('none')
    const kept = await open().selectFrom('unsubscribe_tokens').select('hash').execute()
    expect(kept.map(({ hash }) => hash)).not.toContain(token)
  })

  test('needs an address to go to', async () => {
    const member = await someMember(open())
    const wanted = { wishes: usualWishes(), frequency: 'daily' as const }
    await expect(changeSettings(open(), member, wanted)).rejects.toMatchObject({
      errors: { frequency: ['A digest needs an address to go to.'] },
    })
  })
})

test('the next digest is at seven, UTC, of the next day or the next Monday', () => {
  const at = (iso: string) => Date.parse(iso)
  expect(nextDigestAt('daily', at('2026-11-21T06:59:00Z'))).toBe(at('2026-11-21T07:00:00Z'))
  expect(nextDigestAt('daily', at('2026-11-21T07:00:00Z'))).toBe(at('2026-11-22T07:00:00Z'))
  expect(nextDigestAt('weekly', at('2026-11-21T12:00:00Z'))).toBe(at('2026-11-23T07:00:00Z'))
  expect(nextDigestAt('weekly', at('2026-11-23T07:00:00Z'))).toBe(at('2026-11-30T07:00:00Z'))
})
