import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { fill, someThread } from '#tests/features/votes/threads.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()
let path: string
let ids: string[]

beforeAll(async () => {
  const { author, subject } = await someThread(site.db)
  path = `/posts/${subject.id}`
  ids = await fill(site.db, author, subject, 60, 9)
})

const comments = (page: Page) => page.locator('details.comment').count()

describe.each([true, false])('A long thread in the browser, JavaScript %s', (javaScriptEnabled) => {
  const open = async (to: string) => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto(to)
    return page
  }

  test('what is left out is brought by its link: in place with script, as a page without', async () => {
    const page = await open(`${path}?sort=old`)
    expect(await comments(page)).toBe(200)
    const first = page.locator(`#c-${ids[0]}`)
    await first.getByRole('link', { name: /^6 more replies: / }).click()
    await expect.poll(() => first.locator('details.comment').count()).toBe(javaScriptEnabled ? 9 : 6)
    expect(new URL(page.url()).pathname).toBe(javaScriptEnabled ? path : `/comments/${ids[0]}/context`)
    if (javaScriptEnabled) {
      expect(await page.evaluate(() => document.activeElement?.closest('details')?.id)).toBe(`c-${ids[4]}`)
      await page.getByRole('link', { name: /^100 more comments/ }).click()
      await expect.poll(() => comments(page)).toBe(306)
    }
  })

  test('a permalink leads to a page where the comment is', async () => {
    for (const id of [ids[0], ids.at(-1)] as string[]) {
      const page = await open(`/comments/${id}`)
      expect(new URL(page.url()).hash).toBe(`#c-${id}`)
      expect(await page.locator(`#c-${id}`).isVisible()).toBe(true)
    }
    const inThread = await open(`${path}#c-${ids.at(-1)}`)
    if (javaScriptEnabled) await inThread.locator(`#c-${ids.at(-1)}`).waitFor()
  })

  test('a context shows what a comment answers, and the way to the whole thread', async () => {
    const page = await open(`/comments/${ids[9]}/context`)
    expect(await page.locator('details.comment > summary .member').count()).toBe(2)
    await page.getByRole('link', { name: 'The whole thread' }).click()
    await page.waitForLoadState()
    expect(await comments(page)).toBe(200)
  })

  test('who comes back sees what is new, and goes from one new comment to the next', async () => {
    const { author, subject } = await someThread(site.db)
    await reply(site.db, author, subject, { body: 'There before.' }, { createdAt: 1 })
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `Reader-${javaScriptEnabled}`, `/posts/${subject.id}`)
    expect(await page.locator('.is-new').count()).toBe(0)
    const anHour = 3_600_000
    await inTransaction(site.db, async (tx) => {
      const back = { last_at: Date.now() - anHour }
      await tx.updateTable('visits').set(back).where('subject_id', '=', subject.id).execute()
    })
    const first = await reply(site.db, author, subject, { body: 'The first new one.' })
    const second = await reply(site.db, author, subject, { body: 'The second.', parentId: first.id })
    await page.goto(`/posts/${subject.id}`)
    expect(await page.locator('.is-new').count()).toBe(2)
    await page.getByText('2 new since your visit of').waitFor()
    await page.getByRole('link', { name: 'To the first new one' }).click()
    expect(new URL(page.url()).hash).toBe(`#c-${first.id}`)
    await page.getByRole('link', { name: 'Next new' }).click()
    expect(new URL(page.url()).hash).toBe(`#c-${second.id}`)
    await page.reload()
    expect(await page.locator('.is-new').count()).toBe(2)
  })
})
