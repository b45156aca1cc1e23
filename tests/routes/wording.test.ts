import { expect, test } from 'vitest'
import { importCase } from '#app/features/claims/importing/imported-claim.server.ts'
import { describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Words of claims and framings over the API', (site) => {
  test('an edit that changes the meaning sets ballots apart; the same ballot cast again counts', async () => {
    const author = await newClient(site(), 'Wren')
    const framings = ['one', 'two'].map((n) => ({ name: `worded ${site().address} ${n}`, definition: 'x' }))
    const { body: claim } = await author.call('POST', '/claims', { statement: 'What is said here', framings })
    const [framing, standpoint] = [claim.framings[0].id, claim.standpoints[0].id]
    const ballot = `/claims/${claim.id}/ballots/${standpoint}/${framing}`
    await author.call('PUT', ballot, { verdict: 'fits' })
    const edited = await author.call('PATCH', `/framings/${framing}`, { definition: 'y', change: 'changed' })
    expect(edited).toMatchObject({ status: 200, body: { definition: 'y', version: 2 } })
    const { body: apart } = await author.call('GET', `/claims/${claim.id}/tally`)
    expect(apart).toMatchObject({ voters: 0, earlier: [{ framingId: framing, fits: 1, handles: 0 }] })
    await author.call('PUT', ballot, { verdict: 'fits' })
    expect((await author.call('GET', `/claims/${claim.id}/tally`)).body).toMatchObject({ voters: 1, earlier: [] })
    expect(await author.call('PATCH', `/claims/${claim.id}`, { context: 'More', change: 'same' })).toMatchObject({
      status: 200,
      body: { context: 'More', version: 2, statement: 'What is said here' },
    })
    expect((await author.call('PATCH', `/claims/${claim.id}`, { context: 'z' })).status).toBe(422)
    const other = await newClient(site(), 'Stranger')
    expect((await other.call('PATCH', `/framings/${framing}`, { name: 'z', change: 'same' })).status).toBe(403)
    const merge = { into: claim.framings[1].id, why: 'The same.' }
    expect((await author.call('PUT', `/framings/${framing}/merge`, merge)).status).toBe(403)
    for (const path of [
      `/claims/${claim.id}`,
      `/claims/${claim.id}/history`,
      `/framings/${framing}`,
      `/framings/${framing}/history`,
    ])
      expect((await fetch(site().address + path)).status, path).toBe(200)
    await other.call('POST', `/threads/framing/${framing}/comments`, { body: 'Where is its edge?' })
    const judge = await newClient(site(), 'Judge', 'moderator')
    expect(await judge.call('PUT', `/framings/${framing}/merge`, merge)).toMatchObject({ body: { id: merge.into } })
    for (const path of [`/framings/${framing}`, `/api/v1/framings/${framing}`]) {
      const answer = await fetch(site().address + path, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')], path).toEqual([302, path.replace(framing, merge.into)])
    }
    const said = await fetch(`${site().address}/framings/${framing}?sort=new`)
    expect([said.url.includes(`${framing}/history`), await said.text()]).toEqual([
      true,
      expect.stringContaining('Where is its edge?'),
    ])
    expect(await (await fetch(`${site().address}/framings/${merge.into}/history`)).text()).toContain(
      'was merged into it',
    )
    const { body: merged } = await author.call('GET', `/claims/${claim.id}/tally`)
    expect(merged).toMatchObject({ voters: 0, earlier: [{ framingId: merge.into, fits: 1 }] })
  })

  test('what was said is kept by version; a moderator says that an edit changed the meaning, and a member that all is still so', async () => {
    const [author, judge] = [await newClient(site(), 'Pike'), await newClient(site(), 'Ruff', 'moderator')]
    const framings = [{ name: `kept ${site().address}`, definition: 'First.' }]
    const standpoints = [{ name: 'Intent', definition: 'First.' }]
    const { body: claim } = await author.call('POST', '/claims', {
      statement: 'Kept in versions',
      framings,
      standpoints,
    })
    const [framing, standpoint] = [claim.framings[0].id, claim.standpoints[1].id]
    await author.call('PUT', `/claims/${claim.id}/ballots/${standpoint}/${framing}`, { verdict: 'fits' })
    const things = [
      [`/claims/${claim.id}`, { context: 'Second.' }],
      [`/claims/${claim.id}/standpoints/${standpoint}`, { definition: 'Second.' }],
      [`/framings/${framing}`, { definition: 'Second.' }],
    ] as const
    for (const [path, words] of things) {
      expect((await author.call('GET', `${path}/history`)).body).toMatchObject({
        versions: [{ version: 1, change: 'first', author: { handle: 'Pike' }, ruling: null }],
      })
      await author.call('PATCH', path, { ...words, change: 'same' })
      const ruling = { change: 'changed', why: 'It reads otherwise.' }
      expect((await author.call('PATCH', `${path}/versions/2`, ruling)).status, path).toBe(403)
      expect((await judge.call('PATCH', `${path}/versions/2`, ruling)).status, path).toBe(200)
      for (const version of ['2', '7', 'x'])
        expect((await judge.call('PATCH', `${path}/versions/${version}`, ruling)).status, path).toBe(409)
      expect((await author.call('GET', `${path}/history`)).body.versions, path).toMatchObject([
        { version: 2, change: 'changed', words, ruling: { why: ruling.why, moderator: { handle: 'Ruff' } } },
        { version: 1, change: 'first' },
      ])
      expect((await author.call('GET', `/claims/${claim.id}/tally`)).body).toMatchObject({
        voters: 0,
        earlier: [{ fits: 1 }],
      })
      const still = await author.call('PUT', `/claims/${claim.id}/still`)
      expect(still, path).toMatchObject({ status: 200, body: { voters: 1, earlier: [] } })
    }
    await author.call('PATCH', `/claims/${claim.id}`, { context: 'Third.', change: 'changed' })
    const taken = await author.call('DELETE', `/claims/${claim.id}/still`)
    expect(taken).toMatchObject({ status: 200, body: { voters: 0, earlier: [] } })
    expect((await author.call('GET', `/claims/${claim.id}/standpoints/nothing/history`)).status).toBe(404)
  })

  test('a framing is given other names and loses them; one that was imported is adopted', async () => {
    const author = await newClient(site(), 'Teal')
    const [name, other] = [`named ${site().address}`, `also named / ${site().address}`]
    const { body: claim } = await author.call('POST', '/claims', {
      ...{ statement: 'What goes by names', framings: [{ name, definition: 'x' }] },
    })
    const path = `/framings/${claim.framings[0].id}`
    for (const _ of [1, 2]) expect((await author.call('POST', `${path}/names`, { name: other })).status).toBe(200)
    expect((await author.call('GET', `${path}/names`)).body).toEqual({ name, aliases: [other] })
    const own = `${path}/names/${encodeURIComponent(name)}`
    expect((await author.call('DELETE', own)).status).toBe(409)
    const stranger = await newClient(site(), 'Lark')
    const alias = `${path}/names/${encodeURIComponent(other)}`
    expect((await stranger.call('DELETE', alias)).status).toBe(403)
    expect((await author.call('DELETE', alias)).body).toEqual({ name, aliases: [] })
    const given = { origin: site().address, statement: 'Brought in', context: '' }
    const words = [{ key: '1', text: `Brought in with ${site().address}.` }]
    const { framingIds } = await importCase(site().db, author.member, { ...given, framings: words })
    const imported = framingIds.get('1')
    expect((await stranger.call('PUT', `/framings/${imported}/adoption`)).status).toBe(403)
    for (const _ of [1, 2]) expect((await author.call('PUT', `/framings/${imported}/adoption`)).status).toBe(200)
    expect((await author.call('POST', `/framings/${imported}/names`, { name: other })).status).toBe(200)
  })
})
