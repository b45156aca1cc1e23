import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { approve, argue, judge } from '#tests/support/arguments.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import type { Site } from '#tests/support/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  ;({ browser, site } = await openSite())
})

/** Six who judge that the first framing fits, four that it does not; two arguments for it and one against. */
async function argued() {
  const { author, claim } = await newCase(site.db)
  const [yes, no] = [await newMembers(site.db, 6), await newMembers(site.db, 4)]
  await judge(site.db, yes, claim, 'fits')
  await judge(site.db, no, claim, 'misfits')
  const across = await argue(site.db, author, claim, 'What everybody should read.')
  await argue(site.db, author, claim, 'What came after it.')
  await argue(site.db, author, claim, 'What speaks against it.', { direction: 'against' })
  await approve(site.db, yes, across, 5)
  await approve(site.db, no, across, 3)
  return claim
}

test.each([true, false])(
  'from the strongest argument to all, one side of them, and to one’s own, with scripts: %s',
  async (javaScriptEnabled) => {
    const claim = await argued()
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 740 } })
    await page.goto(`/claims/${claim.id}`)
    const section = page.getByRole('region', { name: 'The arguments' })
    await expect.poll(() => section.getByText('What everybody should read.').count()).toBe(1)
    expect(await section.getByText('What came after it.').count()).toBe(0)
    expect(await section.innerText()).toContain(
      'worth reading to 5 of 6 who say it fits, and to 3 of 4 who say it does not',
    )
    await section.getByRole('link', { name: 'All 2 arguments for alignment faking' }).click()
    await page.waitForURL('**/arguments?**')
    const items = page.locator('.argument-list > li')
    expect(await items.allInnerTexts()).toEqual([
      expect.stringContaining('What everybody should read.'),
      expect.stringContaining('What came after it.'),
    ])
    await page.locator('select[name=direction]').selectOption('against')
    await page.getByRole('button', { name: 'Show' }).press('Enter')
    await page.waitForURL(/direction=against/)
    expect(await items.allInnerTexts()).toEqual([expect.stringContaining('What speaks against it.')])
    await page.getByRole('link', { name: 'newest' }).click()
    await page.waitForURL(/sort=newest/)
    expect(await page.getByRole('link', { name: 'newest' }).getAttribute('aria-current')).toBe('true')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await page.getByRole('link', { name: 'Argue', exact: true }).getAttribute('href')).toContain(
      `claim=${claim.id}&framing=${claim.framings[0]?.id}&direction=against`,
    )
    await page.context().close()
  },
)
