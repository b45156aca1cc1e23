import sharp from 'sharp'
import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const picture = (background: string) =>
  sharp({ create: { width: 24, height: 16, channels: 3, background } })
    .png()
    .toBuffer()

async function joined(site: Site, handle: string): Promise<string> {
  const body = new URLSearchParams({ handle, password: 'a long enough password' })
  const answer = await fetch(`${site.address}/join`, { method: 'POST', redirect: 'manual', body })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describeSiteOnBothEngines('Pictures through HTTP', (site) => {
  test('the API takes the bytes as they are and says where they are shown, for ever', async () => {
    const client = await newClient(site(), 'Wren')
    const send = async () =>
      client.call('POST', '/pictures', new Uint8Array(await picture('#123456')), { 'content-type': 'image/png' })
    const first = await send()
    expect(first).toMatchObject({ status: 201, body: { width: 24, height: 16 } })
    expect(first.headers.get('location')).toBe(first.body.path)
    expect(first.body.markdown).toBe(`![](${first.body.path})`)
    expect(await send()).toMatchObject({ status: 200, body: first.body })
    const shown = await fetch(site().address + first.body.path)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).format).toBe('webp')
    const headers = { 'if-none-match': shown.headers.get('etag') ?? '' }
    expect((await fetch(site().address + first.body.path, { headers })).status).toBe(304)
    expect((await fetch(`${site().address}/pictures/nothing.webp`)).status).toBe(404)
  })

  test('what is no picture, too large, or of nobody is refused in words', async () => {
    const client = await newClient(site(), 'Moss')
    const send = (body: Uint8Array | string, type: string) =>
      client.call('POST', '/pictures', body, { 'content-type': type })
    expect(await send('<svg/>', 'image/png')).toMatchObject({
      status: 422,
      body: { errors: { picture: [expect.any(String)] } },
    })
    expect(await send('<svg/>', 'image/svg+xml')).toMatchObject({ status: 422 })
    const gif = await sharp(await picture('#abcdef'))
      .gif()
      .toBuffer()
    expect(await send(new Uint8Array(gif), 'image/jpeg')).toMatchObject({ status: 422 })
    expect(await send(new Uint8Array(5_000_000), 'image/png')).toMatchObject({ status: 422 })
    expect(await send(new Uint8Array(5_000_001), 'image/png')).toMatchObject({ status: 413 })
    expect(await call(site(), 'POST', '/pictures', 'x', { 'content-type': 'image/png' })).toMatchObject({ status: 401 })
  })

  test('a form brings a picture into what is typed and keeps all of it', async () => {
    const cookie = await joined(site(), 'Pike')
    const send = async (fields: Record<string, string>, file?: Uint8Array) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ intent: 'picture', title: 'A title', body: 'Ünïcode…', ...fields }))
        form.set(name, value)
      if (file) form.set('picture', new Blob([file as BlobPart]), 'x.png')
      const answer = await fetch(`${site().address}/posts/new`, { method: 'POST', body: form, headers: { cookie } })
      return { status: answer.status, page: await answer.text() }
    }
    const file = new Uint8Array(await picture('#654321'))
    const brought = await send({ 'picture.shows': 'A blue field' }, file)
    expect(brought).toMatchObject({ status: 200 })
    expect(brought.page).toMatch(/Ünïcode…\n\n!\[A blue field\]\(\/pictures\/\w{18}-24x16\.webp\)<\/textarea>/)
    expect(brought.page).toContain('value="A title"')
    for (const [fields, given, said] of [
      [{}, file, 'Say what it shows'],
      [{ 'picture.shows': 'x' }, undefined, 'Choose a picture.'],
      [{ 'picture.shows': 'x' }, new Uint8Array([1, 2, 3]), 'no PNG, JPEG or WebP'],
    ] as const) {
      const answer = await send(fields, given)
      expect(answer).toMatchObject({ status: 422 })
      expect(answer.page).toContain(said)
      expect(answer.page).toContain('Ünïcode…</textarea>')
    }
  })
})
