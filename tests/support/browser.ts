import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { startBrowser } from './chromium.ts'
import { type Site, startSite } from './site.ts'

/** A browser and a running site of a test file's own, closed after its tests. */
export async function openSite(more: Record<string, string> = {}): Promise<{ browser: Browser; site: Site }> {
  const [browser, site] = [await startBrowser(), await startSite('sqlite', undefined, '0', more)]
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })
  return { browser, site }
}

/** A new person's window: own cookies; complaints of the page fail the test by throwing. */
export async function newWindow(browser: Browser, site: Site, options: BrowserContextOptions = {}): Promise<Page> {
  // Without motion there are no view transitions, which complain when the next page comes before they end.
  const context = await browser.newContext({ baseURL: site.address, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => {
    throw error
  })
  return page
}

/** Joins by the form and comes back to where it was asked for. */
export async function joinAs(page: Page, handle: string, to = '/') {
  await page.goto(`/join?to=${encodeURIComponent(to)}`)
  await page.getByLabel('Handle').fill(handle)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
  await page.waitForURL((url) => url.pathname + url.search === to)
}
