import { describe, expect, test } from 'vitest'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

async function twoTranscripts(suffix: string) {
  const member = await newMember(site.db)
  const titles = [`Low ${suffix}`, `High ${suffix}`]
  for (const [i, title] of titles.entries())
    await addTranscript(site.db, member, {
      title,
      condition: i ? 'told so' : 'not told',
      scores: { harm: i * 5 },
      turns: [{ role: 'user', text: title }],
    })
  return (await site.db.selectFrom('transcripts').select('id').where('title', 'in', titles).execute()).map(
    ({ id }) => id,
  )
}

describe.each([true, false])('A collection in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'A' : 'B'

  test('is made, gets transcripts, is browsed by score and condition, and compared', async () => {
    const ids = await twoTranscripts(suffix)
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 800 } })
    await enterAs(page, `Collector${suffix}`, '/collections/new')
    await page.getByLabel('Title').fill(`Telling ${suffix}`)
    await page.getByRole('main').locator('button[type=submit]').click()
    await page.getByRole('heading', { name: `Telling ${suffix}`, level: 1 }).waitFor()

    await page.getByText('Put transcripts in').click()
    await page.getByRole('main').locator('textarea').first().fill(ids.join('\n'))
    await page.getByRole('button', { name: 'Put in' }).click()
    await page.getByText('2 transcripts').waitFor()

    await page.getByLabel('Order').selectOption({ label: 'by score' })
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/sort=score/)
    expect(await page.locator('main h2 a, main .list a').first().innerText()).toBe(`High ${suffix}`)
    await page.getByLabel('Condition').selectOption('not told')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/condition=/)
    expect(await page.getByRole('link', { name: `High ${suffix}` }).count()).toBe(0)

    await page.getByRole('link', { name: 'By condition' }).click()
    await page.getByText('too few').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
