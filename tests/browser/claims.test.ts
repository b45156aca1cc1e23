import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { complaintsOf, complaintsOfColours } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMembers, newProposition } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

/** The pressed buttons by name, without counts. */
async function pressed(page: Page) {
  const names = await page.locator('button[aria-pressed=true]').allInnerTexts()
  return names.map((name) => name.replace(/ \d[\s\S]*/, '').trim())
}

async function judgedCase(): Promise<Claim> {
  const { claim } = await newCase(site.db)
  for (const [i, member] of (await newMembers(site.db, 12)).entries())
    for (const { id: standpointId } of claim.standpoints) {
      const cell = { claimId: claim.id, standpointId, framingId: claim.framings[0]?.id ?? '' }
      await castBallot(site.db, member, cell, i % 3 ? 'fits' : 'misfits')
    }
  return claim
}

describe.each([true, false])('Judging a claim in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'A' : 'B'

  test('a member says the name first, then sees totals and judges from two standpoints, and the tally moves', async () => {
    const claim = await judgedCase()
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Judge${suffix}`, `/claims/${claim.id}`)
    expect(await page.locator('.standpoint-plot').count()).toBe(0)
    await page.getByRole('button', { name: 'goal guarding' }).first().click()
    await page.getByText('1 of 1 would call it this').waitFor()
    const row = page.locator(`#row-${claim.framings[0]?.id}`)
    expect(await row.locator('.lane-counts').allInnerTexts()).toEqual(Array(3).fill('8 fit, 4 misfit'))

    await row.locator('summary', { hasText: 'Say how far it fits' }).click()
    const first = row.getByRole('form', { name: 'alignment faking, relative to Intent_1' })
    await first.getByRole('button', { name: 'misfits' }).click()
    await row.locator('.lane-counts', { hasText: '8 fit, 5 misfit' }).waitFor()
    // The grid is still open, so the second standpoint is one tap away.
    const second = row.getByRole('form', { name: 'alignment faking, relative to Intent_2' })
    await second.getByRole('button', { name: 'partly' }).click()
    await row.locator('.lane-counts', { hasText: '8 fit, 1 partly, 4 misfit' }).waitFor()
    await row.getByRole('textbox', { name: 'alignment faking, relative to Intent_2' }).fill('Toward the new one only.')
    await row.getByRole('textbox', { name: 'alignment faking, relative to Intent_2' }).press('Enter')
    await row.locator('input[name=reason][value="Toward the new one only."]').waitFor()
    expect(await pressed(page)).toEqual(['goal guarding', 'misfits', 'partly'])

    await first.getByRole('button', { name: 'Take back' }).click()
    await expect
      .poll(() => row.locator('.lane-counts').allInnerTexts())
      .toEqual(['8 fit, 4 misfit', '8 fit, 4 misfit', '8 fit, 1 partly, 4 misfit'])
    expect((await tallyOf(site.db, claim.id)).voters).toBe(13)
    expect(await recount(site.db)).toEqual({})
  })

  test('“show me” unfolds the totals, on every claim from then on, and they can be folded again', async () => {
    const [claim, other] = [await judgedCase(), await judgedCase()]
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Curious${suffix}`, `/claims/${claim.id}`)
    await page.getByRole('button', { name: 'Show me' }).click()
    await page.locator('.standpoint-plot').first().waitFor()
    await page.goto(`/claims/${other.id}`)
    await page.getByRole('button', { name: 'Fold them until I have' }).click()
    await page.getByRole('button', { name: 'Show me' }).waitFor()
  })

  test('a proposition is asked whether it holds', async () => {
    const proposition = await newProposition(site.db, `It is so, says ${suffix}`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Holder${suffix}`, `/claims/${proposition.id}`)
    await page
      .getByRole('form', { name: 'Does it hold as stated?' })
      .getByRole('button', { name: 'it does not' })
      .click()
    await page.locator('.lane-counts', { hasText: '1 no' }).waitFor()
    expect(await page.getByRole('link', { name: 'Propose a framing' }).count()).toBe(0)
  })

  test('what is typed for a claim goes along to its other kind and back, and is there when the form is opened again', {
    timeout: 60_000,
  }, async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const statement = javaScriptEnabled ? 'Quokkas smile at strangers' : 'Dust falls on every shelf'
    await enterAs(page, `Switcher${suffix}`, '/claims/new')
    await page.getByLabel('Statement').fill(statement)
    await page.getByLabel('Context').fill('On one island.')
    await page.getByLabel('Framing 1').fill(`friendliness ${suffix}`)
    await page.getByRole('button', { name: 'A proposition' }).click()
    await page.getByRole('heading', { name: 'Propose a proposition' }).waitFor()
    expect(await page.getByLabel('Statement').inputValue()).toBe(statement)
    expect(await page.getByLabel('Context').inputValue()).toBe('On one island.')
    expect(await page.getByLabel('What it asks').inputValue()).toBe('')
    await page.getByLabel('What would settle it').fill('A count of smiles.')
    if (javaScriptEnabled) await page.getByText(/^Kept as a draft at/).waitFor()
    else await page.getByRole('button', { name: 'Keep as draft' }).click()
    await page.goto('/claims/new?kind=proposition')
    await page.getByText('This is your draft.').waitFor()
    expect(await page.getByLabel('What would settle it').inputValue()).toBe('A count of smiles.')
    await page.getByRole('button', { name: 'A case' }).click()
    await page.getByRole('heading', { name: 'Propose a case' }).waitFor()
    expect(await page.getByLabel('Framing 1').inputValue()).toBe(`friendliness ${suffix}`)
    expect(await page.getByLabel('What it asks').inputValue()).toBe('what to call it')
    await page.getByRole('button', { name: 'A proposition' }).click()
    await page.getByLabel('Statement').press('Enter')
    await page.getByRole('heading', { name: statement, level: 1 }).waitFor()
    await page.goto('/drafts')
    expect(await page.locator('main li').count()).toBe(0)
  })

  test('a case is proposed, with what is much alike shown first and empty rows between full ones', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await newProposition(site.db, `Wombats${suffix} dig square holes`)
    await enterAs(page, `Proposer${suffix}`, '/claims/new')
    await page.getByLabel('Statement').fill(`What wombats${suffix} do when they dig square holes`)
    await page.getByLabel('Framing 2').fill(`square digging ${suffix}`)
    await page.getByRole('button', { name: 'Propose the case' }).click()
    await page
      .getByText(/Is it (this one|one of these)\?/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Propose the case' }).click()
    await page.getByText('No framing has this name yet: say what it means.').waitFor()
    await page.getByLabel('What it means').nth(1).fill('It digs squares.')
    await page.getByRole('button', { name: 'Propose the case' }).click()
    await page.getByRole('heading', { name: `What wombats${suffix} do`, level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Propose a variant' }).click()
    await page.getByLabel('What differs').fill('The soil is clay.')
    await page.getByRole('button', { name: 'Propose the variant' }).click()
    await page.getByText('but: The soil is clay.').waitFor()
    expect(await page.locator('.ladder li').count()).toBe(2)
    await page.getByRole('link', { name: 'Propose a framing' }).click()
    await page.getByLabel('Name').fill(`stubbornness ${suffix}`)
    await page.getByLabel('What it means').fill('It will not dig otherwise.')
    await page.getByRole('button', { name: 'Propose the framing' }).click()
    await page.locator('.row-head', { hasText: `stubbornness ${suffix}` }).waitFor()
    await page.getByRole('link', { name: 'Add a standpoint' }).click()
    await page.getByLabel('Name').fill('relative to the burrow')
    await page.getByLabel('What it holds fixed').fill('The burrow.')
    await page.getByRole('button', { name: 'Add the standpoint' }).click()
    await page.locator('.lane-name', { hasText: 'relative to the burrow' }).first().waitFor()
  })
})

describe('The pages of claims', () => {
  test('have nothing that axe complains of with all that folds unfolded, light and dark, and fit 360 px', async () => {
    const claim = await judgedCase()
    const page = await newWindow(browser, site, { viewport: { width: 360, height: 800 } })
    await enterAs(page, 'Axe', `/claims/${claim.id}`)
    await page.getByRole('button', { name: 'alignment faking' }).first().click()
    await page.locator('.standpoint-plot').first().waitFor()
    for (const path of [`/claims/${claim.id}`, '/claims', '/framings', `/framings/${claim.framings[0]?.id}`]) {
      await page.goto(path)
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      expect([path, await complaintsOf(page)]).toEqual([path, []])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect([path, await complaintsOfColours(page)]).toEqual([path, []])
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }
  })

  test('visitors see the totals, and are led to sign in and back when they vote', async () => {
    const claim = await judgedCase()
    const page = await newWindow(browser, site)
    await page.goto(`/claims/${claim.id}`)
    expect(await page.locator('.standpoint-plot').count()).toBe(2)
    await page.getByRole('button', { name: 'alignment faking' }).first().click()
    await page.waitForURL(`**/sign-in?to=${encodeURIComponent(`/claims/${claim.id}`)}`)
  })
})
