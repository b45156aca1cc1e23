import { describe, expect, test } from 'vitest'
import { complaintsOf, complaintsOfColours } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { castInTwoCamps } from '#tests/support/planted-camps.ts'

const { browser, site } = await openSite()

async function caseWithCamps() {
  const { claim } = await newCase(site.db)
  await castInTwoCamps(site.db, await newMembers(site.db, 16), claim)
  return `/claims/${claim.id}`
}

describe.each([true, false])('The camps of a claim in the browser, JavaScript %s', (javaScriptEnabled) => {
  test('are said to be computing, then drawn with what each says, what was tested, and a table', async () => {
    const path = await caseWithCamps()
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 800 } })
    await page.goto(path)
    const camps = page.getByRole('region', { name: 'Where the camps are' })
    await camps.getByText('The camps are being computed').waitFor()
    await site.camps.idle()
    await page.goto(path)
    await camps.getByRole('img', { name: 'Map of 2 camps' }).waitFor()
    for (const letter of ['A', 'B']) await camps.getByRole('heading', { name: `Camp ${letter} 8 members` }).waitFor()
    await camps.getByText('How each camp judged every cell').first().click()
    expect(await camps.getByRole('row').count()).toBeGreaterThanOrEqual(7)
    await camps.getByText('How this was found and tested').click()
    await camps.getByText('from 96 ballots of 16 members').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('are left and joined again in the settings', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, javaScriptEnabled ? 'LeaverA' : 'LeaverB', '/settings')
    await page.getByRole('button', { name: 'Leave me out' }).click()
    await page.getByText('Your ballots count in every tally and in no camp.').waitFor()
    await page.getByRole('button', { name: 'Count me in' }).click()
    await page.getByRole('button', { name: 'Leave me out' }).waitFor()
  })
})

test('A page with camps has nothing that axe complains of, light and dark', async () => {
  const path = await caseWithCamps()
  const page = await newWindow(browser, site)
  await page.goto(path)
  await site.camps.idle()
  await page.goto(path)
  await page.getByRole('img', { name: 'Map of 2 camps' }).waitFor()
  expect(await complaintsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await complaintsOfColours(page)).toEqual([])
})
