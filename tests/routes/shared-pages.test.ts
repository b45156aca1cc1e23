import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { type Client, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

/** As it comes over the wire: fetch would decode it. */
function read(address: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    request(address, { headers }, async (answer) => {
      const bytes = Buffer.concat(await answer.toArray())
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes })
    })
      .on('error', reject)
      .end()
  })
}

describeSiteOnBothEngines('Pages for everybody', (site) => {
  let author: Client
  let path: string
  beforeAll(async () => {
    author = await newClient(site(), 'author')
    const post = await author.call('POST', '/posts', { title: 'Kept', body: 'Once for all.' })
    path = `${site().address}/posts/${post.body.id}`
  })

  test('are made once, and the same bytes come in what the browser takes', async () => {
    const plain = await read(path)
    expect(plain.headers).not.toHaveProperty('content-encoding')
    const small = await read(path, { 'accept-encoding': 'gzip, br' })
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', etag: expect.stringMatching(/^W\/"/) })
    expect(brotliDecompressSync(small.bytes).equals(plain.bytes)).toBe(true)
    const gzipped = await read(path, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(gzipped.bytes).equals(plain.bytes)).toBe(true)
    expect(small.headers.vary).toMatch(/Cookie.*Accept-Encoding/)
    const again = await read(path, { 'if-none-match': String(small.headers.etag) })
    expect(again).toMatchObject({ status: 304, bytes: Buffer.alloc(0) })
  })

  test('show a write as soon as it was answered', async () => {
    for (let n = 0; n < 5; n++) {
      const before = await read(path)
      const subject = `/threads/post/${path.split('/').at(-1)}/comments`
      await author.call('POST', subject, { body: `word${n}` })
      const after = await read(path, { 'if-none-match': String(before.headers.etag) })
      expect(after.status).toBe(200)
      expect(after.bytes.toString()).toContain(`word${n}<`)
    }
  })

  test('are right for each of many who ask while others write', async () => {
    const subject = `/threads/post/${path.split('/').at(-1)}/comments`
    const seen = Array.from({ length: 15 }, async (_, n) => {
      if (n % 5 === 0) await author.call('POST', subject, { body: `many${n}` })
      const { bytes } = await read(path)
      if (n % 5 === 0) expect(bytes.toString()).toContain(`many${n}<`)
      return bytes.toString()
    })
    for (const page of await Promise.all(seen)) expect(page.includes('</html>')).toBe(true)
  })

  test('are not what a member is sent, and no member’s page is kept', async () => {
    const token = { authorization: `Bearer ${author.token}` }
    await read(`${site().address}/claims`, token)
    const own = await read(path, token)
    expect(own.bytes.toString()).toContain('/members/author"')
    expect(own.headers).not.toHaveProperty('etag')
    const seen = await read(path, { cookie: 'something=chosen' })
    expect(seen.headers).not.toHaveProperty('etag')
    expect(site().pages.texts().join('')).not.toContain('Sign out')
  })

  test('may be fetched ahead by visitors, not by members, for whom reading counts', async () => {
    const rules = '/speculation-rules.json'
    expect((await read(path)).headers['speculation-rules']).toBe(`"${rules}"`)
    expect((await read(path, { cookie: 'a=b' })).headers).not.toHaveProperty('speculation-rules')
    const { headers, bytes } = await read(site().address + rules)
    expect(headers['content-type']).toBe('application/speculationrules+json')
    expect(JSON.parse(bytes.toString())).toHaveProperty('prefetch')
  })

  test('are kept neither of what is not there nor of forms that were refused', async () => {
    const count = site().pages.texts().length
    expect((await read(`${site().address}/posts/nothing`)).status).toBe(404)
    expect((await read(`${site().address}/posts/nothing`)).status).toBe(404)
    await fetch(`${site().address}/sign-in`, { method: 'POST', body: new URLSearchParams({ handle: 'x' }) })
    expect(site().pages.texts()).toHaveLength(count)
  })
})
