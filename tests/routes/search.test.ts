import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Search over HTTP', (site) => {
  let wren: Client
  let postId: string

  beforeAll(async () => {
    wren = await newClient(site(), 'Wren')
    const body = 'A *dunnock* <b>sings</b> under the hedge.'
    postId = (await wren.call('POST', '/posts', { title: 'Dunnock days', body })).body.id
  })

  const page = async (query: string) => {
    const answer = await fetch(`${site().address}/search${query}`)
    return { status: answer.status, html: await answer.text() }
  }

  test('the API answers hits with their words, counts by type and where they stand', async () => {
    const { body, status } = await call(site(), 'GET', '/search?q=dunnock+sings')
    expect(status).toBe(200)
    expect(body).toMatchObject({ next: null, suggestion: null, counts: { post: 1, comment: 0, member: 0 } })
    expect(body.items).toEqual([
      {
        type: 'post',
        id: postId,
        turn: null,
        role: null,
        title: 'Dunnock days',
        snippet: expect.arrayContaining([{ text: 'dunnock', hit: true }]),
        url: `/posts/${postId}`,
        author: { handle: 'Wren' },
        createdAt: expect.any(String),
      },
    ])
    expect((await call(site(), 'GET', '/search?q=dunock')).body.suggestion).toBe('dunnock')
    expect((await call(site(), 'GET', '/search?q=dunnock&type=comment')).body.items).toEqual([])
  })

  test('pages by cursor, each hit once', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++)
      ids.push((await wren.call('POST', `/threads/post/${postId}/comments`, { body: `Wryneck ${n}.` })).body.id)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const answer = await call(site(), 'GET', `/search?q=wryneck&limit=2${next && `&cursor=${next}`}`)
      seen.push(...answer.body.items.map(({ id }: { id: string }) => id))
      next = answer.body.next
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  test('the page marks what was looked for, leads to it, and escapes what people wrote', async () => {
    const { html } = await page('?q=dunnock+sings')
    expect(html).toContain('<mark>dunnock</mark>')
    expect(html).toContain(`href="/posts/${postId}"`)
    expect(html).not.toContain('<b>sings')
    expect((await page('?q=dunock')).html).toContain('Did you mean')
    expect((await page('')).status).toBe(200)
    expect((await page(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).html).not.toContain('<script>alert')
  })

  test('what cannot be searched for is said: on the page in place, over the API as a 422 on q', async () => {
    const { status, html } = await page('?q=type:walrus')
    expect(status).toBe(200)
    expect(html).toContain('type: takes post')
    for (const bad of ['q=type:walrus', 'q=x&type=walrus', 'q=x&cursor=WzFd', 'q=x&cursor=WyJhIiwyXQ', 'q=x&limit=0'])
      expect((await call(site(), 'GET', `/search?${bad}`)).status, bad).toBe(422)
  })

  test('no query breaks it', async () => {
    const signs = fc.constantFrom(
      ...'"*-:()^{}[]+&|!\'\\%_<>@~.,;#?=/',
      ' ',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'author:',
      'a',
    )
    const queries = fc.oneof(
      fc.array(signs, { maxLength: 20 }).map((some) => some.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const answered = fc.asyncProperty(queries, async (q) => {
      const { status } = await call(site(), 'GET', `/search?q=${encodeURIComponent(q.toWellFormed())}`)
      expect([200, 422]).toContain(status)
    })
    await fc.assert(answered, { numRuns: 80, seed: 18 })
  })
})
