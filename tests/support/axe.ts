import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

// The smaller of its two files: a page is handed all of it.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe complains of on the page as it stands, of any severity: one line a finding. */
export async function complaintsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async (values) => {
    // What passes is not asked for: to describe it takes longer than to find it.
    const options: axe.RunOptions = {
      resultTypes: ['violations'],
      // Of WCAG 2.2 AA, and left out by axe unless it is asked for.
      rules: { 'target-size': { enabled: true } },
    }
    if (values) options.runOnly = { type: 'rule', values: [...values] }
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, rules)
}

/** The same of a page's colours alone: nothing else differs in the dark. */
export const complaintsOfColours = (page: Page) => complaintsOf(page, ['color-contrast', 'link-in-text-block'])
