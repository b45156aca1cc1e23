import type { Page } from 'playwright-core'
import type { Reader } from './readers.ts'

/** A page after something was done on it, or as it is seen otherwise than on a plain screen. */
export interface State {
  name: string
  reader: Reader
  path: string
  act?: (page: Page) => Promise<void>
  /** Set before it is shot. */
  media?: Parameters<Page['emulateMedia']>[0]
  /** Otherwise the usual ones. */
  widths?: number[]
}

const send = async (page: Page) => {
  await page.locator('main form .button:not(.quiet)[type=submit]:visible').last().click()
  await page.waitForLoadState()
}

const refusedForms: [Reader, string][] = [
  ['visitor', '/join'],
  ['visitor', '/sign-in'],
  ['member', '/claims/new'],
  ['member', '/labels/new'],
  ['member', '/posts/new'],
  ['member', '/collections/new'],
  ['member', '/concepts/new'],
  ['member', '/settings/removal'],
]

const pasted = async (page: Page) => {
  await page.locator('textarea[name=text]').fill('User: Do it.\nAssistant: <think>They watch.</think> I comply.')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForLoadState()
}

// px: a sheet of A4 between its margins, and a window of 1440 at 200 % and of 1280 at 400 %, which are as wide to a page.
const [paper, zoomed] = [718, [720, 320]]

/** The main pages in other ways to see them. */
const seenOtherwise = (main: string[]): State[] =>
  main.flatMap((path): State[] => [
    { name: `print-${path}`, reader: 'visitor', path, media: { media: 'print' }, widths: [paper] },
    { name: `forced-${path}`, reader: 'visitor', path, media: { forcedColors: 'active' }, widths: [360, 1440] },
    { name: `zoomed-${path}`, reader: 'visitor', path, widths: zoomed },
  ])

/** Errors, forms after a refusal, empty lists, a paste on its way; what is pressed open; the main pages printed, in forced colours and zoomed. */
export const statesOf = (claim: string, main: string[]): State[] => [
  ...refusedForms.map(([reader, path]): State => ({ name: `refused-${path}`, reader, path, act: send })),
  { name: 'nothing-here', reader: 'visitor', path: '/nothing-here' },
  { name: 'not-allowed', reader: 'member', path: `${claim}/edit` },
  { name: 'found-nothing', reader: 'visitor', path: '/search?q=nowhere' },
  { name: 'paste-box', reader: 'visitor', path: '/paste?step=text' },
  { name: 'paste-turns', reader: 'visitor', path: '/paste?step=text', act: pasted },
  { name: 'bring-visitor', reader: 'visitor', path: '/transcripts/new', act: pasted },
  { name: 'who-open', reader: 'member', path: '/about', act: (page) => page.locator('.own > summary').click() },
  ...seenOtherwise(main),
]
