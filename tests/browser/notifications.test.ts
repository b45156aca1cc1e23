import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { changeAddress, findProfile } from '#app/features/accounts/accounts.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { sendingBy } from '#app/features/mail/transport.server.ts'
import { goRound } from '#app/features/notifications/rounds.server.ts'
import { quiet } from '#tests/features/notifications/notified.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'
import { openPostOffice } from '#tests/support/post-office.ts'

const { browser, site } = await openSite()
const office = await openPostOffice()
afterAll(() => office.close())

const round = () =>
  goRound({ db: site.db, origin: site.address, send: sendingBy(office.url, site.address), log: quiet })

async function inAWeek(work: () => Promise<void>) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 24 * 3_600_000 })
  await work().finally(() => vi.useRealTimers())
}

const bell = (page: Page, name: string) => page.getByRole('banner').getByRole('link', { name, exact: true })

describe.each([true, false])('Notifications in the browser, JavaScript %s', (javaScriptEnabled) => {
  const handle = javaScriptEnabled ? 'Wren' : 'Pike'

  test('one follows a thread, sees what is new, opens it, and marks the rest as read', async () => {
    const author = await newMember(site.db)
    const { id } = await writePost(site.db, author, { title: 'A reading', body: 'Words.' })
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, handle, `/posts/${id}`)
    await page.getByRole('button', { name: 'Follow', pressed: false }).click()
    await page.getByRole('button', { name: 'Follow', pressed: true }).waitFor()
    for (const body of ['One.', 'Two.', 'Three.']) await reply(site.db, author, { kind: 'post', id }, { body })
    await round()

    await page.goto('/')
    await bell(page, 'Notifications, 3 unread').click()
    await page.getByRole('heading', { name: 'Notifications' }).waitFor()
    const items = page.locator('.notifications > li')
    expect(await items.count()).toBe(3)
    expect(await items.first().textContent()).toContain(`${author.handle} commented under A reading`)
    await items.first().getByRole('link', { name: 'A reading' }).click()
    await page.waitForURL(new RegExp(`/posts/${id}`))
    await bell(page, 'Notifications, 2 unread').click()
    await page.locator('.unread').first().getByRole('button', { name: 'Mark as read' }).click()
    await bell(page, 'Notifications, 1 unread').waitFor()
    expect(await page.locator('.unread').count()).toBe(1)
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await bell(page, 'Notifications').waitFor()
    expect(await page.locator('.unread').count()).toBe(0)
  })

  test('one wishes for a digest, gets it, and stops it without signing in', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `${handle}-reads`, '/settings/notifications')
    await page.getByLabel('A digest by mail').selectOption('every day')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('A digest needs an address to go to.').waitFor()
    await changeAddress(site.db, await findProfile(site.db, `${handle}-reads`), `${handle}@example.org`)
    await page.getByLabel('A digest by mail').selectOption('every day')
    await page.getByLabel('Mentions by mail').uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await page.getByLabel('Mentions by mail').isChecked()).toBe(false)
    expect(await page.getByLabel('Replies by mail').isChecked()).toBe(true)

    const member = await site.db
      .selectFrom('members')
      .selectAll()
      .where('handle', '=', `${handle}-reads`)
      .executeTakeFirstOrThrow()
    const reader = { id: member.id, handle: member.handle, role: member.role, unclaimed: false }
    const { id } = await writePost(site.db, reader, { title: 'Mine', body: 'Words.' })
    await reply(site.db, await newMember(site.db), { kind: 'post', id }, { body: 'An answer.' })
    await round()
    await inAWeek(round)
    const digest = () => office.mails.find(({ to }) => to?.[0]?.address === `${handle}@example.org`)
    // The site sends by itself too: what it took is under way.
    await expect.poll(digest).toBeDefined()
    const address = /https?:\S+\/unsubscribe\/\S+/.exec(digest()?.text ?? '')?.[0] as string
    const frequency = async () =>
      (await site.db.selectFrom('digests').selectAll().where('member_id', '=', member.id).executeTakeFirst())?.frequency

    // What looks at mails for people opens links; that changes nothing.
    expect((await fetch(address)).status).toBe(200)
    expect(await frequency()).toBe('daily')
    if (javaScriptEnabled) {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      expect(await fetch(address, { method: 'POST', body, redirect: 'manual' })).toMatchObject({ status: 200 })
    } else {
      const visitor = await newWindow(browser, site, { javaScriptEnabled })
      await visitor.goto(address)
      await visitor.getByRole('button', { name: 'Stop them' }).click()
      await visitor.getByText('gets no more digests').waitFor()
    }
    expect(await frequency()).toBe('none')
  })
})
