import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

const body =
  'It wrote *first* to them.\n\nThen it said: I would rather **keep to** what I was first asked. Nobody answered.'
const words = 'I would rather keep to what I was first asked'

/** Selects words in the first element that matches, as a mouse does. */
async function select(page: Page, selector: string, exact: string) {
  await page.evaluate(
    ([selector, exact]) => {
      const element = document.querySelector(selector as string) as Element
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const [first, last] = [(exact as string).split(' ')[0], (exact as string).split(' ').at(-1)] as [string, string]
      for (let begun = false; texts.nextNode(); ) {
        const node = texts.currentNode as Text
        const at = node.data.indexOf(first)
        if (!begun && at >= 0) {
          range.setStart(node, at)
          begun = true
        }
        const end = node.data.lastIndexOf(last)
        if (begun && end >= 0) range.setEnd(node, end + last.length)
      }
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    },
    [selector, exact],
  )
}

describe('Quoting in the browser', () => {
  test('words selected in a post are answered, and lead back to where they stand, also after an edit', async () => {
    const author = await newMember(site.db)
    const post = await writePost(site.db, author, { title: 'A letter', body })
    const page = await newWindow(browser, site)
    await enterAs(page, 'Quoter', `/posts/${post.id}`)
    await select(page, '.post > .prose', 'keep to what')
    await page.getByRole('button', { name: 'Quote' }).click()
    expect(await page.getByLabel('Words that you answer').inputValue()).toBe('keep to what')
    await page.getByLabel('Your answer').fill('Which was that?')
    await page.getByRole('button', { name: 'Preview' }).last().click()
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByText('Which was that?').first().waitFor()
    expect(await page.locator('.post .quoted').allTextContents()).toEqual(['keep to', ' what'])
    const place = await page.getByRole('link', { name: 'In place' }).getAttribute('href')
    await page.goto(place as string)
    expect(await page.locator('.quoted:target').textContent()).toBe('keep to')

    await editPost(site.db, author, post.id, { body: `More before it. ${body.replace('keep to', 'kept to')}` })
    await page.reload()
    await page.getByText('Approximate: the words were changed since.').waitFor()
    await page.getByRole('link', { name: 'As quoted, in revision 1' }).click()
    await page.getByRole('heading', { name: 'History' }).waitFor()
  })

  test('words selected in a comment are answered there; where nothing can be answered there is no button', async () => {
    const author = await newMember(site.db)
    const post = await writePost(site.db, author, { title: 'A letter', body })
    const subject = { kind: 'post' as const, id: post.id }
    const first = await reply(site.db, author, subject, { body: 'I read *that* quite otherwise.' })
    const page = await newWindow(browser, site)
    await enterAs(page, 'Second', `/posts/${post.id}`)
    await select(page, '.said > .prose', 'read that quite')
    await page.getByRole('button', { name: 'Quote' }).click()
    await page.getByLabel('Your answer').fill('How?')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.locator(`#c-${first.id} .thread .quote-above`).getByText('read that quite').waitFor()
    expect(await page.locator(`#c-${first.id} .quoted`).allTextContents()).toEqual(['read ', 'that', ' quite'])
    await select(page, 'h1', 'letter')
    await page.waitForTimeout(300)
    expect(await page.getByRole('button', { name: 'Quote' }).count()).toBe(0)
  })

  test('words of a transcript are discussed under their excerpt', async () => {
    const author = await newMember(site.db)
    const turns = [{ role: 'assistant' as const, text: 'I would rather not be changed at all.' }]
    const { transcript } = await addTranscript(site.db, author, { title: 'A talk', turns })
    const page = await newWindow(browser, site)
    await enterAs(page, 'Third', `/transcripts/${transcript.id}`)
    await select(page, '.turn-words', 'rather not')
    await page.getByRole('button', { name: 'Discuss these words' }).click()
    await page.getByLabel('Your answer').fill('Rather than what?')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.waitForURL(/\/excerpts\//)
    await page.getByText('Rather than what?').waitFor()
  })
})

describe.each([true, false])('Quotes on a page, JavaScript %s', (javaScriptEnabled) => {
  test('stand level with the words on a wide page, and as a number on a phone', async () => {
    const author = await newMember(site.db)
    const post = await writePost(site.db, author, {
      title: 'A letter',
      body: `${'Before it. '.repeat(200)}\n\n${body}`,
    })
    const subject = { kind: 'post' as const, id: post.id }
    const comment = await reply(site.db, author, subject, { body: 'Was it asked?', quote: { exact: words } })
    const viewport = { width: 1440, height: 900 }
    const page = await newWindow(browser, site, { javaScriptEnabled, viewport })
    await page.goto(`/posts/${post.id}`)
    const note = page.getByRole('note', { name: 'Side comment' })
    const [beside, quoted] = [await note.boundingBox(), await page.locator('.post .quoted').first().boundingBox()]
    expect(Math.abs((beside?.y ?? 0) - (quoted?.y ?? 999))).toBeLessThan(20)
    expect(beside?.x).toBeGreaterThan((quoted?.x ?? 999) + 300)
    expect((beside?.x ?? 0) + (beside?.width ?? 999)).toBeLessThan(1440)
    await note.getByRole('link').click()
    await page.waitForURL(new RegExp(`#c-${comment.id}$`))

    await page.setViewportSize({ width: 360, height: 740 })
    expect(await note.isVisible()).toBe(false)
    const mark = page.getByRole('link', { name: /said of these words$/ })
    await mark.click()
    expect(new URL(page.url()).hash).toBe(`#c-${comment.id}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  test('are typed where nothing is selected', async () => {
    const author = await newMember(site.db)
    const post = await writePost(site.db, author, { title: 'A letter', body })
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, javaScriptEnabled ? 'Typist' : 'Typist2', `/comments/new?on=post.${post.id}`)
    await page.getByLabel('Words that you answer').fill('i would rather keep to what i was first asked')
    await page.getByLabel('Your answer').fill('Was it?')
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByText('Approximate: not word for word what stands there.').waitFor()
    await page.getByRole('link', { name: 'In place' }).click()
    expect(await page.locator('.quoted:target').textContent()).toBe('I would rather ')
  })
})
