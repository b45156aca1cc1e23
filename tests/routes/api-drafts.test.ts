import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Drafts through the API', (site) => {
  test('are kept, read, found newer, listed and thrown away, each by its writer alone', async () => {
    const [wren, moss] = [await newClient(site(), 'Wren'), await newClient(site(), 'Moss')]
    const path = '/drafts/post.new'
    expect(await wren.call('GET', path)).toMatchObject({ status: 404 })
    const put = (body: string, revision: number, window: string) =>
      wren.call('PUT', path, { fields: { body }, revision, window })
    expect(await put('One', 0, 'a')).toMatchObject({ status: 200, body: { revision: 1, fields: { body: 'One' } } })
    const late = await put('Two', 0, 'b')
    expect(late).toMatchObject({ status: 409, body: { newer: { revision: 1, fields: { body: 'One' } }, window: 'b' } })
    const list = await wren.call('GET', '/drafts?limit=1')
    expect(list.body).toMatchObject({ items: [{ words: 'Two', setAside: true }], next: expect.any(String) })
    expect(await wren.call('GET', path)).toMatchObject({ status: 200, body: { fields: { body: 'One' } } })
    expect(await moss.call('GET', path)).toMatchObject({ status: 404 })
    expect((await wren.call('DELETE', path)).status).toBe(204)
    expect((await wren.call('GET', '/drafts')).body).toEqual({ items: [], next: null })
    expect(await put(' ', 0, 'a')).toMatchObject({ status: 200, body: { revision: 0, fields: { body: ' ' } } })
    expect(await wren.call('GET', path)).toMatchObject({ status: 404 })
    expect(await call(site(), 'GET', '/drafts')).toMatchObject({ status: 401 })
  })
})
