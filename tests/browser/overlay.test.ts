import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findMember, memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { silence } from '#app/features/accounts/silences.server.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { follow } from '#app/features/notifications/follows.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

/** That both are the same; what is unread in the header may have come between. */
async function isAsOwn(page: Page) {
  const { laid, own } = await both(page)
  if (laid.length !== own.length) await page.reload()
  const again = laid.length === own.length ? { laid, own } : await both(page)
  expect(again.laid).toEqual(again.own)
}

/** The page as it stands, once what is the reader's own is laid over it, beside the one that is made for them alone. */
async function both(page: Page) {
  await page.waitForFunction(() => !document.documentElement.dataset.overlay)
  return page.evaluate(async () => {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    const own = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const linesOf = (from: Document) => {
      const [body] = [from.body.cloneNode(true) as HTMLElement]
      // As each reader's browser writes them: see ui/browser/local.ts.
      for (const time of body.querySelectorAll('time')) time.replaceChildren(time.dateTime)
      for (const time of body.querySelectorAll('time')) time.removeAttribute('title')
      body.normalize()
      return body.innerHTML
        .replace(/<!--.*?-->/g, '')
        .replace(/(<\w|<\/)/g, '\n$1')
        .split('\n')
        .map((line) => line.trimEnd())
    }
    return { laid: linesOf(document), own: linesOf(own) }
  })
}

/** Not by who has just written there. */
const isShared = async (page: Page, path: string) => {
  await page.context().clearCookies({ name: 'own' })
  const answer = await page.goto(path)
  return ((await answer?.text()) ?? '').includes('data-overlay=')
}

test('A thread that all members share shows each what is their own, as the page made for them does', async () => {
  const { db } = site
  const { subject } = await someThread(db)
  const path = `/posts/${subject.id}`
  const writer = await someMember(db)
  const old = [
    await reply(db, writer, subject, { body: 'First' }),
    await reply(db, writer, subject, { body: 'Second' }),
  ]
  const page = await newWindow(browser, site)
  await enterAs(page, 'laid-over')
  const reader = (await memberOfHandle(db, 'laid-over')) as Member
  expect(await isShared(page, path)).toBe(true)
  expect(site.pages.texts().join('')).not.toContain('laid-over')
  await isAsOwn(page)
  await expect.poll(() => page.locator('.own summary').textContent()).toBe('laid-over')

  await reply(db, reader, subject, { body: 'Mine', parentId: old[0]?.id })
  await vote(db, reader, { kind: 'comment', id: old[0]?.id as string }, 'agreement', -1)
  await vote(db, reader, { kind: 'comment', id: old[1]?.id as string }, 'approval', 1)
  await vote(db, reader, { kind: 'post', id: subject.id }, 'approval', 1)
  await follow(db, reader, { kind: 'post', id: subject.id })
  // As if the visit had been an hour ago.
  const past = { last_at: Date.now() - 3_600_000 }
  await inTransaction(
    db,
    async (tx) => void (await tx.updateTable('visits').set(past).where('member_id', '=', reader.id).execute()),
  )
  await reply(db, writer, subject, { body: 'Newer', parentId: old[1]?.id })
  await reply(db, writer, subject, { body: 'Newest' })
  expect(await isShared(page, path)).toBe(true)
  await isAsOwn(page)
  expect(await page.locator('.is-new').count()).toBe(4)
  expect(await page.getByRole('link', { name: /^Edit/ }).count()).toBe(1)

  // What is pressed is taken back, and what is typed is there again.
  await page.getByRole('button', { name: 'Worth reading', exact: true, pressed: true }).first().click()
  await expect.poll(() => page.locator(`#v-post-${subject.id} [aria-pressed="true"]`).count()).toBe(0)
  await page.getByLabel('Your answer').fill('Half a thought')
  await page.getByText(/Kept as a draft/).waitFor()
  expect(await isShared(page, path)).toBe(true)
  await expect.poll(() => page.getByLabel('Your answer').inputValue()).toBe('Half a thought')
  await isAsOwn(page)

  // Somebody whom the reader does not hear: a page of their own, and then always.
  await silence(db, reader, await findMember(db, writer.id), 'mute')
  await page.goto(path)
  await page
    .getByText(/folded: you muted/)
    .first()
    .waitFor()
  expect(await (await page.reload())?.text()).not.toContain('data-overlay=')
})

test('Who wrote the post, or signed out meanwhile, is sent the page that is theirs', async () => {
  const { db } = site
  const page = await newWindow(browser, site)
  await enterAs(page, 'its-author')
  const author = (await memberOfHandle(db, 'its-author')) as Member
  const { subject } = await someThread(db)
  const said = await reply(db, author, subject, { body: 'Never mind' })
  await deleteComment(db, author, said.id)
  await page.goto(`/posts/${subject.id}`)
  await page.getByRole('button', { name: 'Restore it' }).waitFor()
  const { subject: other } = await someThread(db)
  await page.goto(`/posts/${other.id}`)
  await inTransaction(
    db,
    async (tx) => void (await tx.deleteFrom('sessions').where('member_id', '=', author.id).execute()),
  )
  await page.goto(`/posts/${other.id}`)
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  expect(await page.locator('.own').count()).toBe(0)
})
