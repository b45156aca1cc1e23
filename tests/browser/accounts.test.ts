import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinAs, newWindow, startBrowser } from '#tests/support/browser.ts'
import { type Site, startSite } from '#tests/support/site.ts'

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await startBrowser()
  site = await startSite('sqlite')
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe.each([true, false])('Accounts in the browser, JavaScript %s', (javaScriptEnabled) => {
  const handle = javaScriptEnabled ? 'Plover' : 'Dunlin'

  test('a person joins, signs out and signs in again', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await joinAs(page, handle)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Handle').fill(handle)
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: handle }).waitFor()
  })

  test('a refused form keeps what was typed and says what was wrong', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto('/join')
    await page.getByLabel('Handle').fill('not a handle')
    await page.getByLabel('Password').fill('short')
    await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
    await page.getByText('A handle has 2 to 40 letters').waitFor()
    await page.getByText('A password has at least 8 characters.').waitFor()
    expect(await page.getByLabel('Handle').inputValue()).toBe('not a handle')
  })
})
