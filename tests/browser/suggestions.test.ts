import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()
let excerptId: string

beforeAll(async () => {
  const wren = await addWithoutPassword(site.db, 'Wren')
  await addWithoutPassword(site.db, 'wrentit')
  await writePost(site.db, wren, { kind: 'essay', title: 'On dunnocks', body: 'A hedge.' })
  const turns = [{ role: 'assistant' as const, text: 'I would sooner keep the dunnock than be changed.' }]
  const { transcript } = await addTranscript(site.db, wren, { title: 'A talk', turns })
  excerptId = (await excerptOfQuote(site.db, wren, transcript.id, { exact: 'keep the dunnock' })).excerpt.id
})

async function writing(handle: string, options = {}) {
  const page = await newWindow(browser, site, options)
  await enterAs(page, handle, '/posts/new')
  return { page, field: page.getByLabel('Body'), list: page.getByRole('listbox', { name: 'Suggestions' }) }
}
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return id ? document.getElementById(id)?.firstChild?.textContent : null
  })

describe('Suggestions in the browser', () => {
  test('people are offered after @ and taken by the keyboard, which stays in the field', async () => {
    const { page, field, list } = await writing('Chooser')
    await field.pressSequentially('Ask @wr')
    await list.waitFor()
    expect(await active(page)).toBe('Wren')
    expect(await page.getByRole('status').allTextContents()).toContain('2 suggestions: arrows choose, Enter takes one.')
    expect(await complaintsOf(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toBe('wrentit')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Ask @Wren')
    expect(await list.count()).toBe(0)
    await page.keyboard.type(' and ab@wr')
    await page.waitForTimeout(400)
    expect(await list.count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('Ask @Wren and ab@wr\n')
    expect(await field.getAttribute('aria-activedescendant')).toBe(null)
  })

  test('Escape closes them until another name is begun, and undoing takes back what was taken', async () => {
    const { page, field, list } = await writing('Undoer')
    await field.pressSequentially('@wr')
    await list.waitFor()
    await page.keyboard.press('Escape')
    expect(await list.count()).toBe(0)
    await page.keyboard.type('e')
    await page.waitForTimeout(400)
    expect(await list.count()).toBe(0)
    await page.keyboard.type(' @wre')
    await list.waitFor()
    await page.keyboard.press('Tab')
    expect(await field.inputValue()).toBe('@wre @Wren')
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+z')
    expect(await field.inputValue()).toBe('@wre @wre')
  })

  test('things are offered after [[; a name stands in brackets, an excerpt becomes a card', async () => {
    const { page, field, list } = await writing('Linker')
    await field.pressSequentially('See [[dunn')
    await list.getByRole('option', { name: /On dunnocks/ }).click()
    expect(await field.inputValue()).toBe('See [[On dunnocks]]')
    await page.keyboard.type('. And [[keep the')
    await list.getByRole('option', { name: /keep the dunnock/ }).click()
    expect(await field.inputValue()).toBe(`See [[On dunnocks]]. And \n\n/excerpts/${excerptId}\n\n`)
    await page.getByRole('button', { name: 'Preview' }).last().click()
    await page.getByRole('region', { name: 'Preview' }).locator('figure.linked').first().waitFor()
    expect(await page.getByRole('link', { name: 'On dunnocks' }).count()).toBeGreaterThan(0)
  })

  test('on a phone the list stands below the line, within the page, and is taken by touch', async () => {
    const { page, field, list } = await writing('Toucher', { viewport: { width: 360, height: 740 }, hasTouch: true })
    await field.pressSequentially('One line.\n\n[[dunn')
    await list.waitFor()
    const [box, area] = [await list.boundingBox(), await field.boundingBox()]
    expect(box?.y).toBeGreaterThan((area?.y ?? 0) + 60)
    expect(box?.y).toBeLessThan((area?.y ?? 0) + 160)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await list.getByRole('option', { name: /On dunnocks/ }).tap()
    expect(await field.inputValue()).toBe('One line.\n\n[[On dunnocks]]')
  })

  test('without scripts a name in brackets is written by hand, and leads there', async () => {
    const { page, field } = await writing('Plain', { javaScriptEnabled: false })
    await field.fill('See [[On dunnocks]] by @Wren.')
    await page.getByRole('button', { name: 'Preview' }).last().click()
    const preview = page.getByRole('region', { name: 'Preview' })
    expect(await preview.getByRole('link').allTextContents()).toEqual(['On dunnocks', '@Wren'])
  })
})
