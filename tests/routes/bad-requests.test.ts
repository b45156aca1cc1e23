import { request } from 'node:http'
import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

interface Raw {
  status: number
  headers: NodeJS.Dict<string | string[]>
  text: string
}

/** As it is written, without what fetch would mend or refuse. */
function ask(site: Site, method: string, path: string, headers: Record<string, string> = {}): Promise<Raw> {
  const { port } = new URL(site.address)
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode as number, headers: answer.headers, text }))
    })
    asking.on('error', reject).end()
  })
}

const problemType = 'application/problem+json'

describeSiteOnBothEngines('Requests that nothing answers', (site) => {
  test('a method that the site has nowhere is a 405 problem', async () => {
    for (const method of ['TRACE', 'PROPFIND']) {
      for (const path of ['/', '/api/v1/posts', '/healthz']) {
        const answer = await ask(site(), method, path)
        expect(answer, `${method} ${path}`).toMatchObject({ status: 405, headers: { 'content-type': problemType } })
      }
    }
  })

  test('health and files are read, not written to', async () => {
    for (const path of ['/healthz', '/readyz', '/favicon.svg']) {
      expect((await ask(site(), 'PUT', path)).status, path).toBeGreaterThanOrEqual(404)
      expect((await ask(site(), 'HEAD', path)).status, path).toBe(200)
    }
  })

  test('a Host that names no host is a 400 problem', async () => {
    const answer = await ask(site(), 'GET', '/', { host: 'example.org"><script>' })
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': problemType } })
  })

  test('an address that does not decode is a 400 problem', async () => {
    for (const path of ['/%ff', '/%', '/%ff/v1/openapi.json', '/posts/%zz', '/api/v1/posts/%ed%a0%80'])
      expect(await ask(site(), 'GET', path), path).toMatchObject({
        status: 400,
        headers: { 'content-type': problemType },
      })
    expect((await ask(site(), 'GET', '/search?q=%ff')).status).toBe(200)
  })

  test('an address means the same in other letters, encoded, and with a slash behind', async () => {
    for (const path of ['/', '/Claims', '/%63laims', '/claims/', '/API/v1/posts']) {
      expect((await ask(site(), 'GET', path)).status, path).toBe(200)
    }
  })

  test('what a page was made from is not to be had beside it', async () => {
    for (const path of ['/claims.data', '/_root.data']) expect((await ask(site(), 'GET', path)).status, path).toBe(404)
  })

  test('cookies that do not decode are nobody’s session', async () => {
    expect((await ask(site(), 'GET', '/', { cookie: 'theirs=%ff; parallax_session=%ff' })).status).toBe(200)
  })

  test('unknown paths under /api are 404 problems, whatever the version', async () => {
    const beyond = ['/api/v1/posts/x/y', '/api/v1/votes', '/api/v1/posts//x', '/api/v1/openapi.json/x']
    const data = ['/api/v1/nope.data', '/api/v1/posts/x.data']
    for (const path of ['/api/x', '/api/v2/posts', '/api/v1', '/api/v1/nope', ...beyond, ...data]) {
      expect(await ask(site(), 'GET', path), path).toMatchObject({
        status: 404,
        headers: { 'content-type': problemType },
      })
    }
  })

  test('a NUL in a query is refused by its name', async () => {
    const answer = await call(site(), 'GET', '/transcripts?collection=%00')
    expect(answer).toMatchObject({ status: 422, body: { errors: { collection: [expect.stringContaining('NUL')] } } })
  })

  test('If-None-Match: * knows whatever is there', async () => {
    const answer = await ask(site(), 'GET', '/api/v1/posts', { 'if-none-match': '*' })
    expect(answer).toMatchObject({ status: 304, text: '' })
  })
})

describeSiteOnBothEngines('Transcripts at their limits', (site) => {
  test('20 MB come in, though their JSON is far larger', async () => {
    const wren = await newClient(site(), 'Wren')
    const turn = JSON.stringify({ role: 'user', text: `${'\n'.repeat(999_999)}x` })
    const turns = Array<string>(20).fill(turn)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${wren.token}` }
    const [method, body] = ['POST', `{"turns":[${turns}]}`]
    const answer = await fetch(`${site().address}/api/v1/transcripts`, { method, headers, body })
    expect(answer.status).toBe(201)
    // It comes back whole, which is not looked at.
    await answer.body?.cancel()
    const more = await wren.call('POST', '/transcripts', `{"turns":[${turns},{"role":"user","text":"y"}]}`)
    expect(more).toMatchObject({ status: 413, body: { detail: expect.stringContaining('20 MB') } })
  })

  test('scores come by name, not in a list', async () => {
    const wren = await newClient(site(), 'Heron')
    const answer = await wren.call('POST', '/transcripts', { turns: [{ role: 'user', text: 'x' }], scores: [1] })
    expect(answer).toMatchObject({ status: 422, body: { errors: { scores: [expect.any(String)] } } })
  })

  test('a quote begins at a place that a text can have', async () => {
    const wren = await newClient(site(), 'Crane')
    const { body: post } = await wren.call('POST', '/posts', { title: 'A post', body: 'Words.' })
    const comment = { body: 'Yes.', quote: { exact: 'Words', start: 1e300 } }
    const answer = await wren.call('POST', `/threads/post/${post.id}/comments`, comment)
    expect(answer).toMatchObject({ status: 422, body: { errors: { 'quote.start': [expect.any(String)] } } })
  })
})
