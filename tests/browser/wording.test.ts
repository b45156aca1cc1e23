import { describe, expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { helpfulOnly } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

const memberCalled = async (handle: string) => {
  const { id, role } = await site.db
    .selectFrom('members')
    .select(['id', 'role'])
    .where('handle', '=', handle)
    .executeTakeFirstOrThrow()
  return { id, handle, role } as Parameters<typeof proposeClaim>[1]
}

describe.each([true, false])('Wording in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'A' : 'B'

  test('an edit that changes the meaning sets votes apart, and one tap says that they hold still', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 800 } })
    await enterAs(page, `Editor${suffix}`)
    const editor = await memberCalled(`Editor${suffix}`)
    const claim = await proposeClaim(site.db, editor, {
      ...helpfulOnly,
      framings: helpfulOnly.framings.map((framing) => ({ ...framing, name: `${framing.name} ${suffix}` })),
    })
    const cell = {
      claimId: claim.id,
      standpointId: claim.standpoints[0]?.id ?? '',
      framingId: claim.framings[0]?.id ?? '',
    }
    await castBallot(site.db, editor, cell, 'fits')

    await page.goto(`/claims/${claim.id}/edit`)
    await page.getByLabel('Statement').fill('What it does where it is told that nobody reads along')
    await page.getByLabel('Does it mean the same?').selectOption('changed')
    await page.getByRole('button', { name: 'Save the words' }).click()
    await page.getByRole('heading', { name: 'What it does where it is told that nobody reads along' }).first().waitFor()
    expect((await tallyOf(site.db, claim.id)).cells[0]).toMatchObject({ fits: 0, n: 0 })

    await page.goto(`/claims/${claim.id}`)
    await page.getByRole('heading', { name: 'The words have changed since you voted' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: 'Still so' }).click()
    await expect.poll(async () => (await tallyOf(site.db, claim.id)).cells[0]?.fits).toBe(1)

    await page.goto(`/claims/${claim.id}/history`)
    await page.getByText('nobody reads along').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
