import { expect, test } from 'vitest'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { castInTwoCamps } from '#tests/support/planted-camps.ts'
import { call, describeSiteOnBothEngines } from '#tests/support/site.ts'

describeSiteOnBothEngines('GET /claims/{id}/camps', (site) => {
  test('answers computing, then the camps with their cells, never with members', async () => {
    const { claim } = await newCase(site().db)
    const members = await newMembers(site().db, 16)
    await castInTwoCamps(site().db, members, claim)
    expect((await call(site(), 'GET', `/claims/${claim.id}/camps`)).body).toMatchObject({
      status: 'computing',
      computedAt: null,
      ballots: 96,
    })
    await site().camps.idle()
    const { status, body } = await call(site(), 'GET', `/claims/${claim.id}/camps`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'ok',
      ballots: 96,
      camps: [
        { id: 0, size: 8 },
        { id: 1, size: 8 },
      ],
    })
    expect(Object.keys(body.camps[0]).sort()).toEqual(['cells', 'id', 'represents', 'size'])
    for (const { id, handle } of members) expect(JSON.stringify(body)).not.toMatch(new RegExp(`${id}|${handle}`))
  })

  test('says why there are none, refuses an unknown basis, and knows no camps of what is not there', async () => {
    const { claim } = await newCase(site().db)
    const few = await call(site(), 'GET', `/claims/${claim.id}/camps`)
    expect(few.body).toMatchObject({ status: 'none', camps: [], consensus: [] })
    expect(few.body.why).toContain('at least 15 are asked for')
    expect((await call(site(), 'GET', `/claims/${claim.id}/camps?basis=guess`)).status).toBe(422)
    expect((await call(site(), 'GET', '/claims/none/camps')).status).toBe(404)
  })
})
