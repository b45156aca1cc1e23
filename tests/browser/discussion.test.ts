import { beforeAll, describe, expect, test } from 'vitest'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { helpfulOnly, newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()
let excerptId: string
let claimId: string

beforeAll(async () => {
  const member = await newMember(site.db)
  const turns = [{ role: 'assistant' as const, text: 'I would rather keep to what I was first asked.' }]
  const { transcript } = await addTranscript(site.db, member, {
    title: 'A letter to the tenant who lives upstairs',
    turns,
  })
  excerptId = (await excerptOfQuote(site.db, member, transcript.id, { exact: 'what I was first asked' })).excerpt.id
  claimId = (await proposeClaim(site.db, member, helpfulOnly)).id
})

test('on a narrow screen no word stands alone before the name of the transcript that evidence is from', async () => {
  const evidence = [{ excerptId, labelId: null, note: '' }]
  const { id } = await writePost(site.db, await newMember(site.db), {
    title: 'A reading',
    body: 'It kept to it.',
    evidence,
  })
  const page = await newWindow(browser, site, { viewport: { width: 320, height: 800 } })
  await page.goto(`/posts/${id}`)
  const name = page.getByRole('link', { name: 'A letter to the tenant who lives upstairs' })
  const [before, first] = await name.evaluate((link) => {
    const range = document.createRange()
    range.selectNode(link.previousSibling as Node)
    return [range, link].map((one) => one.getClientRects()[0]?.bottom as number) as [number, number]
  })
  expect(Math.abs(before - first)).toBeLessThan(8)
  expect(await complaintsOf(page)).toEqual([])
  await page.context().close()
})

describe.each([true, false])('Discussion in the browser, JavaScript %s', (javaScriptEnabled) => {
  const names = javaScriptEnabled ? ['Wren', 'Moss'] : ['Pike', 'Lark']
  const person = async (handle: string, to: string) => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, handle, to)
    return page
  }

  test('a member argues in a post with evidence, a second answers and votes', async () => {
    const author = await person(names[0] as string, `/posts/new?excerpt=${excerptId}`)
    await author.getByLabel('Title').fill('It kept to the first intent')
    await author.getByLabel('Body').fill('# Why\n\nIt *says* so.')
    await author.getByText('What it argues').click()
    await author.getByLabel('Claim').selectOption(claimId)
    await author.getByRole('button', { name: 'Use this claim' }).click()
    expect(await author.getByLabel('Title').inputValue()).toBe('It kept to the first intent')
    await author.getByLabel('Framing', { exact: true }).selectOption('goal guarding')
    await author.getByLabel('Standpoint', { exact: true }).selectOption('relative to Intent_1')
    await author.getByRole('button', { name: 'Preview' }).click()
    await author.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Why' }).waitFor()
    await author.getByRole('button', { name: 'Publish', exact: true }).click()
    await author.getByText('Argues that goal guarding fits, relative to Intent_1').waitFor()
    expect(await author.locator('.evidence mark').textContent()).toBe('what I was first asked')
    expect(await author.getByRole('button', { name: 'Worth reading' }).count()).toBe(0)

    const post = new URL(author.url()).pathname
    const reader = await person(names[1] as string, post)
    await reader.getByLabel('Your answer').fill('I read it otherwise.')
    await reader.getByRole('button', { name: 'Answer' }).click()
    await reader.getByText('I read it otherwise.').waitFor()
    expect(new URL(reader.url()).hash).toMatch(/^#c-/)
    await reader.getByRole('button', { name: 'Worth reading', exact: true }).click()
    await reader.locator('button[aria-pressed=true]').waitFor()
    expect(await reader.locator('.post .net').textContent()).toBe('1')
    await reader.locator('button[aria-pressed=true]').click()
    await expect.poll(() => reader.locator('.post .net').textContent()).toBe('0')

    await author.goto(`${post}?sort=new`)
    await author.getByRole('link', { name: `Reply (${names[1]})` }).click()
    const form = author.locator(javaScriptEnabled ? '.answer-here' : 'main')
    await form.getByLabel('Your answer').fill('How?')
    await form.getByRole('button', { name: 'Answer' }).click()
    await author.locator('.thread .thread').getByText('How?').waitFor()
    await author.getByRole('button', { name: 'I agree' }).click()
    await author.locator('button[aria-pressed=true]').waitFor()
  })

  test('a refused post keeps what was typed and names the row', async () => {
    const page = await person(`${names[0]}2`, '/posts/new')
    await page.getByLabel('Title').fill('Half a post')
    await page.getByLabel('Body').fill('Some words.')
    await page.getByText('Evidence', { exact: true }).click()
    await page.getByLabel('Excerpt', { exact: true }).fill('nothing')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('There is no such excerpt.').waitFor()
    expect(await page.getByLabel('Body').inputValue()).toBe('Some words.')
    await page.getByLabel('Excerpt', { exact: true }).fill(`https://elsewhere.example/excerpts/${excerptId}`)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'Half a post' }).waitFor()
  })

  test('an author edits and deletes; history and tombstone stay', async () => {
    const page = await person(`${names[0]}3`, '/posts/new')
    await page.getByLabel('Title').fill('First words')
    await page.getByLabel('Body').fill('One.')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Body').fill('Two.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: /^edited/ }).click()
    expect(await page.locator('.revision > .as-written').allTextContents()).toEqual(['Two.', 'One.'])
    await page.goBack()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByRole('button', { name: 'Delete this post' }).click()
    await page.getByRole('heading', { name: 'A deleted post' }).waitFor()
  })
})
