import { beforeAll, expect, test } from 'vitest'
import type { Claim } from '#app/features/claims/claim.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeSiteOnBothEngines } from '#tests/support/site.ts'

describeSiteOnBothEngines('The forms by which one votes', (site) => {
  let cookie: string
  let claim: Claim

  const send = (path: string, fields: Record<string, string>) =>
    fetch(site().address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields),
    })

  beforeAll(async () => {
    cookie = ''
    const answer = await send('/join', { handle: 'Former', password: 'a long enough password' })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    claim = (await newCase(site().db)).claim
  })

  test('refuse what they do not offer, and what is not there, and cast nothing', async () => {
    const [at, cell] = [
      `/claims/${claim.id}`,
      { intent: 'ballot', standpoint: claim.standpoints[0]!.id, framing: claim.framings[0]!.id },
    ]
    const unknown = { ...cell, verdict: 'fits', movedByLink: 'https://here.example/comments/nothing' }
    const page = await send(at, unknown)
    expect(page.status).toBe(422)
    const refusals = [
      send(at, { ...cell, verdict: '' }),
      send(at, { ...cell, verdict: 'perhaps' }),
      send(at, { ...cell, verdict: 'fits', reason: 'x'.repeat(301) }),
      send(at, { ...cell, verdict: 'fits', movedBy: 'excerpt.nothing' }),
      send(at, { ...cell, verdict: 'fits', movedByLink: 'no address' }),
      send(at, { intent: 'choose', shows: 'perhaps' }),
      send(at, { intent: 'choose', part: 'x'.repeat(121) }),
      send(at, { intent: 'whatever' }),
      send('/members/Former/ballots', { intent: 'back', claim: claim.id }),
    ]
    expect((await Promise.all(refusals)).map(({ status }) => status)).toEqual(Array(refusals.length).fill(422))
    const missing = [
      send('/claims/nothing', { intent: 'choose', shows: 'shown' }),
      send('/claims/nothing', { intent: 'put-off' }),
      send('/members/Former/ballots', { intent: 'put-off', claim: 'nothing' }),
      send('/members/Former/ballots', { intent: 'back', claim: 'nothing', standpoint: 'a', framing: 'b' }),
    ]
    expect((await Promise.all(missing)).map(({ status }) => status)).toEqual(Array(missing.length).fill(404))
    for (const table of ['ballots', 'ballot_choices'] as const)
      expect(await site().db.selectFrom(table).select('claim_id').where('claim_id', '=', claim.id).execute()).toEqual(
        [],
      )
  })

  test('what a visitor pressed at a post counts once they have signed in, and leads back to it', async () => {
    const [db, own] = [site().db, cookie]
    const post = await writePost(db, await newMember(db), { title: 'Voted on by a visitor', body: 'Or not.' })
    cookie = ''
    const pressed = { kind: 'post', id: post.id, axis: 'approval', value: '1' }
    const asked = await send(`/votes?to=/posts/${post.id}`, pressed)
    expect([asked.status, asked.headers.get('location')?.split('?')[0]]).toEqual([307, '/sign-in'])
    const page = await send(asked.headers.get('location') ?? '', pressed)
    expect(await page.text()).toContain('Sign in or join, and your vote counts.')
    const carried = Object.fromEntries(Object.entries(pressed).map(([name, value]) => [`typed.${name}`, value]))
    const who = { handle: 'Former', password: 'a long enough password', to: `/votes?to=/posts/${post.id}` }
    const back = await send('/sign-in', { ...carried, ...who })
    expect(back.headers.get('location')).toBe(who.to)
    const votes = await db.selectFrom('votes').select('value').where('target_id', '=', post.id).execute()
    expect(votes).toEqual([{ value: 1 }])
    cookie = own
  })

  test('“show me” sets a cookie beside the account’s own memory, and folding clears both', async () => {
    const shown = await send(`/claims/${claim.id}`, { intent: 'show' })
    expect(shown.headers.get('set-cookie')).toContain('parallax_totals=shown')
    expect(await site().db.selectFrom('early_lookers').selectAll().execute()).toHaveLength(1)
    const folded = await send(`/claims/${claim.id}`, { intent: 'fold' })
    expect(folded.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await site().db.selectFrom('early_lookers').selectAll().execute()).toEqual([])
  })

  test('days that are none, and orders that are none, are refused', async () => {
    for (const path of ['/members/Former/ballots?since=yesterday', '/claims?sort=best', '/claims?kind=post'])
      expect((await fetch(site().address + path, { headers: { cookie } })).status, path).toBe(422)
  })
})
