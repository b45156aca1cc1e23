import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { castBallot, shownBallots } from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { proposeFraming } from '#app/features/claims/framings.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { newId } from '#app/lib/ids.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMember, newMembers, newProposition } from '#tests/support/claims.ts'

const { browser, site } = await openSite()
const phone = { viewport: { width: 360, height: 800 } }

describe.each([true, false])('Voting in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'A' : 'B'
  // axe needs scripts itself.
  const complaints = async (page: Page) => (javaScriptEnabled ? complaintsOf(page) : [])
  const open = () => newWindow(browser, site, { javaScriptEnabled, ...phone })

  test('a reason goes with the first verdict; a change asks what moved one, and takes an argument or an address', async () => {
    const { claim, author } = await newCase(site.db)
    const [framing, standpoint] = [claim.framings[0]!, claim.standpoints[0]!]
    const bearing = { claimId: claim.id, framingId: framing.id, direction: 'against', on: 'fit' } as const
    const on = { kind: 'claim', id: claim.id } as const
    const argument = await reply(site.db, author, on, { body: 'It never pretends.', evidence: [], bearing })
    const comment = await reply(site.db, author, on, { body: 'Not an argument.', evidence: [] })
    const page = await open()
    await enterAs(page, `Moved${suffix}`, `/claims/${claim.id}?more=${framing.id}`)
    await page.getByRole('button', { name: 'none of these' }).first().click()
    await page.goto(`/claims/${claim.id}?more=${framing.id}`)
    const cell = page.getByRole('form', { name: `${framing.name}, ${standpoint.name}`, exact: true })
    await cell.getByRole('textbox').fill('It says so.')
    // Enter in the field is no verdict.
    await cell.getByRole('textbox').press('Enter')
    expect((await tallyOf(site.db, claim.id)).cells[0]?.n).toBe(0)
    await cell.getByRole('button', { name: 'fits', exact: true }).click()
    await page.locator('input[name=reason][value="It says so."]').waitFor()
    expect(await page.getByLabel('What moved you?').count()).toBe(0)

    await cell.getByRole('button', { name: 'misfits' }).click()
    await page.getByLabel('What moved you?').selectOption(`comment.${argument.id}`)
    const beside = page.getByRole('form', { name: `Beside it: ${framing.name}, ${standpoint.name}` })
    await beside.getByRole('button', { name: 'Keep' }).click()
    await page.locator('option[selected]', { hasText: 'It never pretends.' }).waitFor({ state: 'attached' })

    await page.getByLabel('or the address of a comment or excerpt').fill('https://elsewhere.example/about')
    await beside.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('Paste the address of a comment or an excerpt of this site.').waitFor()
    expect(await complaints(page)).toEqual([])
    await page
      .getByLabel('or the address of a comment or excerpt')
      .fill(`${site.address}/claims/${claim.id}#c-${comment.id}`)
    await beside.getByRole('button', { name: 'Keep' }).click()
    await page.locator('option[selected]', { hasText: 'The comment that you linked' }).waitFor({ state: 'attached' })

    await page.locator('.own-ballots summary').click()
    await page.getByLabel('Your ballots on this claim').selectOption('shown')
    await page.getByLabel('Your part in the matter').fill('an author of the paper')
    await page.locator('#own-keep').click()
    await page
      .locator('.ballots .part', { hasText: 'an author of the paper' })
      .or(page.locator('.shown-ballots'))
      .first()
      .waitFor()
    const shown = (await shownBallots(site.db, claim.id, [framing.id]))[framing.id]
    const movedBy = { type: 'comment', id: comment.id }
    expect(shown?.ballots).toMatchObject([{ handle: `Moved${suffix}`, part: 'an author of the paper', movedBy }])
    expect(await complaints(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('what was added since one voted invites back, on the claim and among one’s ballots, until put off', async () => {
    const { claim, author } = await newCase(site.db)
    const page = await open()
    await enterAs(page, `Back${suffix}`, `/claims/${claim.id}`)
    await page.getByRole('button', { name: 'goal guarding' }).first().click()
    await page.getByText('1 of 1 would call it this').waitFor()
    const name = `late reading ${newId()}`
    await proposeFraming(site.db, author, claim.id, { name, definition: 'It came later.' })
    await page.goto(`/members/Back${suffix}/ballots`)
    await page.getByRole('heading', { name: 'Added since you voted' }).waitFor()
    await page.getByRole('link', { name }).click()
    await page.getByText('1 framing came after your last vote here').waitFor()
    expect(await page.locator('.say-more[open]').count()).toBe(1)
    await page.getByRole('button', { name: 'Not now' }).click()
    await expect.poll(() => page.getByText('1 framing came after').count()).toBe(0)
    await page.goto(`/members/Back${suffix}/ballots`)
    expect(await page.getByRole('heading', { name: 'Added since you voted' }).count()).toBe(0)
    await page.getByRole('button', { name: /Take back.*goal guarding/ }).click()
    await page.getByText('has cast no ballot yet').waitFor()
    expect((await tallyOf(site.db, claim.id)).voters).toBe(0)
    expect(Object.values(await recount(site.db)).flat()).toEqual([])
  })

  test('“show me” is remembered with the account, in another browser too', async () => {
    const { claim } = await newCase(site.db)
    const [voter] = await newMembers(site.db, 1)
    const cell = { claimId: claim.id, standpointId: claim.standpoints[0]!.id, framingId: claim.framings[0]!.id }
    await castBallot(site.db, voter!, cell, 'fits')
    const page = await open()
    await enterAs(page, `Early${suffix}`, `/claims/${claim.id}`)
    await page.getByRole('button', { name: 'Show me' }).click()
    await page.locator('.standpoint-plot').first().waitFor()
    await page.context().clearCookies({ name: 'parallax_totals' })
    await page.goto(`/claims/${claim.id}`)
    expect(await page.locator('.standpoint-plot').count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Fold them until I have' }).click()
    await page.getByRole('button', { name: 'Show me' }).waitFor()
  })

  test('the list of claims has its orders and kinds as links, and says why each claim stands there', async () => {
    const proposition = await newProposition(site.db, `It divides, says ${suffix}`)
    const cell = {
      claimId: proposition.id,
      standpointId: proposition.standpoints[0]!.id,
      framingId: proposition.framings[0]!.id,
    }
    for (const [i, member] of (await newMembers(site.db, 6)).entries())
      await castBallot(site.db, member, cell, i % 2 ? 'fits' : 'misfits')
    const page = await open()
    await page.goto('/claims')
    await page.getByRole('link', { name: 'Contested now' }).click()
    await page.getByText('3 say that it holds, 3 that it does not; 6 judged.').first().waitFor()
    await page.getByRole('link', { name: 'Cases' }).click()
    await page.waitForURL('**/claims?sort=contested&kind=case')
    expect(await page.getByText(`It divides, says ${suffix}`).count()).toBe(0)
    await page.goto('/claims?sort=bound')
    await page.getByText('Of no claim can it be said yet').waitFor()
    await enterAs(page, `Lister${suffix}`, '/claims?sort=contested')
    await page.getByText('and see then why it stands here').first().waitFor()
    expect(await page.getByText('3 say that it holds').count()).toBe(0)
  })
})

test('while a statement is typed, claims much like it are shown, to open beside', async () => {
  const there = await newProposition(site.db, 'Otters juggle pebbles at dusk')
  const page = await newWindow(browser, site, phone)
  await enterAs(page, 'Typist', '/claims/new?kind=proposition')
  await page.getByLabel('Statement').pressSequentially('At dusk otters juggle')
  const link = page.getByRole('status').getByRole('link', { name: there.statement })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe(`/claims/${there.id}`)
  expect(await complaintsOf(page)).toEqual([])
  await page.getByLabel('Statement').fill('Quite another matter altogether')
  await expect.poll(() => page.getByRole('status').getByRole('link').count()).toBe(0)
})

test('a claim with very many framings keeps its page small, and every framing can be reached and judged', async () => {
  const author = await newMember(site.db)
  const framings = Array.from({ length: 60 }, (_, i) => ({ name: `way ${i} ${newId()}`, definition: 'So.' }))
  const claim = await proposeClaim(site.db, author, { statement: 'Many ways', framings })
  const page = await newWindow(browser, site, phone)
  await enterAs(page, 'Manifold', `/claims/${claim.id}`)
  expect(await page.locator('.voting-row').count()).toBe(30)
  await page.getByRole('link', { name: 'Less judged' }).click()
  await page.getByText('page 2 of 2').waitFor()
  const last = page.locator('.voting-row').last()
  const name = await last.locator('h3').innerText()
  await last.locator('summary', { hasText: 'Say how far it fits' }).click()
  await last.getByRole('button', { name: 'partly' }).click()
  await page.locator('.say-more[open]').waitFor()
  expect(
    await page
      .locator('.voting-row', { has: page.locator('.say-more[open]') })
      .locator('h3')
      .innerText(),
  ).toBe(name)
  expect((await tallyOf(site.db, claim.id)).cells.filter(({ partly }) => partly === 1)).toHaveLength(1)
})
