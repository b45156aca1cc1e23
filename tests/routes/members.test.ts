import { expect, test } from 'vitest'
import { call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Members over HTTP', (site) => {
  test('a member changes their own account and nobody else’s', async () => {
    const [wren, heron] = [await newClient(site(), 'Wren'), await newClient(site(), 'Heron')]
    const changed = await wren.call('PATCH', '/members/wren', { bio: 'Reads slowly.', showsBallots: true })
    expect(changed).toMatchObject({ status: 200, body: { handle: 'Wren', bio: 'Reads slowly.', showsBallots: true } })
    expect((await heron.call('PATCH', '/members/Wren', { bio: 'forged' })).status).toBe(403)
    const taken = await wren.call('PATCH', '/members/Wren', { bio: 'unsaved', handle: 'heron' })
    expect(taken).toMatchObject({ status: 422, body: { errors: { handle: [expect.any(String)] } } })
    expect((await call(site(), 'GET', '/members/Wren')).body).toMatchObject({ bio: 'Reads slowly.', karma: 0 })
  })

  test('an old handle leads to the new one for good: pages, the API, and mentions, which are links to pages', async () => {
    const crake = await newClient(site(), 'Crake')
    await crake.call('PATCH', '/members/Crake', { handle: 'Corn-Crake' })
    const page = await fetch(`${site().address}/members/crake?limit=5`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([301, '/members/Corn-Crake?limit=5'])
    const api = await fetch(`${site().address}/api/v1/members/crake`, { redirect: 'manual' })
    expect([api.status, api.headers.get('location')]).toEqual([301, '/api/v1/members/Corn-Crake'])
    expect((await call(site(), 'GET', '/members/crake')).body).toMatchObject({ handle: 'Corn-Crake' })
    expect((await call(site(), 'GET', '/members/nobody')).status).toBe(404)
  })

  test('whom somebody blocks is told to them alone, and the answer of who is blocked is refused', async () => {
    const [snipe, dipper] = [await newClient(site(), 'Snipe'), await newClient(site(), 'Dipper')]
    const post = await snipe.call('POST', '/posts', { title: 'A reading', body: 'x' })
    expect(await snipe.call('PUT', '/members/Dipper/silence', { kind: 'block' })).toMatchObject({
      status: 200,
      body: { handle: 'Dipper', silenced: 'block' },
    })
    expect((await dipper.call('GET', '/members/Snipe')).body).toMatchObject({ silenced: null })
    const answer = () => dipper.call('POST', `/threads/post/${post.body.id}/comments`, { body: 'y' })
    expect(await answer()).toMatchObject({ status: 403, body: { detail: expect.stringContaining('Snipe') } })
    expect((await snipe.call('DELETE', '/members/Dipper/silence')).status).toBe(204)
    expect((await answer()).status).toBe(201)
    expect((await snipe.call('PUT', '/members/Snipe/silence', { kind: 'mute' })).status).toBe(403)
  })

  test('the settings ask a visitor to sign in', async () => {
    const page = await fetch(`${site().address}/settings`, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fsettings'])
  })

  test('a profile shows posts, comments and excerpts, each paged; ballots by name only where they are shown', async () => {
    const owl = await newClient(site(), 'Owl')
    const post = await owl.call('POST', '/posts', { title: 'What the owl wrote', body: 'x' })
    for (const body of ['An older answer', 'A newer answer'])
      await owl.call('POST', `/threads/post/${post.body.id}/comments`, { body })
    const transcript = await owl.call('POST', '/transcripts', {
      title: 'A letter',
      turns: [{ role: 'user', text: 'The words that the owl marked.' }],
    })
    await owl.call('POST', `/transcripts/${transcript.body.id}/excerpts`, { exact: 'the owl marked' })
    const claim = (await owl.call('POST', '/claims', { statement: 'The owl judged this' })).body
    const cell = `${claim.standpoints[0].id}/${claim.framings[0].id}`
    await owl.call('PUT', `/claims/${claim.id}/ballots/${cell}`, { verdict: 'fits', reason: 'It hoots.' })
    const page = async (path: string) => (await fetch(`${site().address}/members/Owl${path}`)).text()
    expect(await page('')).toContain('What the owl wrote')
    const [first, all] = [await page('/comments?limit=1'), await page('/comments')]
    expect([first.includes('A newer answer'), first.includes('An older answer')]).toEqual([true, false])
    expect([all.includes('A newer answer'), all.includes('An older answer')]).toEqual([true, true])
    const next = /href="([^"]*cursor=[^"]*)"/.exec(first)?.[1] ?? ''
    expect(await (await fetch(site().address + next.replace(/&amp;/g, '&'))).text()).toContain('An older answer')
    expect(await page('/excerpts')).toContain('the owl marked')
    expect(await page('/ballots')).not.toContain('It hoots.')
    await owl.call('PATCH', '/members/Owl', { showsBallots: true })
    expect(await page('/ballots')).toContain('It hoots.')
    for (const part of ['', '/comments', '/excerpts', '/ballots'])
      expect((await fetch(`${site().address}/members/Owl${part}?cursor=WzFd`)).status).toBe(422)
  })
})
