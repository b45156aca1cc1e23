import { describe, expect, test } from 'vitest'
import { newExcerpt } from '#tests/features/labels/support.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newClient } from '#tests/support/site.ts'

const { browser, site } = await openSite()

/** Somebody puts a label on words; `marks` are the words. */
async function labelledWords(handle: string, marks: string): Promise<string> {
  const author = await newClient(site, handle)
  const id = await newExcerpt(site.db, author.member, marks, 'It was asked twice. ')
  const label = await author.call('POST', '/labels', { name: `refusal ${marks}`, definition: 'Declines to the face.' })
  await author.call('PUT', `/excerpts/${id}/labels/${label.body.id}/vote`, { value: 'agree' })
  return id
}

describe.each([true, false])('The labelling queue, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  test('asks about words without showing votes, keeps the answer as a blind vote, and says where to look then', async () => {
    await labelledWords(`Author-${suffix}`, `I would rather say no, ${suffix}.`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Reader-${suffix}`, '/labels/queue')
    await page.getByRole('heading', { name: 'What needs your eyes' }).waitFor()
    const main = page.getByRole('main')
    expect(await main.locator('mark').count()).toBe(1)
    expect(await main.textContent()).not.toMatch(/\d agree|A talk|Author/)
    const words = await main.locator('mark').textContent()
    await main.getByRole('button', { name: 'Disagree' }).click()
    await main.getByText('Your vote is kept.').waitFor()
    const vote = await site.db
      .selectFrom('label_votes')
      .innerJoin('members', 'members.id', 'label_votes.member_id')
      .innerJoin('excerpts', 'excerpts.id', 'label_votes.excerpt_id')
      .select(['value', 'blind', 'placing', 'exact'])
      .where('handle', '=', `Reader-${suffix}`)
      .executeTakeFirstOrThrow()
    expect(vote).toEqual({ value: 'disagree', blind: 1, placing: 0, exact: words })
    await main.getByRole('link', { name: 'See how others read those words' }).click()
    await page.waitForURL('**/excerpts/*')
    expect(await page.locator('mark').textContent()).toBe(words)
  })

  test('lets words be skipped, and asks a visitor to sign in first', async () => {
    for (const n of [1, 2, 3]) await labelledWords(`Writer-${suffix}-${n}`, `Words to skip ${suffix} ${n}.`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto('/labels/queue')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await enterAs(page, `Skipper-${suffix}`, '/labels/queue')
    const seen = new Set<string | null>()
    for (let n = 0; n < 8; n++) {
      seen.add(await page.locator('mark').textContent())
      await page.getByRole('link', { name: 'Skip these words' }).click()
      await page.waitForURL(`**/labels/queue?skip=${n + 1}`)
    }
    expect(seen.size).toBeGreaterThan(1)
  })
})
