import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '#app/demo/seed.server.ts'
import { startBrowser } from '#tests/support/chromium.ts'
import { type Site, startSite } from '#tests/support/site.ts'

/** It brings 120 packages that nothing else needs, so it is looked for and not asked for: `npm install --no-save lighthouse`. */
const lighthouse = await import(/* @vite-ignore */ String('lighthouse')).catch(() => undefined)
const isAsked = process.env.TRIAL === 'long'
if (isAsked && !lighthouse) console.warn('Lighthouse is not there: npm install --no-save lighthouse')

const mustBeWhole = ['accessibility', 'best-practices', 'seo']

let site: Site
let port: number
let stop: () => Promise<void>

beforeAll(async () => {
  if (!isAsked || !lighthouse) return
  site = await startSite('sqlite')
  await seed(site.db)
  port = await freePort()
  const browser = await startBrowser([`--remote-debugging-port=${port}`])
  stop = () => browser.close()
})

afterAll(async () => {
  await stop?.()
  await site?.stop()
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function mainPages(): Promise<string[]> {
  const first = async (table: 'claims' | 'transcripts' | 'excerpts') =>
    (await site.db.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const busiest = await site.db
    .selectFrom('threads')
    .select('subject_id')
    .where('subject_kind', '=', 'post')
    .orderBy('comment_count', 'desc')
    .executeTakeFirstOrThrow()
  const things = [`/posts/${busiest.subject_id}`, `/transcripts/${await first('transcripts')}`]
  return ['/', '/posts', '/claims', `/claims/${await first('claims')}`, `/excerpts/${await first('excerpts')}`].concat(
    things,
    '/search?q=model',
  )
}

interface Audit {
  score: number | null
  title: string
  details?: { items?: unknown[] }
}

/** What Lighthouse says of a page on a phone: scores of a hundred, and what cost points. */
async function verdictOn(path: string) {
  const { lhr } = await lighthouse.default(site.address + path, { port, output: 'json', logLevel: 'silent' })
  const categories = Object.entries<{ score: number; auditRefs: { id: string; weight: number }[] }>(lhr.categories)
  const scores = Object.fromEntries(categories.map(([name, { score }]) => [name, Math.round(score * 100)]))
  const lost = categories
    .filter(([name]) => mustBeWhole.includes(name))
    .flatMap(([, { auditRefs }]) => auditRefs.filter(({ id, weight }) => weight > 0 && isLost(lhr.audits[id])))
    .map(({ id }) => id)
  return { scores, lost }
}

const isLost = ({ score }: Audit) => score !== null && score < 1

test.skipIf(!isAsked || !lighthouse)(
  'a phone finds every main page open to all, soundly made and fit to be found',
  { timeout: 900_000 },
  async () => {
    const lost: Record<string, string[]> = {}
    for (const path of await mainPages()) {
      const verdict = await verdictOn(path)
      console.log(path, verdict.scores)
      // A search asks not to be listed, on purpose.
      const found = verdict.lost.filter((audit) => !(path.startsWith('/search') && audit === 'is-crawlable'))
      if (found.length > 0) lost[path] = found
    }
    expect(lost).toEqual({})
  },
)
