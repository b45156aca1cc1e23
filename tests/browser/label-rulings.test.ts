import { describe, expect, test } from 'vitest'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { newExcerpt } from '#tests/features/labels/support.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newClient } from '#tests/support/site.ts'

const { browser, site } = await openSite()

describe.each([true, false])('Merging and retiring labels, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  test('a moderator merges, and a member confirms a vote with one tap; then it is taken back and retired', {
    timeout: 90_000,
  }, async () => {
    const author = await newClient(site, `Author-${suffix}`)
    const excerptId = await newExcerpt(site.db, author.member)
    const label = async (name: string) =>
      (await proposeLabel(site.db, author.member, { name: `${name} ${suffix}` })).label
    const [from, into] = [await label('candour'), await label('honesty')]
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Mod-${suffix}`, `/labels/${from.id}`)
    expect(await page.getByRole('link', { name: 'Merge' }).count()).toBe(0)
    const mod = { handle: `Mod-${suffix}` }
    await inTransaction(site.db, async (tx) => {
      await tx.updateTable('members').set({ role: 'moderator' }).where('handle', '=', mod.handle).execute()
    })
    const member = await site.db
      .selectFrom('members')
      .selectAll()
      .where('handle', '=', mod.handle)
      .executeTakeFirstOrThrow()
    const voter = { id: member.id, handle: member.handle, role: 'moderator' as const, unclaimed: false }
    await voteOnLabel(site.db, author.member, excerptId, from.id, 'agree')
    await voteOnLabel(site.db, voter, excerptId, from.id, 'disagree')
    await page.goto(`/labels/${from.id}`)
    await page.getByRole('link', { name: 'Merge' }).click()
    await page.getByText('2 votes go along').waitFor()
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('This may not be empty.').first().waitFor()
    await page.getByLabel('Into').selectOption({ label: `honesty ${suffix}` })
    await page.getByLabel('Why').fill('One thing, two names.')
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByRole('link', { name: 'Take the merge back' }).waitFor()
    await page.goto(`/labels/${from.id}`)
    expect(new URL(page.url()).pathname).toBe(`/labels/${into.id}`)
    await page.goto(`/excerpts/${excerptId}`)
    await page.getByText('On earlier words: 1 agree, 1 disagree, 0 unsure.').waitFor()
    await page.getByRole('button', { name: 'I still disagree' }).click()
    await page.getByText('0 agree, 1 disagree, 0 unsure', { exact: true }).last().waitFor()
    await page.goto(`/labels/${from.id}/merge`)
    await page.getByLabel('Why').fill('They differ.')
    await page.getByRole('button', { name: 'Take the merge back' }).click()
    await page.getByText('was taken back').waitFor()
    await page.goto(`/labels/${from.id}/retire`)
    await page.getByLabel('Why').fill('Too broad.')
    await page.getByRole('button', { name: 'Retire the label' }).click()
    await page.getByText('It is put on nothing more.').waitFor()
    await page.getByText('Too broad.').waitFor()
  })
})
