import type { Page } from 'playwright-core'
import type { Reader } from './readers.ts'

/** A page after something was done on it, or as it is seen otherwise than on a plain screen. */
export interface State {
  name: string
  reader: Reader
  path: string
  act?: (page: Page) => Promise<void>
  /** Set before it is shot; the widths are the usual ones. */
  media?: Parameters<Page['emulateMedia']>[0]
}

const send = async (page: Page) => {
  await page.locator('main form button[type=submit]:visible').last().click()
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

/** A few pages in other ways to see them. */
const seenOtherwise = (claim: string, post: string, transcript: string): State[] =>
  ['/', claim, post, transcript].flatMap((path): State[] => [
    { name: `print-${path}`, reader: 'visitor', path, media: { media: 'print' } },
    { name: `forced-${path}`, reader: 'visitor', path, media: { forcedColors: 'active' } },
  ])

/** Errors, forms after a refusal, empty lists, a paste on its way; printed and in forced colours. At 200 % a window of 1440 px is as one of 720, which the widths have. */
export const statesOf = (claim: string, post: string, transcript: string): State[] => [
  ...refusedForms.map(([reader, path]): State => ({ name: `refused-${path}`, reader, path, act: send })),
  { name: 'nothing-here', reader: 'visitor', path: '/nothing-here' },
  { name: 'not-allowed', reader: 'member', path: `${claim}/edit` },
  { name: 'found-nothing', reader: 'visitor', path: '/search?q=nowhere' },
  { name: 'paste-box', reader: 'visitor', path: '/paste?step=text' },
  { name: 'paste-turns', reader: 'visitor', path: '/paste?step=text', act: pasted },
  { name: 'bring-visitor', reader: 'visitor', path: '/transcripts/new', act: pasted },
  ...seenOtherwise(claim, post, transcript),
]
