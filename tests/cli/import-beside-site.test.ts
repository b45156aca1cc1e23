import { getPriority } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeMember } from '#app/features/accounts/accounts.server.ts'
import { fileWith, startCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { newClient, type Site, startSite } from '#tests/support/site.ts'

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

/** How often the work was done, again and again, until the other thing ended. */
async function timesUntil(ended: Promise<unknown>, work: () => Promise<unknown>): Promise<number> {
  let [times, hasEnded] = [0, false]
  ended.then(() => {
    hasEnded = true
  })
  for (; !hasEnded; times++) {
    await work()
    await pause(10)
  }
  return times
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

test('While a command imports 10,000 turns, the site answers pages and writes at least a third as often as one beside which nothing is imported', async () => {
  for (const _ of Array(10)) await Promise.all([readPage(site), readPage(control)])
  const [write, writeControl] = [await writerOn(site), await writerOn(control)]
  const { ended } = startCommand(url, ['import', 'transcripts', fileWith(tenThousandTurns(), '.jsonl'), '--json'])
  const [pages, writes, controlPages, controlWrites] = await Promise.all([
    timesUntil(ended, () => readPage(site)),
    timesUntil(ended, write),
    timesUntil(ended, () => readPage(control)),
    timesUntil(ended, writeControl),
  ])
  const { stdout, stderr } = await ended
  expect([stderr, JSON.parse(stdout).created]).toEqual(['', 501])
  expect(pages).toBeGreaterThan(controlPages / 3)
  expect(writes).toBeGreaterThan(controlWrites / 3)
}, 120_000)

test('A command gives way to the site', async () => {
  const { child, ended } = startCommand(url, ['doctor'])
  let highest = Number.NEGATIVE_INFINITY
  await timesUntil(ended, async () => {
    if (child.exitCode === null) highest = Math.max(highest, getPriority(child.pid))
  })
  expect(highest).toBeGreaterThan(getPriority())
})
