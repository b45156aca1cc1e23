import { expect, test } from 'vitest'
import { type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const concept = async (client: Client, name: string, kind = 'concept') =>
  (await client.call('POST', '/concepts', { name, kind })).body.id as string

describeSiteOnBothEngines('Relations over the API', (site) => {
  test('are said, read from either end, edited, disputed and withdrawn', async () => {
    const [ada, mod] = [await newClient(site(), 'Ada'), await newClient(site(), 'Mod', 'moderator')]
    const [paper, idea] = [await concept(ada, 'A paper', 'paper'), await concept(ada, 'An idea')]
    const body = { kind: 'studies', from: { kind: 'concept', id: paper }, to: idea, why: 'In its third part.' }
    const said = await ada.call('POST', '/relations', body)
    expect(said).toMatchObject({
      status: 201,
      body: { reads: 'studies', from: { id: paper, group: 'paper' }, to: { name: 'An idea' }, by: { handle: 'Ada' } },
    })
    expect(said.headers.get('location')).toBe(`/api/v1/relations/${said.body.id}`)
    await ada.call('POST', `/threads/relation/${said.body.id}/comments`, { body: 'It only names it.' })
    const around = await call(site(), 'GET', `/concepts/${idea}/neighbourhood`)
    expect(around).toMatchObject({
      status: 200,
      body: {
        node: { kind: 'concept', id: idea, path: `/concepts/${idea}` },
        groups: [
          {
            ...{ kind: 'paper', count: 1 },
            items: [
              {
                ...{ node: { id: paper, name: 'A paper' }, edges: 1 },
                relations: [{ id: said.body.id, reads: 'studied by', why: 'In its third part.', comments: 1 }],
              },
            ],
          },
        ],
      },
    })
    expect((await call(site(), 'GET', `/nodes/concept/${idea}/neighbourhood`)).body).toEqual(around.body)
    const edited = await mod.call('PATCH', `/relations/${said.body.id}`, { why: 'In its fourth part.' })
    expect(edited.body).toMatchObject({ why: 'In its fourth part.', history: [{ change: 'edited' }] })
    expect((await ada.call('DELETE', `/relations/${said.body.id}`)).status).toBe(204)
    expect((await call(site(), 'GET', `/concepts/${idea}/neighbourhood`)).body.groups).toEqual([])
    expect((await call(site(), 'GET', `/relations/${said.body.id}`)).body.state).toBe('withdrawn')
    const page = await fetch(`${site().address}/relations/${said.body.id}`)
    expect(await page.text()).toContain('It only names it.')
  })

  test('are said once, and refused clearly: of itself, unknown kinds and things, in a circle, by somebody else', async () => {
    const [ben, eve] = [await newClient(site(), 'Ben'), await newClient(site(), 'Eve')]
    const [a, b] = [await concept(ben, 'Idea A'), await concept(ben, 'Idea B')]
    const say = (kind: string, from: string, to: string) => ben.call('POST', '/relations', { kind, from, to, why: 'x' })
    const first = await say('extends', a, b)
    expect(await say('extends', a, b)).toMatchObject({ status: 200, body: { id: first.body.id } })
    expect(await say('extends', b, a)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('circle') },
    })
    expect(await say('extends', a, a)).toMatchObject({ status: 422, body: { errors: { to: [expect.any(String)] } } })
    expect(await say('eats', a, b)).toMatchObject({ status: 422, body: { errors: { kind: [expect.any(String)] } } })
    expect(await say('studies', a, 'nothing')).toMatchObject({
      status: 422,
      body: { errors: { to: expect.anything() } },
    })
    expect((await eve.call('DELETE', `/relations/${first.body.id}`)).status).toBe(403)
    expect((await eve.call('POST', '/relation-kinds', { name: 'cites', inverse: 'cited by' })).status).toBe(403)
    expect((await call(site(), 'GET', '/nodes/post/x/neighbourhood')).status).toBe(404)
  })

  test('are said by a form with the name of the other, which asks where several are called so', async () => {
    const zoe = await newClient(site(), 'Zoe')
    const [one] = [await concept(zoe, 'Corrigibility'), await concept(zoe, 'Goal guarding')]
    const { body: label } = await zoe.call('POST', '/labels', { name: 'goal guarding' })
    const post = async (fields: Record<string, string>) =>
      fetch(`${site().address}/relations/new?from=concept.${one}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { authorization: `Bearer ${zoe.token}`, origin: site().address },
        body: new URLSearchParams({ kind: 'contradicts', why: 'They pull apart.', ...fields }),
      })
    const several = await post({ to: 'Goal guarding' })
    expect(several.status).toBe(422)
    expect(await several.text()).toContain(`label.${label.id}`)
    const nothing = await post({ to: 'No such idea' })
    expect(await nothing.text()).toContain('Nothing on the map is called “No such idea” yet')
    const done = await post({ to: 'Goal guarding', toRef: `label.${label.id}` })
    expect([done.status, done.headers.get('location')]).toEqual([302, `/concepts/${one}#neighbourhood`])
    expect(await pageAt(site(), `/labels/${label.id}`)).toContain('contradicted by')
    expect(await pageAt(site(), `/map/concept/${one}?group=label`)).toContain('goal guarding')
  })
})

const pageAt = async (site: Site, path: string) => (await fetch(site.address + path)).text()
