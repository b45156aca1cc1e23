import { expect, test } from 'vitest'
import { type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

interface Target {
  method: string
  path: string
  hasBody: boolean
}

/** Every write of the API, as its own description lists them. */
async function writesOf(site: Site): Promise<Target[]> {
  const { body } = await call(site, 'GET', '/openapi.json')
  const paths = Object.entries<Record<string, { security?: unknown; requestBody?: unknown }>>(body.paths)
  return paths.flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.security)
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, hasBody: Boolean(operation.requestBody) })),
  )
}

const fill = (path: string, id: string) => path.replace(/\{\w+\}/g, id)

const badBodies: [what: string, body: string | Uint8Array][] = [
  ['no JSON', '{"title":'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1'],
  ['nothing in it', '{}'],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
]

function expectProblem(answer: { status: number; headers: Headers; body: unknown }, what: string) {
  expect(answer.status, what).toBeGreaterThanOrEqual(400)
  expect(answer.status, what).toBeLessThan(500)
  expect(answer.headers.get('content-type'), what).toBe('application/problem+json')
  expect(answer.body, what).toMatchObject({
    status: answer.status,
    title: expect.any(String),
    detail: expect.any(String),
  })
}

describeSiteOnBothEngines('Bad input to every write of the API', (site) => {
  let client: Client
  let targets: Target[]

  test('a visitor is asked to sign in', async () => {
    targets = await writesOf(site())
    client = await newClient(site(), 'Probe')
    expect(targets.length).toBeGreaterThan(10)
    for (const { method, path } of targets) {
      const answer = await call(site(), method, fill(path, 'nothing'), {})
      expect(answer, `${method} ${path}`).toMatchObject({ status: 401 })
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test.each(badBodies)('%s is a clear 4xx problem and nothing is written', async (what, body) => {
    const before = await rowsIn(site())
    for (const { method, path } of targets.filter((one) => one.hasBody)) {
      expectProblem(await client.call(method, fill(path, 'nothing'), body), `${what} to ${method} ${path}`)
    }
    expect(await rowsIn(site())).toEqual(before)
  })

  test('unknown ids, and ids that are no ids, are a 4xx problem', async () => {
    for (const id of ['nothing', '%F0%9F%99%82', '..%2F..', "'--", '%00', '0'.repeat(300)]) {
      for (const { method, path } of targets.filter((one) => one.path.includes('{'))) {
        expectProblem(await client.call(method, fill(path, id), {}), `${id} to ${method} ${path}`)
      }
    }
  })

  test('a type that is not JSON is refused by name', async () => {
    const answer = await client.call('POST', '/labels', 'name=x', { 'content-type': 'text/plain' })
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { body: [expect.stringContaining('application/json')] } },
    })
  })

  test('an Idempotency-Key makes one deed of two, also at once, and cannot be used for another', async () => {
    const headers = { 'idempotency-key': 'once' }
    const ask = () => client.call('POST', '/labels', { name: 'asked once' }, headers)
    const both = await Promise.all([ask(), ask()])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
    expect((await client.call('POST', '/labels', { name: 'another' }, headers)).status).toBe(409)
  })
})

async function rowsIn(site: Site) {
  const tables = [
    'activity',
    'posts',
    'comments',
    'claims',
    'labels',
    'concepts',
    'transcripts',
    'votes',
    'ballots',
  ] as const
  return Promise.all(
    tables.map(async (table) => {
      const rows = await site.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirst()
      return [table, rows?.n]
    }),
  )
}

const forged = [
  'x',
  '[]',
  '["x","y"]',
  '[1]',
  '[1,2]',
  '[1,"a",3]',
  '["\\u0000",1]',
  '[1,"\\u0000"]',
  '[1e300,"a"]',
  '[-1.5,"a"]',
]

describeSiteOnBothEngines('Bad cursors and limits to every list of the API', (site) => {
  test('are a 422 problem, or an empty end; never a fault', async () => {
    const { body } = await call(site(), 'GET', '/openapi.json')
    const lists = Object.keys(body.paths).filter((path) =>
      JSON.stringify(body.paths[path].get?.parameters ?? []).includes('"cursor"'),
    )
    expect(lists.length).toBeGreaterThan(4)
    for (const path of lists.map((one) => fill(one, 'nothing'))) {
      for (const key of forged) {
        const cursor = Buffer.from(key).toString('base64url')
        const answer = await call(site(), 'GET', `${path}?cursor=${cursor}`)
        expect(answer.status, `${path} ${key}`).toBeLessThan(500)
      }
      if (path.includes('nothing')) continue
      for (const limit of ['0', '201', '-1', '1.5', 'x', '']) {
        const answer = await call(site(), 'GET', `${path}?limit=${limit}`)
        expect(answer, `${path} ${limit}`).toMatchObject({
          status: 422,
          body: { errors: { limit: [expect.any(String)] } },
        })
      }
      expect((await call(site(), 'GET', `${path}?cursor=!`)).status).toBe(422)
    }
  })
})
