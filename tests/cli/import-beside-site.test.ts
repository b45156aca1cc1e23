import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeMember } from '#app/features/accounts/accounts.server.ts'
import { fileWith, startCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { type Client, newClient, type Site, startSite } from '#tests/support/site.ts'

const mostWaitMs = 250
let url: string
let site: Site
let client: Client

beforeAll(async () => {
  url = await freshDatabase('sqlite')
  site = await startSite('sqlite', url)
  client = await newClient(site, 'wren')
})
afterAll(() => site.stop())

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

async function readPage() {
  const answer = await fetch(`${site.address}/`)
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('</html>')])
}

const write = () => describeMember(site.db, client.member, { bio: `At ${performance.now()}.` })

test('While a command imports 10,000 turns, no page and no write of the site waits 250 ms for it', async () => {
  for (const _ of Array(10)) await readPage()
  const { ended } = startCommand(url, ['import', 'transcripts', fileWith(tenThousandTurns(), '.jsonl'), '--json'])
  const [pages, writes] = await Promise.all([waitsUntil(ended, readPage), waitsUntil(ended, write)])
  const { stdout, stderr } = await ended
  expect([stderr, JSON.parse(stdout).created]).toEqual(['', 501])
  expect(Math.max(...pages)).toBeLessThan(mostWaitMs)
  expect(Math.max(...writes)).toBeLessThan(mostWaitMs)
}, 60_000)
