import { expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { inTransaction } from '#db/transaction.ts'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('The API of comments', (site) => {
  const client = () => newClient(site(), `c${newId()}`)

  async function somePost(body: string) {
    const author = await client()
    const post: string = (await author.call('POST', '/posts', { title: 'A reading', body })).body.id
    return { author, post, path: `/threads/post/${post}/comments` }
  }

  test('who deleted a comment of their own restores it, and nobody else', async () => {
    const [{ post, path, author }, writer] = [await somePost('x'), await client()]
    const { id } = (await writer.call('POST', path, { body: 'Kept words' })).body
    expect((await writer.call('DELETE', `/comments/${id}`)).status).toBe(204)
    expect((await author.call('POST', `/comments/${id}/restore`)).status).toBe(403)
    expect(await writer.call('POST', `/comments/${id}/restore`)).toMatchObject({
      status: 200,
      body: { id, body: 'Kept words', deleted: false, author: { handle: writer.member.handle } },
    })
    expect((await call(site(), 'GET', `/posts/${post}`)).body.commentCount).toBe(1)
    expect((await writer.call('POST', '/comments/nothing/restore')).status).toBe(404)
    expect((await call(site(), 'POST', `/comments/${id}/restore`)).status).toBe(401)
  })

  test('after 30 days, and where a moderator deleted it, it is not restored', async () => {
    const [{ path }, writer] = [await somePost('x'), await client()]
    const moderator = await newClient(site(), `m${newId()}`, 'moderator')
    const late = (await writer.call('POST', path, { body: 'x' })).body.id
    const removed = (await writer.call('POST', path, { body: 'y' })).body.id
    await writer.call('DELETE', `/comments/${late}`)
    await moderator.call('DELETE', `/comments/${removed}`)
    const longAgo = { deleted_at: Date.now() - 31 * 86_400_000 }
    await inTransaction(site().db, (tx) => tx.updateTable('comments').set(longAgo).where('id', '=', late).execute())
    for (const id of [late, removed]) expect((await writer.call('POST', `/comments/${id}/restore`)).status).toBe(403)
  })

  test('a quote says how its words are found now, in what, and of which revision they are', async () => {
    const { author, post, path } = await somePost('It kept to what it had been told, and said so at the end.')
    const quote = { exact: 'what it had been told', prefix: 'kept to ', suffix: ', and', start: 11 }
    const { id, ...made } = (await author.call('POST', path, { body: 'Did it?', quote })).body
    const of = { type: 'post', id: post, revision: 1 }
    expect(made.quote).toMatchObject({ exact: quote.exact, verified: true, anchored: 'exact', of })
    const anchored = async (body: string) => {
      await author.call('PATCH', `/posts/${post}`, { body })
      return (await call(site(), 'GET', `/comments/${id}`)).body.quote
    }
    const near = await anchored('It kept to what it has been told, and said so at the end.')
    expect(near).toMatchObject({ exact: quote.exact, anchored: 'approximate', of })
    expect(await anchored('Nothing of it is left.')).toMatchObject({ exact: quote.exact, anchored: 'orphaned', of })
    const { items } = (await call(site(), 'GET', path)).body
    expect(items[0].quote).toMatchObject({ anchored: 'orphaned', of })
  })
})
