import { describe, expect, test } from 'vitest'
import { findProfile, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { askForAttribution } from '#app/features/moderation/attributions.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { joinAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'
import { faultsOn } from '#tests/support/page-faults.ts'

const { browser, site } = await openSite()

const wide = `# One

| ${'A column of several words | '.repeat(9)}
|${'---|'.repeat(9)}
| ${'words_that_do_not_break_at_all | '.repeat(9)}

## Two

\`\`\`
${'a_long_line(of_code) '.repeat(20)}
\`\`\`

## Three

1986. A year, which Markdown takes for a list.

It would rather keep to what it was first asked. ||Hidden words.|| $E = mc^2$ and a note.[^1]

[^1]: The note.
`

describe.each([true, false])('A page as it is read, JavaScript %s', (javaScriptEnabled) => {
  test('its head takes two rows on a phone and one from a tablet on, and nothing stands over the edge', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const rows = async (width: number) => {
      await page.setViewportSize({ width, height: 700 })
      await page.goto('/posts')
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      const links = await page.locator('.site-header :is(a, summary, search button):visible').all()
      const boxes = await Promise.all(links.map((link) => link.boundingBox()))
      return new Set(boxes.map((box) => Math.round(((box?.y ?? 0) + (box?.height ?? 0) / 2) / 20))).size
    }
    const seen = async () => [await rows(360), await rows(768), await rows(1024), await rows(1440)]
    expect(await seen()).toEqual([2, 1, 1, 1])
    await joinAs(page, `Someone-with-a-long-name-${javaScriptEnabled ? 'yes' : 'no'}`)
    expect(await seen()).toEqual([2, 1, 1, 1])
  })

  test('code and tables that are wider than it scroll by key', async () => {
    const { id } = await writePost(site.db, await newMember(site.db), { title: 'Wide things', body: wide })
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport: { width: 360, height: 700 } })
    await page.goto(`/posts/${id}`)
    for (const place of [page.getByRole('group', { name: 'Table' }), page.locator('.prose pre')]) {
      await place.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => place.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    }
    expect(await page.getByRole('table').count()).toBe(1)
  })
})

test('on paper a post is dark on white also where the screen was dark, and has nothing to press', async () => {
  const { id } = await writePost(site.db, await newMember(site.db), { title: 'On paper', body: wide })
  const page = await newWindow(browser, site, { colorScheme: 'dark' })
  await page.goto(`/posts/${id}`)
  await page.emulateMedia({ media: 'print' })
  const schemeOf = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  expect(await schemeOf()).toBe('light')
  expect(await page.locator('button:visible, .comment-foot:visible').count()).toBe(0)
  expect(await page.locator('.prose pre').evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBe(0)
})

const lookedAt = 'a post with all that can be written, side comments and a long thread stands up to axe'

test(lookedAt, { timeout: 120_000 }, async () => {
  const author = await newMember(site.db)
  const post = await writePost(site.db, author, { title: 'All of it', body: wide })
  const subject = { kind: 'post' as const, id: post.id }
  const exact = 'keep to what it was first asked'
  let parentId = (await reply(site.db, author, subject, { body: wide, quote: { exact } })).id
  for (let n = 0; n < 260; n++) {
    const { id } = await reply(site.db, author, subject, { body: `${100 + n}. said`, parentId })
    if (n < 50) parentId = id
  }
  const page = await newWindow(browser, site)
  expect(await faultsOn(page, [`/posts/${post.id}`])).toEqual({})
})

const askedOfAuthors = 'the pages about who wrote what stand up to axe, with somebody asked and somebody asking'

test(askedOfAuthors, { timeout: 90_000 }, async () => {
  const page = await newWindow(browser, site)
  await joinAs(page, 'Keeper')
  const keeper = await findProfile(site.db, 'Keeper')
  const post = await writePost(site.db, keeper, { title: 'Ours', body: 'By two.' })
  await inviteCoAuthor(site.db, keeper, post.id, (await newMember(site.db)).handle)
  const author = await unclaimedMember(site.db, 'Someone elsewhere')
  await askForAttribution(site.db, await newMember(site.db), author, 'I wrote these.')
  const attribution = `/members/${author.handle}/attribution`
  const asked = [`/posts/${post.id}/authors`, `/members/${author.handle}`, attribution]
  expect(await faultsOn(page, asked)).toEqual({})
  await inTransaction(site.db, (tx) =>
    tx.updateTable('members').set({ role: 'moderator' }).where('id', '=', keeper.id).execute(),
  )
  expect(await faultsOn(page, ['/attributions', attribution, '/settings', '/search?q=nowhere'])).toEqual({})
})
