import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()
let place: string
let other: string
let otherId: string
let file: Buffer
const wide = '\\frac{a}{b} + '.repeat(30)

beforeAll(async () => {
  const member = await newMember(site.db)
  const post = await writePost(site.db, member, { title: 'What it kept to', body: 'The first words of it.' })
  other = `/posts/${post.id}`
  otherId = post.id
  const body = `Noted[^1], ||hidden words||, $x^2$.\n\n$$${wide}c$$\n\n${other}\n\n![map](https://elsewhere.example/x.png)\n\n>! More hidden\n\n[^1]: A note.`
  const all = await writePost(site.db, member, { title: 'Everything', body })
  place = `/posts/${all.id}`
  await reply(site.db, member, { kind: 'post', id: all.id }, { body: `See:\n\n${other}` })
  file = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#286' } })
    .png()
    .toBuffer()
})

describe.each([true, false])('What Markdown becomes, JavaScript %s', (javaScriptEnabled) => {
  test('footnotes, spoilers, formulas and cards are read by pointer and by key, and nothing comes from elsewhere', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(place)
    expect(await page.locator('.post math').count()).toBe(2)
    const hidden = page.getByText('hidden words', { exact: true })
    expect(await hidden.isVisible()).toBe(false)
    await page.getByRole('checkbox', { name: 'Show the spoiler' }).focus()
    await page.keyboard.press('Space')
    expect(await hidden.isVisible()).toBe(true)
    await page.getByText('Spoiler', { exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await page.getByText('More hidden').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Footnote 1', exact: true }).click()
    expect(new URL(page.url()).hash).toMatch(/^#fn-\w{10}-1$/)
    await page.getByRole('link', { name: 'Back to where footnote 1 stands' }).click()
    expect(await page.locator('.post .linked').textContent()).toContain('The first words of it.')
    expect(await page.locator('.thread .linked').count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Picture on elsewhere.example: map' }).count()).toBe(1)
    expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([])
  })

  test('a picture is brought into what one writes, and nothing typed is lost', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, javaScriptEnabled ? 'Wren' : 'Moss', '/posts/new')
    await page.getByLabel('Title').fill('With a picture')
    await page.getByLabel('Body').fill('Look:')
    await page.getByText('Picture', { exact: true }).click()
    await page.getByLabel('File').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: file })
    await page.getByLabel('What it shows').fill('A green field')
    await page.getByRole('button', { name: 'Add this picture' }).click()
    await expect.poll(() => page.getByLabel('Body').inputValue()).toMatch(/^Look:\n\n!\[A green field\]\(\/pictures\//)
    expect(await page.getByLabel('Title').inputValue()).toBe('With a picture')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const picture = page.getByRole('img', { name: 'A green field' })
    await picture.waitFor()
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.width])).toEqual([80, 80])
  })
})

test('a picture that is pasted stands in the text, and what it shows is typed next', async () => {
  const page = await newWindow(browser, site)
  await enterAs(page, 'Pike', '/posts/new')
  const body = page.getByLabel('Body')
  await body.fill('Look: ')
  await body.focus()
  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'x.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    },
    [...file],
  )
  await expect.poll(() => body.inputValue()).toMatch(/^Look: !\[what the picture shows\]\(\/pictures\//)
  await page.keyboard.type('a green field')
  expect(await body.inputValue()).toMatch(/^Look: !\[a green field\]\(\/pictures\/.*\.webp\)$/)
})

test('narrow and wide the page fits its window and stands up to axe; a card says when its post is gone', async () => {
  const page = await newWindow(browser, site)
  await page.goto(place)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(await complaintsOf(page)).toEqual([])
  }
  const author = await site.db
    .selectFrom('posts')
    .select('member_id')
    .where('id', '=', otherId)
    .executeTakeFirstOrThrow()
  await deletePost(site.db, { id: author.member_id } as Parameters<typeof deletePost>[1], otherId)
  await page.reload()
  expect(await page.locator('.post .linked').textContent()).toBe('This post was deleted.')
})
