import { describe, expect, test } from 'vitest'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('The map in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'A' : 'B'

  test('grows by keyboard alone: a concept, a relation, and what only looks alike dismissed', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 800 } })
    await enterAs(page, `Mapper${suffix}`)
    const add = async (name: string) => {
      await page.goto('/concepts/new')
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByRole('button', { name: 'Add the concept' }).press('Enter')
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    }
    await add(`Sandbagging ${suffix}`)
    await add(`Exploration hacking ${suffix}`)
    await add(`Exploration hacking in training ${suffix}`)
    const at = page.url()

    await page.getByText('Relate this to something').press('Enter')
    await page.getByLabel('How it relates').selectOption('extends')
    await page.getByLabel('To what').focus()
    await page.keyboard.type(`Sandbagging ${suffix}`.slice(0, -2))
    if (javaScriptEnabled)
      await expect
        .poll(() => page.locator('datalist option').evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
        .toContain(`Sandbagging ${suffix}`)
    await page.keyboard.type(` ${suffix}`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('It hides what it can.')
    await page.keyboard.press('Enter')
    const neighbourhood = page.getByRole('region', { name: 'Neighbourhood' })
    await neighbourhood.getByText('It hides what it can.').waitFor()
    expect(await neighbourhood.getByRole('heading', { name: /concept/i }).textContent()).toContain('1')

    await site.near.look()
    await page.goto(at)
    const near = page.getByRole('region', { name: 'Perhaps near' })
    await near.getByText('Computed, said by nobody').waitFor()
    await near.getByRole('button', { name: `Dismiss: Exploration hacking ${suffix}` }).press('Enter')
    await near.getByText('1 dismissed').press('Enter')
    await near.getByText(`by Mapper${suffix}`).waitFor()

    await page.getByRole('link', { name: 'The map around it' }).press('Enter')
    await page.getByRole('heading', { name: /^The map around/ }).waitFor()
    await page
      .getByRole('link', { name: `Sandbagging ${suffix}` })
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
