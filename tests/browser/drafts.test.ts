import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { someThread } from '#tests/features/votes/threads.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, joinAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('Drafts in the browser, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  async function person(handle: string, to: string): Promise<Page> {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `${handle}-${suffix}`, to)
    return page
  }

  const save = (page: Page) => page.getByRole('button', { name: 'Keep as draft' }).click()
  const isMyDraft = (page: Page) => page.getByText('This is your draft.').waitFor()

  test('a form in which nothing is typed is not kept, and says so', async () => {
    const page = await person('Finch', '/posts/new')
    await page.getByLabel('Kind').selectOption('question')
    await save(page)
    await page.getByRole('alert').getByText('Nothing is typed here yet, so no draft is kept.').waitFor()
    expect(await page.getByLabel('Kind').inputValue()).toBe('question')
    if (javaScriptEnabled) expect(await complaintsOf(page)).toEqual([])
    expect(await draftsOf(page)).toBe(0)
  })

  test('a post is kept, found among the drafts, gone on with and published; then the draft is gone', async () => {
    const page = await person('Wren', '/posts/new')
    await page.getByLabel('Title').fill('Half a thought')
    await page.getByLabel('Body').fill('It kept\nto it.')
    await page.getByLabel('Kind').selectOption('question')
    await save(page)
    await isMyDraft(page)
    await page.goto('/drafts')
    await page.getByRole('link', { name: 'A new post' }).click()
    expect(await page.getByLabel('Body').inputValue()).toBe('It kept\nto it.')
    expect(await page.getByLabel('Kind').inputValue()).toBe('question')
    if (javaScriptEnabled) expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'Half a thought' }).waitFor()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Body').fill('Changed, not yet sent.')
    await save(page)
    await isMyDraft(page)
    await page.goto('/drafts')
    expect(await page.getByRole('link', { name: 'A new post' }).count()).toBe(0)
    await page.getByRole('link', { name: 'A change of Half a thought' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Changed, not yet sent.').waitFor()
    await page.goto('/drafts')
    await page.getByText('until you send it').waitFor()
  })

  test('an answer begun under a thread stands there again, also with more than words; a reply has its own', async () => {
    const { subject } = await someThread(site.db)
    const post = `/posts/${subject.id}`
    const page = await person('Moss', post)
    await page.getByLabel('Your answer').fill('Begun here.')
    await save(page)
    await isMyDraft(page)
    await page.goto(post)
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Begun here.')
    await page.getByRole('button', { name: 'With evidence' }).click()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Begun here.')
    await page.getByLabel('Words that you answer').fill('some words')
    await save(page)
    await page.goto(post)
    await page.getByRole('link', { name: 'Go on with it' }).click()
    expect(await page.getByLabel('Words that you answer').inputValue()).toBe('some words')
    await page.getByLabel('Words that you answer').fill('')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    const reply = page.getByRole('link', { name: 'Reply (Moss' }).first()
    await page.goto((await reply.getAttribute('href')) as string)
    expect(await page.getByLabel('Your answer').inputValue()).toBe('')
    await page.getByLabel('Your answer').fill('To myself.')
    await save(page)
    await isMyDraft(page)
    await page.getByRole('button', { name: 'Throw it away' }).click()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('')
  })

  test('back, and the button again: what is there is shown, what was typed is kept, and there is no second copy', async () => {
    const { subject } = await someThread(site.db)
    const page = await person('Twite', `/posts/${subject.id}`)
    await page.getByLabel('Your answer').fill('Said once.')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await page.getByText('Said once.').waitFor()
    await page.goto(`/posts/${subject.id}`)
    await page.getByLabel('Your answer').fill('Said once.')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await page.getByRole('alert').getByText('You have said exactly this here').waitFor()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Said once.')
    if (javaScriptEnabled) expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('alert').getByRole('link', { name: 'What is there' }).click()
    await page.getByText('Said once.').first().waitFor()
    await page.goto('/posts/new')
    await page.getByLabel('Title').fill('A post sent once')
    await page.getByLabel('Body').fill('Long words.')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'A post sent once' }).waitFor()
    await page.goBack()
    await page.getByLabel('Title').fill('A post sent once')
    await page.getByLabel('Body').fill('Long words.')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('alert').getByText('You have written a post of exactly these words').waitFor()
    expect(await draftsOf(page)).toBe(0)
  })

  test('two windows at one draft: both are offered, and nothing is lost', async () => {
    const first = await person('Pike', '/posts/new')
    const second = await first.context().newPage()
    await second.goto('/posts/new')
    for (const [page, body] of [
      [first, 'Of the first window.'],
      [second, 'Of the second window.'],
    ] as const) {
      await page.getByLabel('Body').fill(body)
      await save(page)
    }
    const choice = second.getByRole('region', { name: 'A newer draft' })
    await choice.getByText('The newer draft').click()
    await choice.getByText('Of the first window.').waitFor()
    expect(await second.getByLabel('Body').inputValue()).toBe('Of the second window.')
    await choice.getByRole('link', { name: 'Go on with the newer one' }).click()
    expect(await second.getByLabel('Body').inputValue()).toBe('Of the first window.')
    await second.getByText('1 other draft').click()
    await second.getByRole('link', { name: 'Put it into the form' }).click()
    expect(await second.getByLabel('Body').inputValue()).toBe('Of the second window.')
    await second.getByLabel('Title').fill('Second')
    await second.getByRole('button', { name: 'Publish', exact: true }).click()
    await second.getByRole('heading', { name: 'Second' }).waitFor()
    await second.goto('/posts/new')
    expect(await second.getByLabel('Body').inputValue()).toBe('Of the first window.')
    expect(await second.getByText('1 other draft').count()).toBe(0)
  })
})

const draftsOf = async (page: Page) => {
  await page.goto('/drafts')
  return page.locator('main li').count()
}

describe('Drafts as they are typed', () => {
  test('what is typed is kept soon after and as the page is left, and no ghost stays when it is sent', {
    timeout: 60_000,
  }, async () => {
    const page = await newWindow(browser, site)
    await enterAs(page, 'Lark', '/posts/new')
    await page.getByLabel('Title').fill('As typed')
    await page.getByText(/^Kept as a draft at/).waitFor()
    await page.getByLabel('Body').fill('Typed, and left at once.')
    await page.goto('/drafts')
    await expect.poll(() => page.reload().then(() => page.getByText('and left at once').count())).toBe(1)
    await page.goto('/posts/new')
    await page.route('**/api/v1/drafts/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000))
      await route.continue()
    })
    const asked = page.waitForRequest('**/api/v1/drafts/**')
    await page.getByLabel('Body').fill('Sent while it is being kept.')
    await asked
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Sent while it is being kept.').waitFor()
    await page.waitForURL(/posts\/(?!new)/)
    expect(await draftsOf(page)).toBe(0)
  })

  test('what is pasted and sent at once is kept where the form comes back, refused or for a preview', {
    timeout: 60_000,
  }, async () => {
    const { subject, author } = await someThread(site.db)
    await reply(site.db, author, subject, { body: 'To be answered.' })
    const page = await newWindow(browser, site)
    await enterAs(page, 'Snipe', '/posts/new')
    await page.getByLabel('Body').fill('Pasted, and refused at once.')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByText(/^Kept as a draft at/).waitFor()
    await page.goto('/drafts')
    await page.getByText('Pasted, and refused at once.').waitFor()
    await page.goto('/posts/new')
    await page.getByLabel('Body').fill('Pasted, and looked at.')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('not published yet').waitFor()
    await page.getByText(/^Kept as a draft at/).waitFor()
    await page.goto('/drafts')
    await page.getByText('Pasted, and looked at.').waitFor()
    expect(await page.locator('main li').count()).toBe(1)
    await page.goto(`/posts/${subject.id}`)
    await page.getByRole('link', { name: 'Reply' }).first().click()
    const here = page.locator('.answer-here')
    await here.getByLabel('Your answer').fill('Pasted, and looked at in place.')
    await here.getByRole('button', { name: 'Preview' }).click()
    await here.getByText('not published yet').waitFor()
    await here.getByText(/^Kept as a draft at/).waitFor()
    await page.goto('/drafts')
    await page.getByText('Pasted, and looked at in place.').waitFor()
  })

  test('two windows type at once: the later one is told, both are there, and either can be gone on with', {
    timeout: 60_000,
  }, async () => {
    const first = await newWindow(browser, site)
    await enterAs(first, 'Rook', '/posts/new')
    const second = await first.context().newPage()
    await second.goto('/posts/new')
    await first.getByLabel('Body').fill('Of the first window.')
    await first.getByText(/^Kept as a draft at/).waitFor()
    await second.getByLabel('Body').fill('Of the second window.')
    await second.getByText(/^Kept beside a newer draft at/).waitFor()
    await second.getByText('The newer draft').click()
    await second.locator('.draft-choice').getByText('Of the first window.').waitFor()
    expect(await complaintsOf(second)).toEqual([])
    const kept = first.waitForResponse('**/api/v1/drafts/**')
    await first.getByLabel('Body').fill('More of the first window.')
    await kept
    expect(await draftsOf(await first.context().newPage())).toBe(2)
    await second.getByLabel('Body').fill('More of the second window.')
    await second.getByRole('link', { name: 'Go on with the newer one' }).click()
    expect(await second.getByLabel('Body').inputValue()).toBe('More of the first window.')
    await second.getByText('1 other draft').waitFor()
    await expect.poll(() => second.reload().then(() => second.getByText('More of the second window.').count())).toBe(1)
  })
})

describe.each([true, false])('Sending without being signed in, JavaScript %s', (javaScriptEnabled) => {
  const suffix = javaScriptEnabled ? 'js' : 'plain'

  test('what was typed goes through a wrong password, or joining, into the form, and can be sent', {
    timeout: 60_000,
  }, async () => {
    const { subject } = await someThread(site.db)
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await joinAs(page, `Dove-${suffix}`, `/posts/${subject.id}`)
    await page.getByLabel('Your answer').fill('Typed\nwhile “signed in”.')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await page.getByText('What you typed goes with you').waitFor()
    await page.getByLabel('Handle').fill(`Dove-${suffix}`)
    await page.getByLabel('Password').fill('not this one')
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('This is your draft.').waitFor()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Typed\nwhile “signed in”.')
    await page.goto('/posts/new')
    await page.getByLabel('Title').fill('A post of a newcomer')
    await page.getByLabel('Body').fill('Long words.')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
    await page.getByLabel('Handle').fill(`Teal-${suffix}`)
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
    await page.getByText('This is your draft.').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('A post of a newcomer')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'A post of a newcomer' }).waitFor()
  })
})
