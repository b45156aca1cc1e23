import { mkdirSync, rmSync } from 'node:fs'
import { join as joined } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { seed } from '#app/demo/seed.server.ts'
import { readEnv } from '#app/env.server.ts'
import { type Running, startServer } from '#app/server.ts'
import { migrate } from '#db/migrate.ts'
import { startBrowser } from '#tests/support/chromium.ts'
import { preparedPages } from './prepared.ts'
import { type Found, pagesReached } from './reached.ts'
import { type Reader, signedIn, toRead } from './readers.ts'
import { type State, statesOf } from './states.ts'

// Beside the build, which every new one empties.
const folder = 'screenshots'
interface Pictured {
  name: string
  top: string
  above: number
}

const widths = [360, 768, 1440]
const schemes = ['light', 'dark'] as const

/** The main pages, the claim's first. */
const ofMain = ['claims/:id', '', 'claims', 'posts', 'posts/:id', 'transcripts', 'transcripts/:id', 'labels/:id']

/** Those of the README: the page, what of it stands at the top, and px above it. */
const ofReadme: Record<string, Pictured> = {
  'claims/:id': { name: 'claim', top: '#standing', above: 24 },
  'transcripts/:id': { name: 'transcript', top: '.turns .scratchpad', above: 0 },
}

const plain = (name: string) => name.replace(/[/:?=]+/g, '-').replace(/^-|-$/g, '') || 'front'

async function shootAsItIs(page: Page, of: string, reader: Reader, at = widths) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (const width of at)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const name = `${of}.${reader}.${width}.${colorScheme}.png`
      await page.screenshot({ path: joined(folder, name), fullPage: true })
    }
}

async function shootState(page: Page, { name, reader, path, act, media, widths: at }: State) {
  console.log(`${name} as ${reader}`)
  await page.goto(path)
  await act?.(page)
  if (media) await page.emulateMedia(media)
  await shootAsItIs(page, `state-${plain(name)}`, reader, at)
  await page.emulateMedia({ media: null, forcedColors: null })
}

/** Small enough to be a part of the project. */
async function shootForReadme(page: Page, path: string, { name, top, above }: Pictured) {
  await page.setViewportSize({ width: 1180, height: 760 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  await page
    .locator(top)
    .first()
    .evaluate((part, room) => scrollBy(0, part.getBoundingClientRect().top - room), above)
  const png = await page.screenshot()
  await sharp(png).png({ palette: true, colours: 48, effort: 10 }).toFile(`public/${name}.png`)
}

async function shootAll(browser: Browser, { db, address: origin }: Running, only: string | undefined) {
  const cookies = await signedIn(db, origin)
  const { reached, missed } = await pagesReached(origin, cookies, await preparedPages(db, origin))
  const main = ofMain.map((pattern) => reached.find((one) => one.pattern === pattern)?.path ?? '/')
  const isWanted = (name: string) => !only || name.startsWith(only)
  const states = isWanted('states') ? statesOf(main[0] as string, main) : []
  for (const reader of toRead) {
    const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (cookies[reader]) await context.addCookies([{ ...cookies[reader], url: origin }])
    const own = reached.filter((found) => found.reader === reader && isWanted(found.pattern))
    for (const found of own) await shootReached(page, found)
    for (const state of states.filter((one) => one.reader === reader)) await shootState(page, state)
    await context.close()
  }
  if (missed.length > 0) console.log(`No link leads to: ${missed.join(', ')}`)
}

async function shootReached(page: Page, { pattern, path, reader }: Found) {
  console.log(`/${pattern} as ${reader}: ${path}`)
  // A browser would keep it in place of showing it.
  if (path.endsWith('.html')) await openSaved(page, await (await page.request.get(path)).text())
  else await page.goto(path)
  await shootAsItIs(page, plain(pattern), reader)
  const own = ofReadme[pattern]
  if (own && reader === 'visitor') await shootForReadme(page, path, own)
}

/** As a file of one's own, under no site's policy. */
async function openSaved(page: Page, html: string) {
  await page.goto('about:blank')
  await page.setContent(html)
}

const database = joined(folder, 'demo.sqlite')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.env.NODE_ENV = 'production'
const env = readEnv({ PORT: '0', DATABASE_URL: `file:${database}`, LIMITS: 'off', STYLEGUIDE: 'on', LOG_LEVEL: 'warn' })
await migrate(env.DATABASE_URL)
const site = await startServer(env)
await seed(site.db)
const browser = await startBrowser()
try {
  await shootAll(browser, site, process.argv[2]?.replace(/^\//, ''))
} finally {
  await browser.close()
  await site.stop()
}
