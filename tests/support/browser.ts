import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { startBrowser } from './chromium.ts'
import { type Site, startSite } from './site.ts'

/** A browser and a running site of a test file's own, on a fresh database unless it is named, closed after its tests. */
export async function openSite(
  more: Record<string, string> = {},
  databaseUrl?: string,
): Promise<{ browser: Browser; site: Site }> {
  const [browser, site] = await Promise.all([startBrowser(), startSite('sqlite', databaseUrl, '0', more)])
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })
  return { browser, site }
}

const sites = new WeakMap<BrowserContext, Site>()

/** A new person's window: own cookies; complaints of the page fail the test by throwing. */
export async function newWindow(browser: Browser, site: Site, options: BrowserContextOptions = {}): Promise<Page> {
  // Without motion there are no view transitions, which complain when the next page comes before they end.
  const context = await browser.newContext({ baseURL: site.address, reducedMotion: 'reduce', ...options })
  sites.set(context, site)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => {
    throw error
  })
  return page
}

/** Makes a window a member's. */
export async function signInAs(page: Page, member: Member) {
  const { db, address } = sites.get(page.context()) as Site
  const [name = '', value = ''] = (await startSession(db, member, false)).split(';')[0]?.split('=') ?? []
  await page.context().addCookies([{ name, value, url: address }])
}

/** Opens an address as a new member, who did not have to fill in the form: two pages less than `joinAs`. */
export async function enterAs(page: Page, handle: string, to = '/') {
  const { db } = sites.get(page.context()) as Site
  await signInAs(page, await addWithoutPassword(db, handle))
  await page.goto(to)
}

/** Joins by the form, with a password, and comes back to where it was asked for. */
export async function joinAs(page: Page, handle: string, to = '/') {
  await page.goto(`/join?to=${encodeURIComponent(to)}`)
  await page.getByLabel('Handle').fill(handle)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
  await page.waitForURL((url) => url.pathname + url.search === to)
}
