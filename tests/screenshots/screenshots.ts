import { mkdirSync, rmSync } from 'node:fs'
import { join as joined } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { seed } from '#app/demo/seed.server.ts'
import { readEnv } from '#app/env.server.ts'
import { type Running, startServer } from '#app/server.ts'
import { migrate } from '#db/migrate.ts'
import { startBrowser } from '#tests/support/chromium.ts'
import { pagesReached } from './reached.ts'
import { type Reader, signedIn, toRead } from './readers.ts'

const folder = 'build/screenshots'
const widths = [360, 768, 1440]
const schemes = ['light', 'dark'] as const

/** Those of the README: the page, and what of it stands at the top. */
const ofReadme: Record<string, { name: string; top: string }> = {
  'claims/:id': { name: 'claim', top: '#standing' },
  'transcripts/:id': { name: 'transcript', top: '.turns' },
}

async function shoot(page: Page, path: string, pattern: string, reader: Reader) {
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  for (const width of widths)
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const name = `${pattern.replace(/[/:]+/g, '-') || 'front'}.${reader}.${width}.${colorScheme}.png`
      await page.screenshot({ path: joined(folder, name), fullPage: true })
    }
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
  const { reached, missed } = await pagesReached(origin, cookies)
  for (const reader of toRead) {
    const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' })
    const page = await context.newPage()
    if (cookies[reader]) await context.addCookies([{ ...cookies[reader], url: origin }])
    for (const [pattern, found] of reached) {
      if (found.reader !== reader || (only && !pattern.startsWith(only))) continue
      console.log(`/${pattern} as ${reader}: ${found.path}`)
      await shoot(page, found.path, pattern, reader)
      const own = ofReadme[pattern]
      if (own && reader === 'visitor') await shootForReadme(page, found.path, own)
    }
    await context.close()
  }
  if (missed.length > 0) console.log(`No link leads to: ${missed.join(', ')}`)
}

const database = joined(folder, 'demo.sqlite')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.env.NODE_ENV = 'production'
const env = readEnv({ PORT: '0', DATABASE_URL: `file:${database}`, LIMITS: 'off', LOG_LEVEL: 'warn' })
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
