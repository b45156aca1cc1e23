import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()
let path: string
let ids: [string, string]
let handle: string
let count = 0

beforeEach(async () => {
  const { author, subject } = await someThread(site.db)
  path = `/posts/${subject.id}`
  handle = `Writer${++count}`
  const answer = async (body: string) => (await reply(site.db, author, subject, { body })).id
  ids = [await answer('One wren.'), await answer('Two wrens.')]
})

async function reading(options = {}) {
  const page = await newWindow(browser, site, options)
  await enterAs(page, handle, `${path}?sort=old`)
  const comment = (n: 0 | 1) => page.locator(`#c-${ids[n]}`)
  const toReply = (n: 0 | 1) => comment(n).locator(':scope > .said a[data-key=r]')
  return { page, comment, toReply, form: (n: 0 | 1) => comment(n).getByRole('group', { name: /^Reply/ }) }
}
const isFocused = (page: Page, name: string) =>
  page.evaluate((name) => (document.activeElement as HTMLTextAreaElement | null)?.name === name, name)
const noOverflow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

describe('Answering in place', () => {
  test('the form opens under the comment, and what is sent stands in the thread', async () => {
    const { page, comment, toReply, form } = await reading()
    await toReply(0).click()
    await form(0).waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
    expect(await isFocused(page, 'body')).toBe(true)
    await form(0).getByLabel('Your answer').fill('Surely *one*.')
    await form(0).getByRole('button', { name: 'Answer' }).click()
    await comment(0).locator('.thread .prose').getByText('Surely one.').waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
  })

  test('two stand open at once, each label names its own field, and axe has no complaints', async () => {
    const { page, toReply, form } = await reading()
    await toReply(0).click()
    await form(0).waitFor()
    await toReply(1).click()
    await form(1).getByText('Evidence').first().click()
    await form(1).getByLabel('Excerpt', { exact: true }).fill('/excerpts/x')
    await form(0).getByText('Evidence').first().click()
    expect(await form(0).getByLabel('Excerpt', { exact: true }).inputValue()).toBe('')
    const doubled = await page.evaluate(() => {
      const all = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return all.filter((id, n) => all.indexOf(id) !== n)
    })
    expect(doubled).toEqual([])
    expect(await complaintsOf(page)).toEqual([])
  })

  test('Escape and Cancel close it, bring focus back, and lose nothing that was typed', async () => {
    const { page, toReply, form } = await reading()
    await toReply(0).focus()
    await page.keyboard.press('r')
    await form(0).waitFor()
    await page.keyboard.type('Half a thought')
    await page.keyboard.press('Escape')
    expect(await form(0).count()).toBe(0)
    expect(await toReply(0).evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('r')
    expect(await form(0).getByLabel('Your answer').inputValue()).toBe('Half a thought')
    expect(await isFocused(page, 'body')).toBe(true)
    await form(0).getByRole('button', { name: 'Cancel' }).click()
    await toReply(0).click()
    expect(await form(0).getByLabel('Your answer').inputValue()).toBe('Half a thought')
  })

  test('a preview and one more excerpt come in place; what cannot be sent comes back on its page with the words', async () => {
    const { page, toReply, form } = await reading()
    await toReply(1).click()
    await form(1).getByLabel('Your answer').fill('It is **bold**.')
    await form(1).getByRole('button', { name: 'Preview' }).last().click()
    await form(1).getByRole('region', { name: 'Preview' }).locator('strong').waitFor()
    expect(await form(1).getByLabel('Your answer').inputValue()).toBe('It is **bold**.')
    await form(1).getByText('Evidence').first().click()
    await form(1).getByLabel('Excerpt', { exact: true }).fill('nowhere')
    await form(1).getByRole('button', { name: 'Add another excerpt' }).click()
    await form(1).getByLabel('Excerpt 2').waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
    await form(1).getByRole('button', { name: 'Answer' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('It is **bold**.')
  })

  test('suggestions close before the form does, and a phone has room for both', async () => {
    const { page, toReply, form } = await reading({ viewport: { width: 360, height: 740 } })
    await toReply(0).click()
    await form(0).waitFor()
    await page.keyboard.type(`@${handle.slice(0, 6)}`)
    await page.getByRole('listbox').waitFor()
    await noOverflow(page)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await form(0).count()).toBe(1)
  })

  test('a visitor is led to sign in', async () => {
    const page = await newWindow(browser, site)
    await page.goto(path)
    await page.locator(`#c-${ids[0]} a[data-key=r]`).click()
    await page.waitForURL(/\/sign-in\?to=/)
  })

  test('without scripts the answer is written on a page of its own', async () => {
    const { page, comment, toReply } = await reading({ javaScriptEnabled: false })
    await toReply(0).click()
    await page.getByText(/^On the post/).waitFor()
    await page.getByLabel('Your answer').fill('By hand.')
    await page.getByRole('button', { name: 'Answer' }).click()
    await comment(0).locator('.thread .prose').getByText('By hand.').waitFor()
  })
})

describe('The preview', () => {
  test('stands beside the form on a wide page, follows what is typed, and moves nothing', async () => {
    const page = await newWindow(browser, site, { viewport: { width: 1440, height: 900 } })
    await enterAs(page, handle, '/posts/new')
    const field = page.getByLabel('Body')
    await field.click()
    const before = await field.boundingBox()
    await page.keyboard.type('It is *odd*.')
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.locator('em').waitFor()
    expect(await field.boundingBox()).toEqual(before)
    expect(await isFocused(page, 'body')).toBe(true)
    const [beside, form] = [await preview.boundingBox(), await field.boundingBox()]
    expect(beside?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 9999))
    await page.keyboard.type(` See\n\n${path}`)
    await preview.locator('.linked').getByText('A reading').waitFor()
    expect(await page.getByRole('region', { name: 'Preview' }).count()).toBe(1)
    await noOverflow(page)
    expect(await complaintsOf(page)).toEqual([])
  })

  test('on a narrow page comes by its button alone', async () => {
    const page = await newWindow(browser, site, { viewport: { width: 800, height: 900 } })
    await enterAs(page, handle, '/posts/new')
    await page.getByLabel('Body').fill('It is *odd*.')
    await page.waitForTimeout(900)
    const preview = page.getByRole('region', { name: 'Preview' })
    expect(await preview.count()).toBe(0)
    await page.getByRole('button', { name: 'Preview' }).last().click()
    await preview.locator('em').waitFor()
  })

  test('without scripts stands beside the form once it was asked for', async () => {
    const page = await newWindow(browser, site, {
      viewport: { width: 1440, height: 900 },
      javaScriptEnabled: false,
    })
    await enterAs(page, handle, '/posts/new')
    await page.getByLabel('Body').fill('It is *odd*.')
    await page.getByRole('button', { name: 'Preview' }).last().click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.locator('em').waitFor()
    const [beside, form] = [await preview.boundingBox(), await page.getByLabel('Body').boundingBox()]
    expect(beside?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 9999))
  })
})

test('a field grows with its words up to most of the window', async () => {
  const page = await newWindow(browser, site, { viewport: { width: 1000, height: 800 } })
  await enterAs(page, handle, '/posts/new')
  const field = page.getByLabel('Body')
  const heights: number[] = []
  for (const lines of [1, 20, 200]) {
    await field.fill('A line.\n'.repeat(lines))
    heights.push((await field.boundingBox())?.height ?? 0)
  }
  expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) + 100)
  expect(heights[2]).toBeLessThanOrEqual(800 * 0.7 + 1)
})
