import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { dayMs } from '#app/lib/clock.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import type { Site } from '#tests/support/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  ;({ browser, site } = await openSite())
})

/** A case on which members voted on five days, from every standpoint. */
async function judgedClaim() {
  const { claim } = await newCase(site.db)
  for (const [i, member] of (await newMembers(site.db, 5)).entries())
    for (const { id: standpointId } of claim.standpoints) {
      const cell = { claimId: claim.id, standpointId, framingId: claim.framings[0]?.id ?? '' }
      await castBallot(site.db, member, cell, i % 2 ? 'fits' : 'misfits', { castAt: Date.now() - (9 - i) * dayMs })
    }
  return claim
}

test('on a phone and without scripts, a framing is seen day by day, as a plot and as a table, from every standpoint', async () => {
  const claim = await judgedClaim()
  const page = await newWindow(browser, site, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await page.goto(`/claims/${claim.id}`)
  const row = page.locator('.voting-row').first()
  await row.getByText('Over time').first().press('Enter')
  await row.getByRole('img', { name: /alignment faking, all things considered/ }).waitFor()
  await row.getByText('The same as a table').press('Enter')
  expect(await row.locator('.over-time tbody tr').count()).toBe(5)
  await row.getByRole('link', { name: /From the other standpoints/ }).press('Enter')
  await page.getByRole('heading', { name: '“alignment faking” over time' }).waitFor()
  expect(await page.getByRole('img').count()).toBe(3)
  expect(await page.getByRole('link', { name: /CSV/ }).getAttribute('href')).toContain(
    `/claims/${claim.id}/tally/days.csv`,
  )
  await page.getByRole('link', { name: /How they are made/ }).press('Enter')
  await page.getByRole('heading', { name: 'Over time, and privacy' }).waitFor()
})

test('the days of a framing, unfolded, have no fault that axe finds', async () => {
  const claim = await judgedClaim()
  const page = await newWindow(browser, site)
  await page.goto(`/claims/${claim.id}`)
  await page.locator('.over-time summary').first().click()
  expect(await complaintsOf(page)).toEqual([])
})
