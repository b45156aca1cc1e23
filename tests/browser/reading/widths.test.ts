import { describe, expect, test } from 'vitest'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { wide } from '#tests/support/wide.ts'

const { browser, site } = await openSite()

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
    await enterAs(page, `Someone-with-a-long-name-${javaScriptEnabled ? 'yes' : 'no'}`)
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

test('on paper a post or claim is dark on white also where the screen was dark, and has nothing to press', async () => {
  const { id } = await writePost(site.db, await newMember(site.db), { title: 'On paper', body: wide })
  const page = await newWindow(browser, site, { colorScheme: 'dark' })
  await page.goto(`/posts/${id}`)
  await page.emulateMedia({ media: 'print' })
  const schemeOf = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  expect(await schemeOf()).toBe('light')
  expect(await page.locator('button:visible, .comment-foot:visible').count()).toBe(0)
  expect(await page.locator('.prose pre').evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBe(0)
  await page.goto(`/claims/${(await newCase(site.db)).claim.id}`)
  expect(await page.locator('button:visible, input:visible, .argue:visible').count()).toBe(0)
})
