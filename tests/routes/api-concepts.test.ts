import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const pageAt = async (site: Site, path: string) => {
  const answer = await fetch(site.address + path, { redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}

describeSiteOnBothEngines('Concepts over the API and their pages', (site) => {
  test('one is made, found by any name, edited from a version, restored, and its history told', async () => {
    const wren = await newClient(site(), 'Wren')
    const draft = {
      kind: 'paper',
      name: 'A study of [sic]',
      authors: ['Ada Example', 'Ben Example'],
      year: 2024,
      doi: 'doi:10.1234/ABC.5',
      definition: 'About *things*.',
    }
    expect(await wren.call('POST', '/concepts', draft)).toMatchObject({
      status: 422,
      body: { errors: { name: [/\[/] } },
    })
    const made = await wren.call('POST', '/concepts', { ...draft, name: 'A study of things', aliases: ['The study'] })
    expect(made).toMatchObject({
      status: 201,
      body: { kind: 'paper', doi: '10.1234/abc.5', version: 1, mergedInto: null },
    })
    const path = `/concepts/${made.body.id}`
    expect(made.headers.get('location')).toBe(`/api/v1${path}`)
    const again = await wren.call('POST', '/concepts', { kind: 'concept', name: 'the  STUDY' })
    expect(again).toMatchObject({ status: 200, body: { id: made.body.id } })
    const other = await newClient(site(), 'Other')
    const edited = await other.call('PATCH', path, { since: 1, year: 2025, why: 'Printed later.' })
    expect(edited).toMatchObject({ status: 200, body: { year: 2025, version: 2, authors: draft.authors } })
    const late = await wren.call('PATCH', path, { since: 1, year: 2023 })
    expect(late).toMatchObject({ status: 409, body: { version: 2, detail: expect.stringContaining('kept') } })
    expect(await wren.call('POST', `${path}/versions/1/restore`)).toMatchObject({ body: { year: 2024, version: 3 } })
    const { body: history } = await call(site(), 'GET', `${path}/history?limit=2`)
    expect(history.items.map((one: { why: string; restores: number }) => [one.why, one.restores])).toEqual([
      ['', 1],
      ['Printed later.', null],
    ])
    const { body: list } = await call(site(), 'GET', '/concepts?kind=paper&part=STUDY')
    expect(list.items).toMatchObject([{ id: made.body.id }])
    expect(list.items[0].html).toBeUndefined()
  })

  test('merged, its addresses lead to the other; its thread is kept to be read', async () => {
    const [wren, mod] = [await newClient(site(), 'Maker'), await newClient(site(), 'Judge', 'moderator')]
    const make = async (name: string) => (await wren.call('POST', '/concepts', { kind: 'concept', name })).body.id
    const [from, into] = [await make('to fake'), await make('faking')]
    const { body: comment } = await wren.call('POST', `/threads/concept/${from}/comments`, { body: 'Are they one?' })
    const merge = { into, why: 'They are one.' }
    const stranger = await newClient(site(), 'Stranger')
    expect((await stranger.call('PUT', `/concepts/${from}/merge`, merge)).status).toBe(403)
    expect(await mod.call('PUT', `/concepts/${from}/merge`, merge)).toMatchObject({ body: { mergedInto: into } })
    for (const path of [`/concepts/${from}`, `/api/v1/concepts/${from}`, `/concepts/${from}.atom`])
      expect(await pageAt(site(), path), path).toMatchObject({ status: 302, location: path.replace(from, into) })
    const history = await pageAt(site(), `/concepts/${from}/history`)
    expect(history.html).toContain('was merged into')
    expect(history.html).toContain('Are they one?')
    expect((await pageAt(site(), `/comments/${comment.id}`)).location).toContain(`/comments/${comment.id}/context`)
    expect(await mod.call('PUT', `/concepts/${from}/merge`, { into: null, why: 'No.' })).toMatchObject({ status: 200 })
    expect((await pageAt(site(), `/concepts/${from}`)).status).toBe(200)
  })

  test('a name of nothing leads to where it can be made, and on from then', async () => {
    const wren = await newClient(site(), 'Namer')
    const body = 'It is [[something unheard of]].'
    const { body: post } = await wren.call('POST', '/posts', { title: 'It', body })
    const path = '/named?name=something%20unheard%20of'
    expect(post.html).toContain(`href="${path}"`)
    const asked = await pageAt(site(), path)
    expect(asked.html).toContain('Mentioned in 1 text')
    expect(asked.html).toContain('/concepts/new?name=something%20unheard%20of')
    const { body: made } = await wren.call('POST', '/concepts', { kind: 'concept', name: 'Something unheard of' })
    expect(await pageAt(site(), path)).toMatchObject({ status: 302, location: `/concepts/${made.id}` })
    expect((await pageAt(site(), `/concepts/${made.id}`)).html).toContain('something unheard of</mark>')
    expect((await pageAt(site(), '/named')).status).toBe(404)
  })

  test('it is found by search and suggested after [[, until it is merged', async () => {
    const wren = await newClient(site(), 'Seeker', 'moderator')
    const draft = { kind: 'paper', name: 'Quokka studies', authors: 'Zoë Wombat', definition: 'On marsupial minds.' }
    const { body: made } = await wren.call('POST', '/concepts', draft)
    for (const q of ['quokka', 'wombat', 'marsupial type:concept']) {
      const { body } = await call(site(), 'GET', `/search?q=${encodeURIComponent(q)}`)
      expect(body.items, q).toMatchObject([{ type: 'concept', id: made.id }])
    }
    const { body: suggested } = await wren.call('GET', '/suggestions?kind=things&q=quokk')
    expect(JSON.stringify(suggested)).toContain('[[Quokka studies]]')
    const { body: into } = await wren.call('POST', '/concepts', { kind: 'concept', name: 'Wallabies' })
    await wren.call('PUT', `/concepts/${made.id}/merge`, { into: into.id, why: 'One.' })
    const { body: after } = await call(site(), 'GET', '/search?q=quokka')
    expect(after.items).toMatchObject([{ id: into.id }])
    const feed = await fetch(`${site().address}/concepts.json`).then((answer) => answer.json())
    expect(feed.items.map((one: { title: string }) => one.title)).toContain('Wallabies')
  })

  test('whoever follows it, and whoever made it, is told of edits and comments', async () => {
    const [maker, editor] = [await newClient(site(), 'Told'), await newClient(site(), 'Editor')]
    const { body: made } = await maker.call('POST', '/concepts', { kind: 'concept', name: 'Told of' })
    await editor.call('PATCH', `/concepts/${made.id}`, { since: 1, definition: 'More.' })
    await editor.call('POST', `/threads/concept/${made.id}/comments`, { body: 'Is it so?' })
    await expect
      .poll(async () => (await maker.call('GET', '/notifications')).body.items.length, {
        timeout: 10_000,
        interval: 500,
      })
      .toBe(2)
  })
})
