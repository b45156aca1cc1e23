import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Suggestions over HTTP', (site) => {
  let postId: string
  beforeAll(async () => {
    const wren = await newClient(site(), 'Wren')
    postId = (await wren.call('POST', '/posts', { title: 'Dunnock days', body: 'A hedge.' })).body.id
  })
  const suggested = (q: string, kind: string) => call(site(), 'GET', `/suggestions?${new URLSearchParams({ q, kind })}`)

  test('answers what a name leads to, with what to put in the text', async () => {
    expect(await suggested('dunn', 'things')).toMatchObject({
      status: 200,
      body: {
        items: [{ type: 'post', id: postId, name: 'Dunnock days', insert: '[[Dunnock days]]', detail: 'by Wren' }],
        next: null,
      },
    })
    expect((await suggested('wr', 'people')).body.items).toMatchObject([{ type: 'member', insert: '@Wren' }])
  })

  test('refuses another kind and more than a name', async () => {
    expect(await suggested('wr', 'ghosts')).toMatchObject({
      status: 422,
      body: { errors: { kind: [expect.any(String)] } },
    })
    expect(await suggested('w'.repeat(101), 'things')).toMatchObject({ status: 422 })
  })

  test('never breaks, whatever is typed', async () => {
    const typed = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(typed, fc.constantFrom('people', 'things'), async (q, kind) => {
        expect((await suggested(q, kind)).status).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
  })
})
