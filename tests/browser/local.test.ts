import { beforeAll, expect, test } from 'vitest'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newClient } from '#tests/support/site.ts'

const { browser, site } = await openSite()
let path: string

beforeAll(async () => {
  const author = await newClient(site, 'Wren')
  const { body } = await author.call('POST', '/posts', { title: 'שני פירושים', body: 'One way.\n\nوأخرى.' })
  path = `/posts/${body.id}`
  const say = (words: string) => author.call('POST', `/threads/post/${body.id}/comments`, { body: words })
  await say('המודל ידע שהוא נבחן.\n\n- סיבה ראשונה')
  await say('It knew that it was tested.')
})

test('words from right to left stand right, each in its own direction, in a page that reads from the left', async () => {
  const page = await newWindow(browser, site, { javaScriptEnabled: true })
  await page.goto(path)
  const directions = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).direction))
  expect(await directions('main h1')).toEqual(['rtl'])
  expect((await directions('.said .prose')).sort()).toEqual(['ltr', 'rtl'])
  const startsAt = await page.locator('main article .prose > p').evaluateAll((paragraphs) =>
    paragraphs.map((one) => {
      const words = document.createRange()
      words.selectNodeContents(one)
      const [text, box] = [words.getBoundingClientRect(), one.getBoundingClientRect()]
      return text.left - box.left < box.right - text.right ? 'left' : 'right'
    }),
  )
  expect(startsAt).toEqual(['left', 'right'])
})

test('times and numbers are written as the reader’s browser does, and what searches are told breaks no rule of the page', async () => {
  const page = await newWindow(browser, site, { locale: 'de-DE', timezoneId: 'Asia/Tokyo' })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(path)
  const time = page.locator('main time').first()
  const at = new Date((await time.getAttribute('datetime')) as string)
  const german = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'Asia/Tokyo' } as const
  expect(await time.textContent()).toBe(new Intl.DateTimeFormat('de-DE', german).format(at))
  expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1)
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p><data value="12345">12,345</data></p>')
  })
  await expect.poll(() => page.locator('data').textContent()).toBe('12.345')
  expect(complaints).toEqual([])
})
