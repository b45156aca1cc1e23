import { describe, expect, test } from 'vitest'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { newWindow, openSite } from '#tests/support/browser.ts'
import { newMember } from '#tests/support/claims.ts'

const { browser, site } = await openSite()

describe.each([true, false])('JavaScript %s', (javaScriptEnabled) => {
  test('the tabs of a person lead to their posts and comments, and the contents of a post to its parts', async () => {
    const author = await newMember(site.db)
    const body = '# One\n\nFirst.\n\n# Two\n\nSecond.\n\n# Three\n\nThird.'
    const { id } = await writePost(site.db, author, { title: 'In three parts', body })
    const comment = await reply(site.db, author, { kind: 'post', id }, { body: 'A word below.' })
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto(`/members/${author.handle}`)
    const main = page.getByRole('main')
    await main.getByRole('link', { name: 'Comments', exact: true }).click()
    await main.getByText('A word below.').waitFor()
    expect(await main.locator(`a[href*="${comment.id}"]`).count()).toBeGreaterThan(0)
    await main.getByRole('link', { name: 'Posts', exact: true }).click()
    await main.getByRole('link', { name: 'In three parts' }).click()
    await main.getByRole('link', { name: 'Three', exact: true }).click()
    expect(await page.locator(':target').textContent()).toContain('Three')
  })
})
