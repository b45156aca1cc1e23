import { expect, test } from 'vitest'
import { approve, argue, judge } from '#tests/support/arguments.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

/** Six who judge that the first framing fits, four that it does not, and an argument that reaches across. */
async function contested(site: Site) {
  const { author, claim } = await newCase(site.db)
  const [yes, no] = [await newMembers(site.db, 6), await newMembers(site.db, 4)]
  await judge(site.db, yes, claim, 'fits')
  await judge(site.db, no, claim, 'misfits')
  const across = await argue(site.db, author, claim, 'For all')
  const against = await argue(site.db, author, claim, 'Against', { direction: 'against' })
  await approve(site.db, yes, across, 5)
  await approve(site.db, no, across, 3)
  return { claim, across, against }
}

const line = 'worth reading to 5 of 6 who say it fits, and to 3 of 4 who say it does not'

describeSiteOnBothEngines('The arguments on a claim over the API', (site) => {
  test('come oldest first, with how they stand', async () => {
    const { claim, across, against } = await contested(site())
    const { status, body } = await call(site(), 'GET', `/claims/${claim.id}/arguments`)
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      {
        source: { type: 'comment', id: across },
        approval: 6,
        votes: { approval: { up: 8, down: 2 } },
        otherwise: 3,
        moved: 0,
        contested: true,
        across: { bridges: true, yes: { chosen: 5, seen: 6 }, no: { chosen: 3, seen: 4 } },
        labelsAcross: [],
        rating: null,
      },
      { source: { id: against }, otherwise: 0, across: null },
    ])
    expect(body.items[0].across.value).toBeCloseTo(0.666667, 6)
  })

  test('are asked for by framing, side, aspect and standpoint, in an order, in pages', async () => {
    const { claim, across, against } = await contested(site())
    const ask = async (query: string) => (await call(site(), 'GET', `/claims/${claim.id}/arguments?${query}`)).body
    const idsOf = (body: { items: { source: { id: string } }[] }) => body.items.map(({ source }) => source.id)
    expect(idsOf(await ask('direction=against'))).toEqual([against])
    expect(idsOf(await ask(`framing=${claim.framings[1]?.id}`))).toEqual([])
    expect(idsOf(await ask('sort=newest'))).toEqual([against, across])
    const page = await ask('sort=strongest&limit=1')
    expect(idsOf(page)).toEqual([across])
    const rest = await ask(`sort=strongest&limit=1&cursor=${page.next}`)
    expect([idsOf(rest), rest.next]).toEqual([[against], null])
    for (const query of ['sort=loudest', 'framing=nothing', 'on=both', 'cursor=x'])
      expect((await call(site(), 'GET', `/claims/${claim.id}/arguments?${query}`)).status, query).toBe(422)
  })

  test('on pages say how they stand, but not how others judge to a member who has yet to say', async () => {
    const { claim, across } = await contested(site())
    const { token } = await newClient(site(), `reads-${claim.id.slice(-6)}`)
    const read = async (path: string, headers = {}) =>
      (await (await fetch(site().address + path, { headers })).text()).replaceAll('<!-- -->', '')
    const silent = { authorization: `Bearer ${token}` }
    for (const path of [`/claims/${claim.id}`, `/claims/${claim.id}/arguments?sort=across`]) {
      expect(await read(path), path).toContain(line)
      expect(await read(path)).toContain(`/comments/${across}`)
    }
    const framing = `/framings/${claim.framings[0]?.id}`
    expect(await read(framing)).toContain('The strongest arguments, over all claims')
    expect(await read(framing)).toContain('6 fit, 4 misfit')
    expect(await read(framing, silent)).not.toContain('6 fit')
    expect(await read(framing, silent)).toContain(`<a href="/claims/${claim.id}#question">Say first</a>`)
    for (const path of [`/claims/${claim.id}`, `/claims/${claim.id}/arguments?sort=across`]) {
      expect(await read(path, silent), path).not.toContain('who say it')
      expect(await read(path, silent)).toContain(`/comments/${across}`)
      expect(await read(path, { ...silent, cookie: 'parallax_totals=shown' })).toContain(line)
    }
  })
})
