import type { Page } from 'playwright-core'
import { complaintsOf } from './axe.ts'

export const views = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const
export type View = (typeof views)[number]

/** What is wrong with the page that is open, as a page: its title and headings, its width, what axe says. */
export async function faultsShown(page: Page, seen: readonly View[] = views): Promise<string[]> {
  const faults: string[] = []
  const [title, headings] = [await page.title(), await page.locator('h1').count()]
  if (!/\S/.test(title)) faults.push('no title')
  if (headings !== 1) faults.push(`${headings} h1`)
  faults.push(...(await page.evaluate(pressedInProseFace)).map((html) => `not in the interface's face: ${html}`))
  for (const { width, colorScheme } of seen) {
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
