import { describe, expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'
import { startSite } from '#tests/support/site.ts'

const { browser, site } = await openSite()

describe('An open page', () => {
  test('shows a new comment in its place, and what answers it, without being loaded again', async () => {
    const [ada, bea] = [await newMember(site.db), await newMember(site.db)]
    const subject = { kind: 'post' as const, id: (await writePost(site.db, ada, { title: 'Open', body: 'Words.' })).id }
    const first = await reply(site.db, bea, subject, { body: 'The first word.' })
    const page = await newWindow(browser, site)
    await page.goto(`/posts/${subject.id}?sort=old`)
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

    const second = await reply(site.db, bea, subject, { body: 'The second word.' })
    await page.locator(`#c-${second.id}`).waitFor({ timeout: 2000 })
    const third = await reply(site.db, ada, subject, { body: 'In between.', parentId: first.id })
    await page.locator(`#c-${first.id} #c-${third.id}`).waitFor({ timeout: 2000 })

    const ids = await page.locator('.comment').evaluateAll((all) => all.map(({ id }) => id))
    expect(ids).toEqual([first, third, second].map(({ id }) => `c-${id}`))
    await page.getByRole('heading', { name: '3 comments' }).waitFor()
    await page.getByRole('status').filter({ hasText: 'A new comment came.' }).waitFor()
    expect(await page.locator('body[data-same-page]').count()).toBe(1)
  })

  test('shows the first comment where there was none', async () => {
    const ada = await newMember(site.db)
    const subject = { kind: 'post' as const, id: (await writePost(site.db, ada, { title: 'Bare', body: 'Words.' })).id }
    const page = await newWindow(browser, site)
    await page.goto(`/posts/${subject.id}`)
    const first = await reply(site.db, ada, subject, { body: 'The first word.' })
    await page.locator(`#comments #c-${first.id}`).waitFor({ timeout: 2000 })
  })

  test('shows a tally that changed', async () => {
    const ada = await newMember(site.db)
    const claim = await proposeClaim(site.db, ada, { statement: 'The setup was believed.' })
    const page = await newWindow(browser, site)
    await page.goto(`/claims/${claim.id}`)
    const [standpoint, framing] = [claim.standpoints[0], claim.framings[0]]
    const cell = { claimId: claim.id, standpointId: standpoint?.id ?? '', framingId: framing?.id ?? '' }
    const before = await page.locator('#standing').textContent()
    await castBallot(site.db, await newMember(site.db), cell, 'fits')
    await expect.poll(() => page.locator('#standing').textContent(), { timeout: 2000 }).not.toBe(before)
  })

  test('catches up when the site comes back', async () => {
    const ada = await newMember(site.db)
    const subject = { kind: 'post' as const, id: (await writePost(site.db, ada, { title: 'Back', body: 'Words.' })).id }
    const other = await startSite('sqlite', site.databaseUrl)
    const port = new URL(other.address).port
    const page = await newWindow(browser, other)
    await page.goto(`/posts/${subject.id}`)
    await expect.poll(() => other.watch.watchers).toBe(1)
    await other.stop()
    const missed = await reply(site.db, ada, subject, { body: 'While it was away.' })
    const back = await startSite('sqlite', site.databaseUrl, port)
    await page.locator(`#c-${missed.id}`).waitFor({ timeout: 5000 })
    await back.stop()
  })
})
