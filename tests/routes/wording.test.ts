import { expect, test } from 'vitest'
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
    const judge = await newClient(site(), 'Judge', 'moderator')
    expect(await judge.call('PUT', `/framings/${framing}/merge`, merge)).toMatchObject({ body: { id: merge.into } })
    for (const path of [`/framings/${framing}`, `/api/v1/framings/${framing}`]) {
      const answer = await fetch(site().address + path, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')], path).toEqual([302, path.replace(framing, merge.into)])
    }
    expect(await (await fetch(`${site().address}/framings/${merge.into}/history`)).text()).toContain(
      'was merged into it',
    )
    const { body: merged } = await author.call('GET', `/claims/${claim.id}/tally`)
    expect(merged).toMatchObject({ voters: 0, earlier: [{ framingId: merge.into, fits: 1 }] })
  })
})
