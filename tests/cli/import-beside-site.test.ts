import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeMember } from '#app/features/accounts/accounts.server.ts'
import { fileWith, startCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { newClient, type Site, startSite } from '#tests/support/site.ts'

const mostWaitMs = 250
let url: string
let site: Site
// On a database of its own: what it waits is the machine's doing and not the lock's.
let control: Site

beforeAll(async () => {
  url = await freshDatabase('sqlite')
  site = await startSite('sqlite', url)
  control = await startSite('sqlite')
})
afterAll(() => Promise.all([site.stop(), control.stop()]))

/** 10,000 turns: one transcript as long as they may be, among many short ones. */
function tenThousandTurns(): string {
  const said = (n: number) => ({ role: n % 2 ? 'assistant' : 'user', content: `${n} ${'word '.repeat(100)}` })
  const long = { messages: Array.from({ length: 5000 }, (_, n) => said(n)) }
  const short = Array.from({ length: 500 }, (_, n) => ({ messages: long.messages.slice(n, n + 10) }))
  return [...short.slice(0, 250), long, ...short.slice(250)].map((record) => JSON.stringify(record)).join('\n')
}

/** How long each of the work took, ms, done again and again until the other thing ends. */
async function waitsUntil(ended: Promise<unknown>, work: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = []
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })
  while (!hasEnded) {
    const begin = performance.now()
    await work()
    waits.push(performance.now() - begin)
    await pause(10)
  }
  return waits
}

async function readPage(from: Site) {
  const answer = await fetch(`${from.address}/`)
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('</html>')])
}

/** Writes to the site as a member would, and answers how. */
async function writerOn(to: Site): Promise<() => Promise<void>> {
  const { member } = await newClient(to, 'wren')
  return () => describeMember(to.db, member, { bio: `At ${performance.now()}.` })
}

const worst = (waits: number[]) => Math.max(...waits)

test('While a command imports 10,000 turns, no page and no write of the site waits 250 ms for its lock', async () => {
  for (const _ of Array(10)) await Promise.all([readPage(site), readPage(control)])
  const [write, writeControl] = [await writerOn(site), await writerOn(control)]
  const { ended } = startCommand(url, ['import', 'transcripts', fileWith(tenThousandTurns(), '.jsonl'), '--json'])
  const [pages, writes, controlPages, controlWrites] = await Promise.all([
    waitsUntil(ended, () => readPage(site)),
    waitsUntil(ended, write),
    waitsUntil(ended, () => readPage(control)),
    waitsUntil(ended, writeControl),
  ])
  const { stdout, stderr } = await ended
  expect([stderr, JSON.parse(stdout).created]).toEqual(['', 501])
  expect(worst(pages)).toBeLessThan(worst(controlPages) + mostWaitMs)
  expect(worst(writes)).toBeLessThan(worst(controlWrites) + mostWaitMs)
}, 120_000)
