import { expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

async function aPostWithAnAnswer(bird: string) {
  const wren = await newMember(site.db)
  const { id } = await writePost(site.db, wren, { kind: 'essay', title: `On the ${bird}`, body: `A ${bird}, *seen*.` })
  const answer = await reply(site.db, wren, { kind: 'post', id }, { body: `No ${bird} was there.` })
  return { id, answer }
}

test.each([
  ['with script', true],
  ['without script', false],
])('a word typed into the box of any page leads to what has it, %s', async (_, javaScriptEnabled) => {
  const bird = javaScriptEnabled ? 'nightjar' : 'bittern'
  const { answer } = await aPostWithAnAnswer(bird)
  const page = await newWindow(browser, site, { javaScriptEnabled })
  await page.goto('/posts')
  await page.getByRole('searchbox', { name: 'Search the site' }).fill(bird)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  expect(await page.getByRole('navigation', { name: 'Kinds of results' }).innerText()).toMatch(
    /All\s+2\s+Posts\s+1\s+Comments\s+1/,
  )
  expect(await page.locator('.snippet mark').allInnerTexts()).toEqual([bird, bird])
  await page.getByRole('link', { name: /Comments/ }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: `On On the ${bird}` })
    .click()
  await page.waitForURL((url) => url.pathname.startsWith('/posts/') || url.pathname.includes(answer.id))
  expect(await page.getByText(`No ${bird} was there.`).count()).toBe(1)
})

test('a slip of the finger is put right by one link, and a narrow window has the way to the page', async () => {
  await aPostWithAnAnswer('wigeon')
  const page = await newWindow(browser, site, { viewport: { width: 360, height: 700 }, javaScriptEnabled: false })
  await page.goto('/')
  await page
    .getByRole('button', { name: 'Search the site' })
    .or(page.getByRole('button', { name: 'Search' }))
    .click()
  await page.getByRole('searchbox', { name: 'Search for' }).fill('wigoen')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'wigeon' }).click()
  expect(await page.locator('.search-results > li').count()).toBe(2)
})

test('“/” brings one to the box', async () => {
  const page = await newWindow(browser, site, { viewport: { width: 1280, height: 700 } })
  for (const [path, name] of [
    ['/posts', 'Search the site'],
    ['/search', 'Search for'],
  ] as const) {
    await page.goto(path)
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q')
    expect(await page.getByRole('searchbox', { name }).inputValue()).toBe('')
  }
})
