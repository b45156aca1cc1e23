import { expect, test } from 'vitest'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { addStandpoint, proposeFraming } from '#app/features/claims/framings.server.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newCase } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

test.each([true, false])(
  'a variant takes over what its original has got since, JavaScript %s',
  async (javaScriptEnabled) => {
    const { author, claim } = await newCase(site.db)
    const given = { statement: 'The same, drunk', variantOf: claim.id, differs: 'The principal is drunk.' }
    const variant = await proposeClaim(site.db, author, given)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, javaScriptEnabled ? 'HeirA' : 'HeirB', `/claims/${variant.id}`)
    expect(await page.getByText('has got more since').count()).toBe(0)

    const name = `improvised acting ${javaScriptEnabled}`
    await proposeFraming(site.db, author, claim.id, { name, definition: 'It plays a part that it makes up.' })
    await addStandpoint(site.db, author, claim.id, {
      name: 'supposing it knew',
      definition: 'It knew that it was tested.',
    })
    for (const taken of [name, 'supposing it knew']) {
      await page.goto(`/claims/${variant.id}`)
      await page.getByText('has got more since').click()
      await page.getByRole('button', { name: `Take over ${taken}` }).click()
      await page.waitForURL(/claims\/[a-z0-9]+(\?|#)/)
    }
    await page.goto(`/claims/${variant.id}`)
    expect(await page.getByText('has got more since').count()).toBe(0)
    await page.getByRole('heading', { name }).waitFor()
  },
)
