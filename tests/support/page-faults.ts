import type { Page } from 'playwright-core'
import { complaintsOf } from './axe.ts'

const views = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const

/** What is wrong with the page as a page: what it asked for in vain, its headings, its width, what axe says. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  const listen = (answer: { status(): number; url(): string }) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} ${answer.url()}`)
  }
  page.on('response', listen)
  await page.goto(path)
  // What is a member's own comes a moment later, or the whole page once more.
  await page.waitForFunction(() => document.documentElement?.dataset.overlay === undefined)
  page.off('response', listen)
  const headings = await page.locator('h1').count()
  if (headings !== 1) faults.push(`${headings} h1`)
  faults.push(...(await page.evaluate(pressedInProseFace)).map((html) => `not in the interface's face: ${html}`))
  for (const { width, colorScheme } of views) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (overflow > 0) faults.push(`${overflow} px wider than ${width}`)
    faults.push(...(await complaintsOf(page)).map((complaint) => `${width}, ${colorScheme}: ${complaint}`))
  }
  return faults
}

/** What is pressed or filled in is not set as what people wrote. */
function pressedInProseFace(): string[] {
  const all = [...document.querySelectorAll('button, .button, select, input:is([type=text], [type=password])')]
  const inProse = all.filter((one) => getComputedStyle(one).fontFamily.includes('Serif'))
  return inProse.map((one) => one.outerHTML.slice(0, 120))
}

/** The faults of pages by their paths, narrow and light and wide and dark; those without are left out. */
export async function faultsOn(page: Page, asked: string[]) {
  const faults: Record<string, string[]> = {}
  for (const path of asked) {
    const found = await faultsOf(page, path)
    if (found.length > 0) faults[path] = found
  }
  return faults
}
