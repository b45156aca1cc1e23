import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe complains of on the page as it stands, of any severity: one line a finding. */
export async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
}
