import { closeSync, openSync, writeSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { fileOf } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { type Client, newClient, type Site, startSite } from '#tests/support/site.ts'

const ready = async (site: Site) => {
  const answer = await fetch(`${site.address}/readyz`)
  return [answer.status, (await answer.text()).trim()]
}

/** As the writer's connection is told. */
const tell = (site: Site, statement: string) => inTransaction(site.db, (tx) => sql.raw(statement).execute(tx))

interface Told {
  site: Site
  client: Client
  post: string
  cookie: string
}

async function told(site: Site): Promise<Told> {
  const client = await newClient(site, 'Wren')
  const { body } = await client.call('POST', '/posts', { title: 'A post', body: 'Words.' })
  const cookie = (await startSession(site.db, client.member, false)).split(';')[0] as string
  return { site, client, post: body.id, cookie }
}

const answerTo = ({ client, post }: Told, body: string) =>
  client.call('POST', `/threads/post/${post}/comments`, { body })

/** What is the same whatever the trouble is: a sentence with 503, a form with what was typed, and reading goes on. */
async function expectReading({ site, client, post, cookie }: Told, sentence: RegExp) {
  expect((await client.call('GET', `/posts/${post}`)).status).toBe(200)
  for (const headers of [{ cookie }, {}] as HeadersInit[])
    expect((await fetch(`${site.address}/posts/${post}`, { headers })).status).toBe(200)
  const form = new URLSearchParams({ body: `What I typed, ${'at length, '.repeat(4000)}` })
  const headers = { cookie }
  const sent = await fetch(`${site.address}/comments/new?on=post.${post}`, { method: 'POST', body: form, headers })
  expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '30'])
  const page = await sent.text()
  expect(page).toMatch(sentence)
  expect(page).toContain('What I typed, at length, ')
}

const problemOf = (sentence: RegExp) => ({
  status: 503,
  body: { title: 'Not now', status: 503, detail: expect.stringMatching(sentence) },
})

describe('A site on SQLite', () => {
  let here: Told
  afterAll(() => here.site.stop())

  test('whose disk is full says so, is read on, and loses nothing once there is room', async () => {
    here = await told(await startSite('sqlite'))
    await tell(here.site, 'pragma max_page_count = 1')
    const kept: string[] = []
    for (let n = 0; ; n++) {
      const answer = await answerTo(here, `${n} ${'word '.repeat(4000)}`)
      if (answer.status !== 201) {
        expect(answer).toMatchObject(problemOf(/disk is full/))
        break
      }
      kept.push(answer.body.id)
    }
    await expectReading(here, /disk is full/)
    expect(await ready(here.site)).toEqual([503, expect.stringContaining('disk is full')])
    await tell(here.site, 'pragma max_page_count = 4294967294')
    expect(await ready(here.site)).toEqual([200, 'ready'])
    expect((await answerTo(here, 'There is room.')).status).toBe(201)
    const rows = await here.site.db.selectFrom('comments').select('id').execute()
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(kept))
    expect((await examine(here.site.db)).filter(({ ok }) => !ok)).toEqual([])
  })

  test('that can only be read says so, and is read', async () => {
    await tell(here.site, 'pragma query_only = 1')
    expect(await answerTo(here, 'Yes.')).toMatchObject(problemOf(/can be read but not written/))
    await expectReading(here, /can be read but not written/)
    expect(await ready(here.site)).toEqual([503, expect.stringContaining('can be read')])
    const { databaseUrl } = here.site
    await here.site.stop()
    here.site = await startSite('sqlite', databaseUrl)
    expect(await ready(here.site)).toEqual([200, 'ready'])
  })

  test('whose file is damaged says so, with no word of where or how', async () => {
    const { databaseUrl } = here.site
    await here.site.stop()
    const file = openSync(fileOf(databaseUrl), 'r+')
    for (let page = 4; page < 400; page++) writeSync(file, Buffer.alloc(4000, 7), 0, 4000, page * 4096)
    closeSync(file)
    here.site = await startSite('sqlite', databaseUrl)
    const { status, headers } = await fetch(`${here.site.address}/api/v1/posts`)
    expect([status, headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect(await ready(here.site)).toEqual([503, expect.stringContaining('damaged')])
  })
})

/** A way to the database that can be cut. */
async function cuttable(url: string) {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((socket) => {
    if (isCut) return socket.destroy()
    const there = connect(Number(port), hostname)
    for (const [one, other] of [
      [socket, there],
      [there, socket],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => {}).on('close', () => other.destroy())
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const through = new URL(url)
  through.port = String((server.address() as { port: number }).port)
  // Others go by the server's socket.
  through.search = ''
  const cut = (is: boolean) => {
    isCut = is
    if (is) for (const socket of open) socket.destroy()
  }
  return { url: through.href, cut, close: () => server.close() }
}

test('A site that lost PostgreSQL says so, shows what it kept, and goes on when it is back', async () => {
  const way = await cuttable(await freshDatabase('postgres'))
  const here = await told(await startSite('postgres', way.url))
  const page = `${here.site.address}/posts/${here.post}`
  expect((await fetch(page)).status).toBe(200)
  way.cut(true)
  expect(await answerTo(here, 'Yes.')).toMatchObject(problemOf(/does not answer/))
  // Kept, where nothing was committed since anywhere on the server.
  expect([200, 503]).toContain((await fetch(page)).status)
  const other = await fetch(`${here.site.address}/labels`)
  expect([other.status, await other.text()]).toEqual([503, expect.stringContaining('does not answer')])
  expect(await ready(here.site)).toEqual([503, expect.stringContaining('does not answer')])
  expect((await fetch(`${here.site.address}/healthz`)).status).toBe(200)
  way.cut(false)
  expect(await ready(here.site)).toEqual([200, 'ready'])
  expect((await answerTo(here, 'It is back.')).status).toBe(201)
  await here.site.stop()
  way.close()
})
