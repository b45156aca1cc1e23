import { describe, expect, test } from 'vitest'
import { joinAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('Accounts in the browser, JavaScript %s', (javaScriptEnabled) => {
  const handle = javaScriptEnabled ? 'Plover' : 'Dunlin'

  test('a person joins, signs out and signs in again', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await joinAs(page, handle)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Handle').fill(handle)
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: handle }).waitFor()
  })

  test('a refused form keeps what was typed and says what was wrong', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await page.goto('/join')
    await page.getByLabel('Handle').fill('not a handle')
    await page.getByLabel('Password').fill('short')
    await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
    await page.getByText('A handle has 2 to 40 letters').waitFor()
    await page.getByText('A password has at least 8 characters.').waitFor()
    expect(await page.getByLabel('Handle').inputValue()).toBe('not a handle')
  })

  test('a member says something of themselves and chooses to show ballots; nobody else can', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const own = `${handle}-2`
    await joinAs(page, own, `/members/${own}`)
    await page.getByText('keeps ballots private').waitFor()
    await page.getByText('What others see of you').click()
    await page.getByLabel('About you').fill('Reads <b>slowly</b>.')
    await page.getByLabel('Show my ballots').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('shows ballots with name and reason').waitFor()
    expect(await page.locator('p.prose').innerText()).toBe('Reads <b>slowly</b>.')

    const other = await newWindow(browser, site, { javaScriptEnabled })
    await joinAs(other, `${handle}-3`, `/members/${own}`)
    expect(await other.getByText('What others see of you').count()).toBe(0)
    const answer = await other.request.post(`/members/${own}`, { form: { bio: 'forged' } })
    expect(answer.status()).toBe(403)
  })
})
