import { beforeAll, expect, test } from 'vitest'
import { newCollection } from '#tests/features/surveys/support.ts'
import { type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Collections over HTTP', (site) => {
  let maker: Client
  let other: Client
  beforeAll(async () => {
    maker = await newClient(site(), 'Maker')
    other = await newClient(site(), 'Other')
  })
  const collection = (count: number) =>
    newCollection(
      site().db,
      maker.member,
      Array.from({ length: count }, () => ({})),
    )
  const page = async (path: string) => {
    const answer = await fetch(site().address + path)
    return { status: answer.status, text: await answer.text(), url: answer.url }
  }

  test('its maker writes it anew over the API, others may not', async () => {
    const { slug } = await collection(1)
    const edited = await maker.call('PATCH', `/collections/${slug}`, { title: 'Two tiers', description: '*Both.*' })
    expect(edited).toMatchObject({ status: 200, body: { id: slug, title: 'Two tiers', madeBy: { handle: 'Maker' } } })
    expect((await other.call('PATCH', `/collections/${slug}`, { title: 'x' })).status).toBe(403)
    expect((await maker.call('PATCH', `/collections/${slug}`, { visibility: 'secret' })).status).toBe(422)
    expect((await maker.call('PATCH', '/collections/nothing', { title: 'x' })).status).toBe(404)
    expect((await page(`/collections/${slug}`)).text).toContain('<em>Both.</em>')
    expect((await page(`/collections/${slug}/history`)).text).toContain('as it stands')
  })

  test('the list leaves out what its description becomes, which it has itself', async () => {
    const { slug } = await collection(1)
    await maker.call('PATCH', `/collections/${slug}`, { description: '*Both.*' })
    const { body } = await call(site(), 'GET', '/collections')
    const listed = body.items.find(({ id }: { id: string }) => id === slug)
    expect(listed).toMatchObject({ description: '*Both.*', transcriptCount: 1 })
    expect(Object.keys(listed)).not.toContain('html')
    expect((await call(site(), 'GET', `/collections/${slug}`)).body.html).toContain('<em>Both.</em>')
  })

  test('transcripts go in and out over the API', async () => {
    const { slug, ids } = await collection(2)
    const address = `/collections/${slug}/transcripts/${ids[0]}`
    expect((await other.call('DELETE', address)).status).toBe(403)
    expect(await maker.call('DELETE', address)).toMatchObject({ status: 200, body: { transcriptCount: 1 } })
    expect((await maker.call('DELETE', address)).status).toBe(404)
    expect(await other.call('PUT', address)).toMatchObject({ status: 200, body: { transcriptCount: 2 } })
    expect((await other.call('PUT', `/collections/${slug}/transcripts/nothing`)).status).toBe(422)
  })

  test('an unlisted one leaks nowhere but at its own addresses', async () => {
    const { slug, ids } = await collection(2)
    await maker.call('PATCH', `/collections/${slug}`, { title: 'Zugzwang notes', visibility: 'unlisted' })
    const id = ids[0]
    const places = ['/', '/collections', '/transcripts', `/transcripts/${id}`, `/transcripts/${id}/beside`, '/labels']
    const searched = [
      '/search?q=Zugzwang',
      '/collections.atom',
      '/collections.json',
      '/transcripts.atom',
      '/members/Maker',
    ]
    const api = ['/collections?limit=200', '/transcripts?limit=200', `/transcripts/${id}`, '/search?q=Zugzwang']
    for (const path of [...places, ...searched, ...api.map((one) => `/api/v1${one}`)]) {
      const { text } = await page(path)
      expect(text.includes(slug) || text.replaceAll('?q=Zugzwang', '').includes('Zugzwang notes'), path).toBe(false)
    }
    expect((await page(`/collections/${slug}`)).text).toContain('Zugzwang notes')
    expect((await call(site(), 'GET', `/collections/${slug}`)).status).toBe(200)
  })

  test('its shares, its agreement and its files are at its address, and over the API', async () => {
    const { slug } = await newCollection(site().db, maker.member, [
      { condition: 'free', scores: { harm: 1, complied: true } },
      { condition: 'paid', scores: { harm: 3, complied: false } },
    ])
    const shares = await page(`/collections/${slug}/shares`)
    expect(shares).toMatchObject({ status: 200, text: expect.stringContaining('too few to say') })
    expect(await call(site(), 'GET', `/collections/${slug}/shares?score=complied`)).toMatchObject({
      status: 200,
      body: {
        pair: ['free', 'paid'],
        series: [
          {
            name: 'complied',
            cells: [
              { yes: 1, n: 1 },
              { yes: 0, n: 1 },
            ],
            gap: null,
          },
        ],
      },
    })
    expect((await call(site(), 'GET', `/collections/${slug}/shares?counting=x`)).status).toBe(422)
    expect((await page(`/collections/${slug}/agreement`)).status).toBe(200)
    expect((await page(`/collections/${slug}/download`)).text).toContain('everything.jsonl')
    const file = await fetch(`${site().address}/collections/${slug}/download/scores.csv`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain(`attachment; filename="${slug}-scores.csv"`)
    expect(await file.text()).toContain(',harm,3\r\n')
    expect((await page(`/collections/${slug}/download/nothing.csv`)).status).toBe(404)
    expect((await page('/collections/nothing/download/scores.csv')).status).toBe(404)
  })

  test('browsed at random it leads to an address that keeps its order, and its links lead on within it', async () => {
    const { slug, ids } = await collection(3)
    const shown = await page(`/collections/${slug}?sort=random`)
    expect(shown.url).toMatch(/\?sort=random&seed=\w+$/)
    for (const id of ids) expect(shown.text).toContain(`/transcripts/${id}?in=${slug}`)
    expect((await page(shown.url.slice(site().address.length))).text).toBe(shown.text)
    expect((await page(`/collections/${slug}?sort=beauty`)).status).toBe(422)
  })
})
