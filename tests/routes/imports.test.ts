import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { type Answer, type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

// A thread takes seconds to start where much else runs.
vi.setConfig({ testTimeout: 180_000 })

const said = (text: string) => JSON.stringify({ messages: [{ role: 'user', content: text }] })
const octets = { 'content-type': 'application/octet-stream' }

async function over(client: Client, location: string): Promise<Answer> {
  for (;;) {
    const answer = await client.call('GET', location.replace('/api/v1', ''))
    if (['done', 'failed'].includes(answer.body.state)) return answer
    await pause(100)
  }
}

async function joined(site: Site, handle: string): Promise<string> {
  const body = new URLSearchParams({ handle, password: 'a long enough password' })
  const answer = await fetch(`${site.address}/join`, { method: 'POST', redirect: 'manual', body })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describeSiteOnBothEngines('Imports through the API', (site) => {
  test('take a file as the body, answer at once, and tell what came of it', async () => {
    const client = await newClient(site(), 'Wren')
    const path = '/imports?name=talks.jsonl&collection=talks'
    const asked = await client.call('POST', path, [said('a'), said('b'), 'nonsense'].join('\n'), octets)
    expect(asked).toMatchObject({ status: 202, body: { files: [{ name: 'talks.jsonl' }], collection: 'talks' } })
    const location = asked.headers.get('location') as string
    expect(location).toBe(`/api/v1/imports/${asked.body.id}`)
    const { body } = await over(client, location)
    expect(body).toMatchObject({ state: 'done', total: 3, created: 2, existing: 0, refusedCount: 1, failure: null })
    expect(body.refused).toMatchObject([{ file: 'talks.jsonl', line: 3, reason: expect.stringContaining('not JSON') }])
    expect((await client.call('GET', `/transcripts/${body.ids[1]}`)).body).toMatchObject({ collections: ['talks'] })
    expect((await client.call('GET', '/imports')).body.items).toMatchObject([
      { id: body.id, created: 2, refusedCount: 1 },
    ])
  })

  test('take a form with several files, verdicts among them', async () => {
    const client = await newClient(site(), 'Moss')
    const form = new FormData()
    const chat = JSON.stringify([{ id: 'x', messages: [{ role: 'user', content: 'Judge this.' }] }])
    form.append('files', new Blob([chat]), 'transcripts.json')
    form.append('files', new Blob(['transcript_id,condition,judge,label\nx,told,Ada,lie\n']), 'judge_votes.csv')
    const sent = new Response(form)
    const type = { 'content-type': sent.headers.get('content-type') as string }
    const asked = await client.call('POST', '/imports', await sent.bytes(), type)
    expect(asked.status).toBe(202)
    const { body } = await over(client, asked.headers.get('location') as string)
    expect(body).toMatchObject({ state: 'done', created: 1, refused: [] })
    const labels = await client.call('GET', '/labels')
    expect(JSON.stringify(labels.body)).toContain('lie (told)')
  })

  test('are made once for an Idempotency-Key, also at once', async () => {
    const client = await newClient(site(), 'Pike')
    const headers = { ...octets, 'idempotency-key': 'k' }
    const ask = (text = said('once')) => client.call('POST', '/imports?name=a.json', text, headers)
    const both = await Promise.all([ask(), ask()])
    expect(both.map(({ status }) => status)).toEqual([202, 202])
    expect(both[0]?.body.id).toBe(both[1]?.body.id)
    expect((await ask(said('other'))).status).toBe(409)
    expect((await client.call('GET', '/imports')).body.items).toHaveLength(1)
    await over(client, both[0]?.headers.get('location') as string)
  })

  test('refuse what is nobody’s, nothing, too large or of another type, and are nobody else’s', async () => {
    const [client, other] = [await newClient(site(), 'Teal'), await newClient(site(), 'Lark')]
    expect((await call(site(), 'POST', '/imports', 'x', octets)).status).toBe(401)
    expect((await call(site(), 'GET', '/imports')).status).toBe(401)
    const send = (body: string | Uint8Array, query = '', type = octets) =>
      client.call('POST', `/imports${query}`, body, type)
    expect(await send('')).toMatchObject({ status: 422, body: { errors: { files: [expect.any(String)] } } })
    expect(await send('x', '?format=nothing')).toMatchObject({
      status: 422,
      body: { errors: { format: [expect.any(String)] } },
    })
    expect(await send('x', '?collection=a/b')).toMatchObject({
      status: 422,
      body: { errors: { collection: [expect.any(String)] } },
    })
    expect(await send('x', '?format=labels')).toMatchObject({
      status: 422,
      body: { errors: { collection: [expect.any(String)] } },
    })
    expect(await send(new Uint8Array(50_000_001))).toMatchObject({ status: 413 })
    expect(await send(new Uint8Array(51_000_001))).toMatchObject({ status: 413 })
    expect(await send('{}', '', { 'content-type': 'application/json' })).toMatchObject({ status: 422 })
    const asked = await send('User: Whose?', '?name=a.txt')
    expect((await other.call('GET', `/imports/${asked.body.id}`)).status).toBe(404)
    expect((await over(client, asked.headers.get('location') as string)).body).toMatchObject({ created: 1 })
  })

  test('wait for five of a member at most', async () => {
    const cookie = await joined(site(), 'Crow')
    const send = () => {
      const form = new FormData()
      form.set('text', 'User: Hello.')
      return fetch(`${site().address}/imports/new`, {
        method: 'POST',
        redirect: 'manual',
        body: form,
        headers: { cookie },
      })
    }
    const five = await Promise.all(Array.from({ length: 5 }, send))
    expect(five.map(({ status }) => status)).toEqual(Array(5).fill(302))
    const sixth = await send()
    expect(sixth.status).toBe(409)
    const page = await sixth.text()
    expect(page).toContain('You have 5 imports that are not finished')
    expect(page).toContain('User: Hello.</textarea>')
  })
})
