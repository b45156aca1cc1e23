import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('What is near on the map, through HTTP', (site) => {
  test('stands apart from what members said, and is related or dismissed from there', async () => {
    const author = await newClient(site(), 'author')
    const make = async (name: string) => (await author.call('POST', '/concepts', { kind: 'concept', name })).body
    const [one, other] = [await make('Exploration hacking'), await make('Exploration hacking in the wild')]
    await site().near.look()
    const { body } = await call(site(), 'GET', `/concepts/${one.id}/neighbourhood`)
    expect(body).toMatchObject({
      groups: [],
      computed: {
        how: 'words',
        at: expect.any(String),
        items: [{ node: { id: other.id }, score: expect.any(Number) }],
      },
    })
    const path = `${site().address}/concepts/${one.id}`
    const page = (await (await fetch(path)).text()).replaceAll('<!-- -->', '')
    expect(page).toContain('Computed, said by nobody: by shared words')
    expect(page).toContain(`/relations/new?from=concept.${one.id}&amp;to=concept.${other.id}`)
    expect(page).toContain(`/concepts/${one.id}/merge?into=${other.id}`)
    const dismissed = await fetch(`${site().address}/near?one=concept.${one.id}&other=concept.${other.id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${author.token}` },
      body: new URLSearchParams({ do: 'dismiss' }),
    })
    expect(dismissed.url).toBe(path)
    expect((await dismissed.text()).replaceAll('<!-- -->', '')).toContain('1 dismissed')
    const after = await call(site(), 'GET', `/nodes/concept/${other.id}/neighbourhood`)
    expect(after.body.computed.items).toEqual([])
  })
})
