import { expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Co-authors over the API', (site) => {
  const client = () => newClient(site(), `c${newId()}`)

  test('are asked, accept, may edit, and leave or are taken off', async () => {
    const [author, other, third] = [await client(), await client(), await client()]
    const post = (await author.call('POST', '/posts', { title: 'A reading', body: 'x' })).body.id
    const path = `/posts/${post}/authors`
    for (const { member } of [other, other, third])
      expect((await author.call('POST', path, { handle: member.handle })).status).toBe(200)
    const accepted = await other.call('POST', path, { handle: other.member.handle.toUpperCase() })
    const handle = (one: typeof author) => ({ handle: one.member.handle })
    expect(accepted).toMatchObject({
      status: 200,
      body: { author: handle(author), coAuthors: [handle(other)], invited: [handle(third)] },
    })
    expect((await call(site(), 'GET', `/posts/${post}`)).body.coAuthors).toEqual([handle(other)])
    expect((await other.call('PATCH', `/posts/${post}`, { body: 'y' })).status).toBe(200)
    expect((await third.call('PATCH', `/posts/${post}`, { body: 'z' })).status).toBe(403)
    expect((await other.call('DELETE', `${path}/${third.member.handle}`)).status).toBe(403)
    expect((await author.call('DELETE', `${path}/${third.member.handle}`)).status).toBe(204)
    expect((await other.call('DELETE', `${path}/${other.member.handle}`)).status).toBe(204)
    expect((await call(site(), 'GET', `/posts/${post}`)).body.coAuthors).toEqual([])
    expect((await other.call('PATCH', `/posts/${post}`, { body: 'z' })).status).toBe(403)
  })

  test('nobody asks for another’s post, or somebody who is not there, or accepts unasked', async () => {
    const [author, other] = [await client(), await client()]
    const path = `/posts/${(await author.call('POST', '/posts', { title: 'A reading', body: 'x' })).body.id}/authors`
    expect((await other.call('POST', path, { handle: author.member.handle })).status).toBe(403)
    expect((await other.call('POST', path, { handle: other.member.handle })).status).toBe(404)
    for (const handle of ['nobody-is-called-so', '', 7])
      expect(await author.call('POST', path, { handle })).toMatchObject({
        status: 422,
        body: { errors: { handle: [expect.any(String)] } },
      })
  })
})
