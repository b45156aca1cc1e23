import { expect, test } from 'vitest'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { someThings } from '#tests/features/discussion/things.ts'
import { type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const client = (site: Site, role?: 'moderator') => newClient(site, `c${newId()}`, role)
const essay = { title: 'A reading', body: 'It *kept* to it.' }

async function somePost(author: Client): Promise<string> {
  return (await author.call('POST', '/posts', essay)).body.id
}

describeSiteOnBothEngines('The API of posts', (site) => {
  test('a post is made, read, changed and deleted', async () => {
    const author = await client(site())
    const made = await author.call('POST', '/posts', essay)
    expect(made).toMatchObject({
      status: 201,
      body: { kind: 'essay', html: '<p>It <em>kept</em> to it.</p>\n', agreement: 0, approval: 0 },
    })
    expect(made.headers.get('location')).toBe(`/api/v1/posts/${made.body.id}`)
    const path = `/posts/${made.body.id}`
    expect((await call(site(), 'GET', path)).body).toEqual(made.body)
    const patched = await author.call('PATCH', path, { title: 'Another' })
    expect(patched).toMatchObject({
      status: 200,
      body: { title: 'Another', body: essay.body, revision: 2, editedAt: expect.any(String) },
    })
    expect((await author.call('DELETE', path)).status).toBe(204)
    const tombstone = (await call(site(), 'GET', path)).body
    expect(tombstone).toMatchObject({ deleted: true, title: '', body: '', html: '', author: { handle: '[deleted]' } })
  })

  test('what may be left out may be null: of a post, of what it rests on, and of a comment', async () => {
    const author = await client(site())
    const nothing = { kind: null, url: null, review: null, published: null, evidence: null, bearing: null }
    const { status, body } = await author.call('POST', '/posts', { ...essay, ...nothing })
    expect([status, body]).toMatchObject([201, { kind: 'essay', evidence: [], bearing: null, url: null }])
    expect(body.publishedAt).not.toBeNull()
    expect((await author.call('POST', '/posts', { title: 'x', body: null })).body.errors.body).toEqual([
      'This may not be empty.',
    ])
    const quote = { exact: 'kept', prefix: null, suffix: null, start: null }
    const said = { body: 'Yes.', parentId: null, evidence: null, bearing: null, quote }
    const answered = await author.call('POST', `/threads/post/${body.id}/comments`, said)
    expect(answered).toMatchObject({ status: 201, body: { evidence: [], quote: { exact: 'kept' } } })
  })

  test('lists page by cursor and leave out bodies; cursors of other lists are refused', async () => {
    const author = await client(site())
    for (let n = 0; n < 3; n++) await somePost(author)
    const first = (await call(site(), 'GET', '/posts?limit=2')).body
    expect(first.items).toHaveLength(2)
    expect(first.items[0]).not.toHaveProperty('body')
    const second = (await call(site(), 'GET', `/posts?limit=2&cursor=${first.next}`)).body
    expect(second.items[0].id).not.toBe(first.items[1].id)
    for (const forged of [['x', 1], [1], [1.5, 'x'], [1, 'a\0']]) {
      const cursor = Buffer.from(JSON.stringify(forged)).toString('base64url')
      expect((await call(site(), 'GET', `/posts?cursor=${cursor}`)).status).toBe(422)
    }
  })

  test.each([
    ['a missing title', { body: 'x' }, 'title'],
    ['NUL', { title: 'x', body: 'a\0' }, 'body'],
    ['half a surrogate pair', '{"title":"a\\ud800","body":"x"}', 'title'],
    ['a list as a title', { title: ['x'], body: 'x' }, 'title'],
    ['a title of 201', { title: 'x'.repeat(201), body: 'x' }, 'title'],
    [
      'a bearing on nothing',
      { ...essay, bearing: { claimId: 'x', framingId: 'y', direction: 'for' } },
      'bearing.claimId',
    ],
    ['evidence that is not there', { ...essay, evidence: ['x'] }, 'evidence.0.excerptId'],
  ])('refuses %s by name', async (_, body, field) => {
    const answer = await (await client(site())).call('POST', '/posts', body)
    expect(answer).toMatchObject({ status: 422, body: { errors: { [field]: [expect.any(String)] } } })
  })

  test('names the limit of a body that is over it', async () => {
    const answer = await (await client(site())).call('POST', '/posts', { title: 'x', body: 'x'.repeat(100_001) })
    expect(answer.body.errors.body[0]).toContain('100,000')
  })

  test('a nesting bomb is refused, not served', async () => {
    const answer = await (await client(site())).call('POST', '/posts', { title: 'x', body: '>'.repeat(50_000) })
    expect(answer).toMatchObject({ status: 422, body: { errors: { body: [expect.any(String)] } } })
  })

  test('visitors write nothing, and nobody changes what is someone else’s', async () => {
    const [author, other] = [await client(site()), await client(site())]
    const id = await somePost(author)
    expect((await call(site(), 'POST', '/posts', essay)).status).toBe(401)
    expect((await other.call('PATCH', `/posts/${id}`, { title: 'Mine' })).status).toBe(403)
    expect((await other.call('DELETE', `/posts/${id}`)).status).toBe(403)
    expect((await call(site(), 'GET', '/posts/%00')).status).toBe(404)
    expect((await (await client(site(), 'moderator')).call('DELETE', `/posts/${id}`)).status).toBe(204)
  })
})

describeSiteOnBothEngines('The API of threads', (site) => {
  test('a thread is read in reading order with depth, parents and tombstones, page by page', async () => {
    const [author, other] = [await client(site()), await client(site())]
    const path = `/threads/post/${await somePost(author)}/comments`
    const say = async (who: Client, body: string, parentId?: string) =>
      (await who.call('POST', path, { body, parentId })).body
    const a = await say(author, 'a')
    const b = await say(other, 'b')
    const c = await say(other, 'c secret', a.id)
    const d = await say(author, 'd', c.id)
    await other.call('DELETE', `/comments/${c.id}`)
    const { items } = (await call(site(), 'GET', path)).body
    expect(
      items.map((one: { id: string; depth: number; parentId: string }) => [one.id, one.depth, one.parentId]),
    ).toEqual([
      [a.id, 0, null],
      [c.id, 1, a.id],
      [d.id, 2, c.id],
      [b.id, 0, null],
    ])
    expect(items[1]).toMatchObject({ deleted: true, author: { handle: '[deleted]' } })
    expect(items[0]).not.toHaveProperty('body')
    const whole = (await call(site(), 'GET', `${path}?with=body`)).body
    expect(whole.items[0]).toMatchObject({ body: 'a', html: '<p>a</p>\n' })
    expect(JSON.stringify(whole)).not.toContain('secret')
    const first = (await call(site(), 'GET', `${path}?limit=3`)).body
    expect((await call(site(), 'GET', `${path}?limit=3&cursor=${first.next}`)).body).toMatchObject({
      items: [{ id: b.id }],
      next: null,
    })
    expect((await call(site(), 'GET', `${path}?sort=new&limit=1`)).body.items[0].id).toBe(b.id)
    expect((await call(site(), 'GET', `${path}?sort=loud`)).status).toBe(422)
  })

  test('a parent in another thread, unknown subjects and others’ comments are refused', async () => {
    const [author, other] = [await client(site()), await client(site())]
    const [here, there] = [await somePost(author), await somePost(author)]
    const elsewhere = (await author.call('POST', `/threads/post/${there}/comments`, { body: 'x' })).body
    const wrong = await author.call('POST', `/threads/post/${here}/comments`, { body: 'x', parentId: elsewhere.id })
    expect(wrong).toMatchObject({ status: 422, body: { errors: { parentId: [expect.any(String)] } } })
    expect((await author.call('POST', '/threads/post/nothing/comments', { body: 'x' })).status).toBe(404)
    expect((await author.call('POST', `/threads/claim/${here}/comments`, { body: 'x' })).status).toBe(404)
    expect((await author.call('POST', `/threads/members/${here}/comments`, { body: 'x' })).status).toBe(404)
    expect((await other.call('PATCH', `/comments/${elsewhere.id}`, { body: 'Mine' })).status).toBe(403)
    expect((await other.call('DELETE', `/comments/${elsewhere.id}`)).status).toBe(403)
    expect((await author.call('DELETE', `/comments/${elsewhere.id}`)).status).toBe(204)
    const late = await author.call('POST', `/threads/post/${there}/comments`, { body: 'x', parentId: elsewhere.id })
    expect(late.status).toBe(409)
    expect((await call(site(), 'GET', `/posts/${here}`)).body.commentCount).toBe(0)
  })

  test('votes answer the new totals and one’s own', async () => {
    const [author, other] = [await client(site()), await client(site())]
    const post = await somePost(author)
    const comment = (await author.call('POST', `/threads/post/${post}/comments`, { body: 'x' })).body.id
    await other.call('PUT', `/votes/comment/${comment}/approval`, { value: 1 })
    const answer = await other.call('PUT', `/votes/comment/${comment}/agreement`, { value: -1 })
    expect(answer).toMatchObject({
      status: 200,
      body: { approval: 1, agreement: -1, mine: { approval: 1, agreement: -1 } },
    })
    expect((await call(site(), 'GET', `/comments/${comment}`)).body).toMatchObject({ approval: 1, agreement: -1 })
    const back = await other.call('DELETE', `/votes/comment/${comment}/agreement`)
    expect(back.body).toMatchObject({ approval: 1, agreement: 0, mine: { approval: 1, agreement: null } })
    expect((await author.call('PUT', `/votes/comment/${comment}/approval`, { value: 1 })).status).toBe(403)
    expect((await other.call('PUT', `/votes/post/${post}/agreement`, { value: 1 })).status).toBe(422)
    expect((await other.call('PUT', `/votes/post/${post}/approval`, { value: 2 })).status).toBe(422)
    expect((await other.call('PUT', `/votes/claim/${post}/approval`, { value: 1 })).status).toBe(404)
    expect((await other.call('PUT', `/votes/post/${comment}/approval`, { value: 1 })).status).toBe(404)
  })

  test('a claim lists what is argued on it', async () => {
    const { claim, excerpts, member } = await someThings(site().db)
    const bearing = { claimId: claim.id, framingId: claim.framings[0], direction: 'against' as const }
    const post = await writePost(site().db, member, { ...essay, bearing, evidence: [excerpts[0]] })
    const { items } = (await call(site(), 'GET', `/claims/${claim.id}/arguments`)).body
    expect(items).toMatchObject([
      {
        source: { type: 'post', id: post.id },
        framing: { id: claim.framings[0] },
        direction: 'against',
        on: 'fit',
        evidence: [{ excerptId: excerpts[0] }],
      },
    ])
    expect((await call(site(), 'GET', '/claims/nothing/arguments')).status).toBe(404)
  })
})
