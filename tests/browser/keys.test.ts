import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { endSilence, silence } from '#app/features/accounts/silences.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

const place = (page: Page) => page.evaluate(() => document.activeElement?.closest('.comment')?.id)

async function threadOfThree(page: Page, handle: string) {
  const { author, subject } = await someThread(site.db)
  await enterAs(page, handle, `/posts/${subject.id}`)
  const back = { last_at: Date.now() - 3_600_000 }
  await inTransaction(site.db, (tx) =>
    tx.updateTable('visits').set(back).where('subject_id', '=', subject.id).execute(),
  )
  const first = await reply(site.db, author, subject, { body: 'One' })
  const second = await reply(site.db, author, subject, { body: 'Two', parentId: first.id })
  const third = await reply(site.db, author, subject, { body: 'Three' })
  await page.goto(`/posts/${subject.id}?sort=old`)
  return { author, ids: [first, second, third].map(({ id }) => `c-${id}`) }
}

test('j and k go from comment to comment, n to the next new one, u and d vote, r answers', async () => {
  const page = await newWindow(browser, site)
  const { ids } = await threadOfThree(page, 'Wren')
  for (const [key, at] of [
    ['j', 0],
    ['j', 1],
    ['j', 2],
    ['j', 2],
    ['k', 1],
    ['n', 2],
    ['k', 1],
  ] as const) {
    await page.keyboard.press(key)
    expect(await place(page), key).toBe(ids[at])
  }
  const [up, down] = ['up', 'down'].map((side) => page.locator(`#v-comment-${ids[1]?.slice(2)}-approval-${side}`))
  await page.keyboard.press('u')
  await expect.poll(() => up?.getAttribute('aria-pressed')).toBe('true')
  expect(await place(page)).toBe(ids[1])
  await page.keyboard.press('d')
  await expect.poll(() => down?.getAttribute('aria-pressed')).toBe('true')
  expect(await up?.getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('r')
  await page.getByLabel('Your answer').last().waitFor()
})

test('e edits one’s own comment and nobody else’s, / goes to the search', async () => {
  const page = await newWindow(browser, site)
  const { ids } = await threadOfThree(page, 'Tern')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  expect(await place(page)).toBe(ids[0])
  await page.getByLabel('Your answer').last().fill('My own words')
  await page.getByRole('button', { name: 'Answer' }).last().click()
  const own = page.locator('.comment', { hasText: 'My own words' }).last()
  await own.locator(':scope > summary').focus()
  await page.keyboard.press('e')
  await page.waitForURL(/\/comments\/[\w-]+\/edit$/)
  expect(await page.locator('textarea').first().inputValue()).toBe('My own words')
  await page.goto('/posts')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
})

test('while typing, with a modifier, or turned off, keys do nothing', async () => {
  const page = await newWindow(browser, site)
  const { ids } = await threadOfThree(page, 'Moss')
  const field = page.getByLabel('Your answer').last()
  await field.pressSequentially('just keen? /u')
  expect(await field.inputValue()).toBe('just keen? /u')
  expect(await page.locator('dialog').count()).toBe(0)
  await page.locator(`#${ids[0]} > summary`).focus()
  await page.keyboard.press('Control+j')
  await page.keyboard.press('Alt+j')
  expect(await place(page)).toBe(ids[0])
  await page.goto('/keys')
  expect(await page.getByRole('button', { name: 'Close' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Turn keys off' }).click()
  await page.getByRole('button', { name: 'Turn keys on' }).waitFor()
  await page.goBack()
  await page.keyboard.press('j')
  expect(await place(page)).toBeUndefined()
})

test('? shows the keys in a dialog that stands up to axe and closes', async () => {
  const page = await newWindow(browser, site)
  await page.goto('/')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await complaintsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => page.locator('dialog').count()).toBe(0)
})

test('the dialog of keys begins at its heading, also where it is longer than the window', async () => {
  const page = await newWindow(browser, site, { viewport: { width: 360, height: 420 } })
  await page.goto('/')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await dialog.waitFor()
  expect(await dialog.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true)
  expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('keys-heading')
})

test('the account’s menu closes by Escape, which brings back to its name, and by a press elsewhere', async () => {
  const page = await newWindow(browser, site)
  await enterAs(page, 'Egret', '/posts')
  const [name, item] = [page.locator('details.own > summary'), page.getByRole('link', { name: 'Your page' })]
  await name.click()
  await item.waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await item.waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Egret')
  await name.click()
  await item.waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await item.waitFor({ state: 'hidden' })
})

test.each([true, false])('who is muted arrives folded, and unfolds; JavaScript %s', async (javaScriptEnabled) => {
  const page = await newWindow(browser, site, { javaScriptEnabled })
  const { author, ids } = await threadOfThree(page, `Pike-${javaScriptEnabled}`)
  const reader = await site.db
    .selectFrom('members')
    .selectAll()
    .where('handle', '=', `Pike-${javaScriptEnabled}`)
    .executeTakeFirstOrThrow()
  const member = { id: reader.id, handle: reader.handle, role: 'member' as const, unclaimed: false }
  await silence(site.db, member, author, 'mute')
  await page.reload()
  const words = page.locator(`#${ids[0]} > .said`)
  expect(await words.isVisible()).toBe(false)
  await page.locator(`#${ids[0]} > summary`).click()
  expect(await words.isVisible()).toBe(true)
  await endSilence(site.db, member, author)
  await page.reload()
  expect(await words.isVisible()).toBe(true)
})
