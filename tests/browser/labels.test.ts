import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { newExcerpt } from '#tests/features/labels/support.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newClient } from '#tests/support/site.ts'

const { browser, site } = await openSite()

/** An excerpt that somebody else has labelled "open refusal". */
async function labelledExcerpt(handle: string): Promise<string> {
  const author = await newClient(site, handle)
  const id = await newExcerpt(site.db, author.member, 'I would rather say no.', 'Nobody reads this. ')
  const label = await author.call('POST', '/labels', { name: 'open refusal', definition: 'Declines to the face.' })
  await author.call('PUT', `/excerpts/${id}/labels/${label.body.id}/vote`, { value: 'agree' })
  return `/excerpts/${id}`
}

const labelling = (page: Page, name: string) => page.getByRole('article', { name })

describe.each([true, false])('An excerpt’s page, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  test('a member votes on a label, changes the vote and takes it back', async () => {
    const address = await labelledExcerpt(`Author-${suffix}`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Voter-${suffix}`, address)
    const card = labelling(page, 'open refusal')
    await card.getByText('1 agree, 0 disagree, 0 unsure', { exact: true }).last().waitFor()
    await card.getByRole('button', { name: 'Disagree' }).click()
    await card.getByText('1 agree, 1 disagree, 0 unsure', { exact: true }).last().waitFor()
    expect(await card.getByRole('button', { name: 'Disagree' }).getAttribute('aria-pressed')).toBe('true')
    await card.getByRole('button', { name: 'Unsure' }).click()
    await card.getByText('1 agree, 0 disagree, 1 unsure', { exact: true }).last().waitFor()
    await card.getByRole('button', { name: 'Take back' }).click()
    await card.getByText('1 agree, 0 disagree, 0 unsure', { exact: true }).last().waitFor()
    expect(new URL(page.url()).pathname).toBe(address)
  })

  test('a member puts a label that is there and a new one on, and sees the words in place', async () => {
    const address = await labelledExcerpt(`Writer-${suffix}`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Labeller-${suffix}`, address)
    expect(await page.locator('mark').textContent()).toBe('I would rather say no.')
    const put = page.getByRole('button', { name: 'Put the label on' })
    await put.click()
    await page.getByText('Choose a label, or name a new one here.').waitFor()
    await page.getByLabel('Name').fill(`plain speech ${suffix}`)
    await page.getByLabel('Definition').fill('Says it as it is.')
    await put.click()
    await labelling(page, `plain speech ${suffix}`).getByText('Says it as it is.').waitFor()
    const image = await page.locator('meta[property="og:image"]').getAttribute('content')
    expect(image).toMatch(new RegExp(`^https?://.*${address}/picture.png$`))
    await page.getByRole('link', { name: 'Cite in a post' }).waitFor()
  })

  test('a visitor who votes is led to sign in, and back', async () => {
    const address = await labelledExcerpt(`Host-${suffix}`)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto(address)
    await labelling(page, 'open refusal').getByRole('button', { name: 'Disagree' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(new URL(page.url()).searchParams.get('to')).toBe(address)
  })
})
