import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { dayMs, dayOf } from '#app/lib/clock.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const cellOf = (claim: Claim, standpoint = 0, framing = 0) => ({
  claimId: claim.id,
  standpointId: claim.standpoints[standpoint]?.id ?? '',
  framingId: claim.framings[framing]?.id ?? '',
})

const day = (ago: number) => dayOf(Date.now() - ago * dayMs)

/** A claim on which members voted ten, five and one days ago. */
async function judged(site: Site) {
  const { claim } = await newCase(site.db)
  const members = await newMembers(site.db, 6)
  for (const [i, member] of members.entries())
    for (let standpoint = 0; standpoint < 3; standpoint++)
      await castBallot(site.db, member, cellOf(claim, standpoint), i % 3 ? 'fits' : 'misfits', {
        castAt: Date.now() - ([10, 5, 1][i % 3] as number) * dayMs,
      })
  return { claim, members }
}

const textOf = async (site: Site, path: string) => {
  const answer = await fetch(site.address + path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

describeSiteOnBothEngines('The numbers of a plot', (site) => {
  test('are had as CSV and as JSON, a cell a line', async () => {
    const { claim } = await judged(site())
    const lines: Record<string, string>[] = parse(await textOf(site(), `/claims/${claim.id}/tally.csv`), {
      columns: true,
    })
    expect(lines).toHaveLength(2 * 3 + 3)
    expect(lines[0]).toMatchObject({ framing: 'alignment faking', fits: '4', misfits: '2', n: '6', opposed_n: '6' })
    const api = await (await fetch(`${site().address}/api/v1/claims/${claim.id}/tally`)).json()
    const { claim: of, ...rest } = JSON.parse(await textOf(site(), `/claims/${claim.id}/tally.json`))
    expect([of.statement, rest]).toEqual([claim.statement, api])
    expect(Number(lines[0]?.share)).toBe(api.cells[0].share)
  })

  test('stand in a page for frames on other sites: kept as others are, the same for members, without cookie, script or form', async () => {
    const { claim } = await judged(site())
    const path = `${site().address}/claims/${claim.id}/embed`
    const { token } = await newClient(site(), 'Framed')
    const headers = { authorization: `Bearer ${token}` }
    const texts: string[] = []
    for (const asked of [{}, {}, { headers }]) {
      const answer = await fetch(path, asked)
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
      expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *;')
      texts.push(await answer.text())
    }
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('0.67 (0.30–0.90), n\u00a0=\u00a06')
    expect(texts[0]).not.toMatch(/<(script|form|button|iframe|input)/)
    expect(await textOf(site(), `/claims/${claim.id}`)).toContain(`claims/${claim.id}/embed&quot; title=&quot;`)
  })

  test('of camps are had as well, and where there are none say so', async () => {
    const { claim } = await judged(site())
    expect(await textOf(site(), `/claims/${claim.id}/camps.csv`)).toMatch(/^camp,size,framing,[\w,]+\r\n$/)
    expect(JSON.parse(await textOf(site(), `/claims/${claim.id}/camps.json`))).toMatchObject({ status: 'none' })
  })

  test('over time are had by framing and standpoint, at each day’s end', async () => {
    const { claim } = await judged(site())
    const { standpointId, framingId } = cellOf(claim)
    const path = `/claims/${claim.id}/tally/days`
    const asked = `?framing=${framingId}&standpoint=${standpointId}`
    const { cells, through } = JSON.parse(await textOf(site(), `/api/v1${path}${asked}`))
    expect(through).toBe(day(1))
    expect(cells).toHaveLength(1)
    expect(cells[0].days.map((one: { day: string; n: number }) => [one.day, one.n])).toEqual([
      [day(10), 2],
      [day(5), 4],
      [day(1), 6],
    ])
    const lines: Record<string, string>[] = parse(await textOf(site(), `${path}.csv`), { columns: true })
    expect(lines).toHaveLength(3 * 3)
    for (const wrong of ['?framing=nothing', '?standpoint=nothing'])
      expect((await fetch(`${site().address}/api/v1${path}${wrong}`)).status).toBe(422)
    expect((await fetch(`${site().address}/claims/nothing/tally/days.csv`)).status).toBe(404)
  })

  test('tell of a ballot within the day in the tally that stands, and nowhere else', async () => {
    const { claim, members } = await judged(site())
    const at = (path: string) => [`/api/v1/claims/${claim.id}/${path}`, `/claims/${claim.id}/${path}.json`]
    const days = [1, 2, 5, 9, 30].map((ago) => `?at=${day(ago)}`)
    const kept = [
      ...at('tally/days'),
      `/claims/${claim.id}/tally/days.csv`,
      ...days.flatMap((query) =>
        ['/api/v1/claims/ID/tally', '/claims/ID/tally.csv', '/claims/ID/tally.json'].map(
          (path) => path.replace('ID', claim.id) + query,
        ),
      ),
    ]
    const stands = [...at('tally'), `/claims/${claim.id}/tally.csv`]
    const all = () => Promise.all([...kept, ...stands].map((path) => textOf(site(), path)))
    const before = await all()
    await castBallot(site().db, members[0]!, cellOf(claim), 'unsure', { reason: 'A secret reason.' })
    const after = await all()
    const changed = [...kept, ...stands].filter((_, i) => before[i] !== after[i])
    expect(changed).toEqual(stands)
    expect(after.join(' ')).not.toContain('secret')
    expect(after.join(' ')).not.toMatch(/T\d\d:\d\d/)
  })

  test('are explained on a page, to whose parts every plot leads', async () => {
    const html = await textOf(site(), '/numbers')
    const parts = ['tally', 'interval', 'states', 'handles', 'effect', 'opposed', 'cruxes', 'camps', 'across', 'labels']
    for (const id of [...parts, 'ranking', 'time']) expect(html).toContain(`<section id="${id}"`)
    expect(html).toContain('<math')
    expect(html).not.toContain('$$')
    const { claim } = await judged(site())
    const page = await textOf(site(), `/claims/${claim.id}`)
    const ids = [...page.matchAll(/href="\/numbers#(\w+)"/g)].map(([, id]) => id)
    expect(ids).toContain('tally')
    for (const id of ids) expect(html).toContain(`<section id="${id}"`)
  })
})
