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

const folder = 'build/screenshots'
const widths = [360, 768, 1440]
const schemes = ['light', 'dark'] as const

/** Those of the README: the page, and what of it stands at the top. */
const ofReadme: Record<string, { name: string; top: string }> = {
  'claims/:id': { name: 'claim', top: '#standing' },
  'transcripts/:id': { name: 'transcript', top: '.turns' },
}

const plain = (name: string) => name.replace(/[/:?=]+/g, '-').replace(/^-|-$/g, '') || 'front'

async function shoot(page: Page, path: string, pattern: string, reader: Reader) {
  await page.goto(path)
  await shootAsItIs(page, plain(pattern), reader)
}

async function shootAsItIs(page: Page, of: string, reader: Reader) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (const width of widths)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const name = `${of}.${reader}.${width}.${colorScheme}.png`
      await page.screenshot({ path: joined(folder, name), fullPage: true })
    }
}

async function shootState(page: Page, { name, reader, path, act, media }: State) {
  console.log(`${name} as ${reader}`)
  await page.goto(path)
  await act?.(page)
  if (media) await page.emulateMedia(media)
  await shootAsItIs(page, `state-${plain(name)}`, reader)
  await page.emulateMedia({ media: null, forcedColors: null })
}

/** Small enough to be a part of the project. */
async function shootForReadme(page: Page, path: string, { name, top }: { name: string; top: string }) {
  await page.setViewportSize({ width: 1180, height: 760 })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  await page
    .locator(top)
    .first()
    .evaluate((part) => part.scrollIntoView({ block: 'start' }))
  const png = await page.screenshot()
  await sharp(png).png({ palette: true, colours: 48, effort: 10 }).toFile(`public/${name}.png`)
}

async function shootAll(browser: Browser, { db, address: origin }: Running, only: string | undefined) {
  const cookies = await signedIn(db, origin)
  const { reached, missed } = await pagesReached(origin, cookies, await preparedPages(db, origin))
  const [claim = '/', post = '/', transcript = '/'] = ['claims/:id', 'posts/:id', 'transcripts/:id'].map(
    (pattern) => reached.get(pattern)?.path,
  )
  const isWanted = (name: string) => !only || name.startsWith(only)
  const states = isWanted('states') ? statesOf(claim, post, transcript) : []
  for (const reader of toRead) {
    const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (cookies[reader]) await context.addCookies([{ ...cookies[reader], url: origin }])
    const own = [...reached].filter(([pattern, found]) => found.reader === reader && isWanted(pattern))
    for (const [pattern, found] of own) await shootReached(page, pattern, found)
    for (const state of states.filter((one) => one.reader === reader)) await shootState(page, state)
    await context.close()
  }
  if (missed.length > 0) console.log(`No link leads to: ${missed.join(', ')}`)
}

async function shootReached(page: Page, pattern: string, { path, reader }: Found) {
  console.log(`/${pattern} as ${reader}: ${path}`)
  await shoot(page, path, pattern, reader)
  const own = ofReadme[pattern]
  if (own && reader === 'visitor') await shootForReadme(page, path, own)
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
