import type { Page } from 'playwright-core'

/** What has the focus, by what it is and its name; and what is wrong with how it shows. */
interface Stop {
  name: string
  fault: string
}

/** Works in the page. */
function stopNow(): Stop {
  const element = document.activeElement as HTMLInputElement | null
  if (!element || element === document.body) return { name: 'page', fault: '' }
  const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()]
  const named = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''
  const isOutlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
  const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth
  const name = `${element.localName} ${named.trim().replace(/\s+/g, ' ')}`
  return { name, fault: isOutlined && isSeen ? '' : `${name}: ${isSeen ? 'no outline' : 'out of sight'}` }
}

/** Presses Tab until what is named so has the focus; at each stop the focus shows. */
export async function tabTo(page: Page, wanted: RegExp, most = 90): Promise<void> {
  const stops: string[] = []
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab')
    const { name, fault } = await page.evaluate(stopNow)
    if (fault) throw new Error(`The focus does not show: ${fault}`)
    if (wanted.test(name)) return
    stops.push(name)
  }
  throw new Error(`No ${wanted} among ${stops.join(' | ')}`.slice(0, 2000))
}

/** Goes to what is named so, and presses Enter. */
export async function press(page: Page, wanted: RegExp) {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Follows a link, or sends a form, that leads to another address. */
export async function follow(page: Page, wanted: RegExp, to: RegExp) {
  await tabTo(page, wanted)
  await Promise.all([page.waitForURL(to), page.keyboard.press('Enter')])
}

/** Goes to a field and types. */
export async function type(page: Page, field: RegExp, words: string) {
  await tabTo(page, field)
  await page.keyboard.insertText(words)
}
