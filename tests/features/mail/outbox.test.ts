import { afterEach, expect, test, vi } from 'vitest'
import { deliverMail, putInOutbox, type Send } from '#app/features/mail/outbox.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const minute = 60_000

function later(ms: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
}

afterEach(() => vi.useRealTimers())

const words = { subject: 'News', text: 'Words', html: '<p>Words</p>', headers: { 'X-One': '1' } }

async function someMail(db: Db) {
  const to = `${newId()}@example.org`
  await inTransaction(db, (tx) => putInOutbox(tx, { to, ...words }))
  return to
}

const rowOf = (db: Db, to: string) =>
  db.selectFrom('outbox').selectAll().where('recipient', '=', to).executeTakeFirstOrThrow()

function someLog() {
  const said: string[] = []
  const note = (_: object, message: string) => said.push(message)
  return { said, info: note, warn: note }
}

describeOnBothEngines('The outbox', (open) => {
  test('sends each mail once, however many servers send at once', async () => {
    const addresses = await Promise.all(Array.from({ length: 8 }, () => someMail(open())))
    const sent: string[] = []
    const send: Send = async ({ to, headers }) => {
      await new Promise((done) => setTimeout(done, 5))
      expect(headers).toEqual(words.headers)
      sent.push(to)
    }
    await Promise.all([1, 2, 3].map(() => deliverMail(open(), send, someLog())))
    expect(sent.sort()).toEqual(addresses.sort())
    expect(await rowOf(open(), addresses[0] as string)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  test('keeps nothing of a transaction that fails', async () => {
    const to = `${newId()}@example.org`
    const failing = inTransaction(open(), async (tx) => {
      await putInOutbox(tx, { to, ...words })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    await expect(rowOf(open(), to)).rejects.toThrow()
  })

  test('tries again later what was not taken, and gives up after two days', async () => {
    const to = await someMail(open())
    const log = someLog()
    let tries = 0
    const send: Send = async () => {
      tries++
      throw new Error('451 come back later')
    }
    await deliverMail(open(), send, log)
    await deliverMail(open(), send, log)
    expect(tries).toBe(1)
    expect(await rowOf(open(), to)).toMatchObject({ state: 'waiting', attempts: 1, error: '451 come back later' })
    for (const minutes of [1, 5, 30, 120, 360, 720, 1440]) {
      later(minutes * minute + 1)
      await deliverMail(open(), send, log)
    }
    expect(tries).toBe(8)
    expect((await rowOf(open(), to)).state).toBe('failed')
    expect(log.said.at(-1)).toBe('a mail failed')
  })

  test('gives up at once where the address is refused for good', async () => {
    const to = await someMail(open())
    const refusal = Object.assign(new Error('550 no such person'), { code: 'EENVELOPE', responseCode: 550 })
    await deliverMail(open(), () => Promise.reject(refusal), someLog())
    expect((await rowOf(open(), to)).state).toBe('failed')
  })

  test('leaves a mail that a server took and never ended to others, once its time is over', async () => {
    const to = await someMail(open())
    void deliverMail(open(), () => new Promise(() => {}), someLog())
    await vi.waitFor(async () => expect((await rowOf(open(), to)).attempts).toBe(1))
    let sent = 0
    const send: Send = async () => {
      sent++
    }
    await deliverMail(open(), send, someLog())
    expect(sent).toBe(0)
    later(5 * minute + 1)
    await deliverMail(open(), send, someLog())
    expect(sent).toBe(1)
  })

  test('writes mail to the log and keeps it where there is no server to send by', async () => {
    const to = await someMail(open())
    const log = someLog()
    await deliverMail(open(), undefined, log)
    expect(log.said).toEqual(['mail, kept in the outbox: no SMTP_URL is set'])
    expect((await rowOf(open(), to)).state).toBe('kept')
    expect(await deliverMail(open(), async () => {}, log)).toBe(0)
  })
})
