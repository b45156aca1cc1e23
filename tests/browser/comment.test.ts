import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { someThread } from '#tests/features/votes/threads.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('A comment of one’s own, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  async function answered(handle: string): Promise<Page> {
    const { subject } = await someThread(site.db)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `${handle}-${suffix}`, `/posts/${subject.id}`)
    await page.getByLabel('Your answer').fill('First words.')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByText('First words.').waitFor()
    return page
  }

  test('is deleted and restored', async () => {
    const page = await answered('Wren')
    await page.getByRole('link', { name: /^Edit/ }).click()
    await page.getByRole('button', { name: 'Delete this comment' }).click()
    await page.getByText('This comment was deleted.').waitFor()
    await page.getByRole('button', { name: 'Restore it' }).click()
    await page.getByText('First words.').waitFor()
    expect(await page.getByRole('button', { name: 'Restore it' }).count()).toBe(0)
  })

  test('edited in two windows: the second sees what it says now beside what was typed, and both are in the history', async () => {
    const page = await answered('Moss')
    const other = await page.context().newPage()
    await page.getByRole('link', { name: /^Edit/ }).click()
    await page.waitForURL(/edit$/)
    await other.goto(page.url())
    for (const [one, body] of [
      [page, 'Of the first window.'],
      [other, 'Of the second window.'],
    ] as const) {
      await one.getByLabel('Your answer').fill(body)
      await one.getByRole('button', { name: 'Save' }).click()
    }
    const now = other.getByRole('region', { name: 'What it says now' })
    await now.getByText('Of the first window.').waitFor()
    expect(await other.getByLabel('Your answer').inputValue()).toBe('Of the second window.')
    await other.getByRole('button', { name: 'Save' }).click()
    await other.getByRole('link', { name: /^History/ }).click()
    await other.getByRole('heading', { name: 'History of a comment' }).waitFor()
    for (const words of ['Of the second window.', 'Of the first window.', 'First words.'])
      expect(await other.getByText(words).count()).toBeGreaterThan(0)
  })

  test('deleted in another window while it is edited: what was typed is still there', async () => {
    const page = await answered('Pike')
    const other = await page.context().newPage()
    await page.getByRole('link', { name: /^Edit/ }).click()
    await page.waitForURL(/edit$/)
    await other.goto(page.url())
    await other.getByRole('button', { name: 'Delete this comment' }).click()
    await other.getByText('This comment was deleted.').waitFor()
    await page.getByLabel('Your answer').fill('Long and careful words.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Restore it before you change it.').waitFor()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Long and careful words.')
  })
})
