import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('Posts in the browser, JavaScript %s', (javaScriptEnabled) => {
  const names = javaScriptEnabled ? ['Teal', 'Rook'] : ['Swan', 'Dove']
  const person = async (handle: string, to: string) => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, handle, to)
    return page
  }

  // axe runs in the page.
  const faultsOn = async (page: Page) => (javaScriptEnabled ? complaintsOf(page) : [])

  test('a post waits, gets a co-author, is published, compared, deleted and restored', {
    timeout: 60_000,
  }, async () => {
    const friend = await person(names[1] as string, '/posts/mine')
    const author = await person(names[0] as string, '/posts/new')
    await author.getByLabel('Title').fill('In its own words')
    await author.getByLabel('Body').fill('# One\n\nx\n\n# Two\n\nx\n\n# Three\n\nIt kept to it.')
    await author.getByRole('button', { name: 'Save unpublished' }).click()
    await author.getByText('Not published: only its authors').waitFor()
    const post = new URL(author.url()).pathname
    expect((await friend.goto(post))?.status()).toBe(404)
    await author.getByRole('link', { name: 'Authors', exact: true }).click()
    await author.getByLabel('Ask a member').fill(names[1] as string)
    await author.getByRole('button', { name: 'Ask' }).click()
    await author.getByText('was asked').waitFor()
    await friend.goto('/posts/mine')
    await friend.getByRole('link', { name: 'In its own words' }).click()
    await friend.getByRole('button', { name: 'Accept' }).click()
    await friend.getByRole('link', { name: 'Edit', exact: true }).click()
    await friend.getByLabel('Body').fill('# One\n\nx\n\n# Two\n\nx\n\n# Three\n\nIt held to it.')
    await friend.getByRole('button', { name: 'Save', exact: true }).click()
    await author.goto(post)
    await author.getByRole('button', { name: 'Publish' }).click()
    await author.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Three' }).click()
    expect(new URL(author.url()).hash).toBe('#h-three')
    expect(await author.locator('.authors').first().textContent()).toBe(`${names[0]} and ${names[1]}`)
    await author.goto(`${post}/history?from=1&to=2`)
    expect(await author.locator('.diff del').textContent()).toContain('kept')
    expect(await author.locator('.diff ins').textContent()).toContain('held')
    expect(await faultsOn(author)).toEqual([])
    await author.goto(`${post}/edit`)
    await author.getByRole('button', { name: 'Delete this post' }).click()
    await author.getByRole('button', { name: 'Restore this post' }).click()
    await author.getByRole('heading', { name: 'In its own words' }).waitFor()
  })
})
