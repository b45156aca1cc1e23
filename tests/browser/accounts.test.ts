import { describe, expect, test } from 'vitest'
import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { inTransaction } from '#db/transaction.ts'
import { enterAs, joinAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

describe.each([true, false])('Accounts in the browser, JavaScript %s', (javaScriptEnabled) => {
  const handle = javaScriptEnabled ? 'Plover' : 'Dunlin'

  test('a person joins, signs out and signs in again', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await joinAs(page, handle)
    await page.locator('.own summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Handle').fill(handle)
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.locator('.own summary').getByText(handle).waitFor()
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
    await enterAs(page, own, `/members/${own}`)
    await page.getByText('keeps ballots private').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('About you').fill('Reads <b>slowly</b>.')
    await page.getByLabel('Show my ballots').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'What others see of you' }).click()
    await page.getByText('shows ballots with name and reason').waitFor()
    expect(await page.locator('p.prose').innerText()).toBe('Reads <b>slowly</b>.')
    const other = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(other, `${handle}-3`, `/members/${own}`)
    expect(await other.getByRole('main').getByRole('link', { name: 'Settings' }).count()).toBe(0)
  })

  test('a member changes the password and ends another window’s session', async () => {
    const [page, other] = [
      await newWindow(browser, site, { javaScriptEnabled }),
      await newWindow(browser, site, { javaScriptEnabled, userAgent: 'Firefox/128.0 (Windows)' }),
    ]
    const own = `${handle}-16`
    await joinAs(page, own, '/settings')
    const signInElsewhere = async (password: string) => {
      await other.goto('/sign-in?to=/settings')
      await other.getByLabel('Handle').fill(own)
      await other.getByLabel('Password').fill(password)
      await other.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
      await other.waitForURL('/settings')
    }
    await signInElsewhere('a long enough password')
    await page.getByRole('link', { name: 'How you sign in, and where' }).click()
    await page.getByRole('button', { name: 'End Firefox on Windows' }).click()
    await page.getByText('Firefox on Windows').waitFor({ state: 'detached' })
    await other.goto('/settings')
    expect(new URL(other.url()).pathname).toBe('/sign-in')
    await signInElsewhere('a long enough password')
    await page.getByLabel('Password that you have now').fill('not this one')
    await page.getByLabel('New password').fill('an even longer password')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('This is not your password.').waitFor()
    await page.getByLabel('Password that you have now').fill('a long enough password')
    await page.getByLabel('New password').fill('an even longer password')
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('you are signed out everywhere else').waitFor()
    await other.goto('/settings')
    await signInElsewhere('an even longer password')
  })

  test('a member confirms an address by a letter, and by another sets a password that was lost', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const own = `${handle}-17`
    const address = `${own.toLowerCase()}@example.org`
    const linkOf = async (purpose: string) => {
      const letters = () => site.db.selectFrom('outbox').selectAll().where('recipient', '=', address).execute()
      const find = async () =>
        (await letters()).map(({ text }) => new RegExp(`/letters/${purpose}/\\S+`).exec(text)?.[0])
      await expect.poll(async () => (await find()).some(Boolean)).toBe(true)
      return (await find()).find(Boolean) as string
    }
    await joinAs(page, own, '/settings/sign-in')
    await page.getByLabel('E-mail address').fill(address)
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await page.getByText('A letter is on its way.').waitFor()
    await page.goto(await linkOf('confirm'))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText(`Mail goes to ${address}.`).waitFor()
    const visitor = await newWindow(browser, site, { javaScriptEnabled })
    await visitor.goto('/sign-in')
    await visitor.getByRole('link', { name: 'I forgot my password' }).click()
    await visitor.getByLabel('Handle or e-mail address').fill(own)
    await visitor.getByRole('button', { name: 'Send the letter' }).click()
    await visitor.getByText('a letter is on its way there').waitFor()
    await visitor.goto(await linkOf('reset'))
    await visitor.getByLabel('New password').fill('another long password')
    await visitor.getByRole('button', { name: 'Set password' }).click()
    await visitor.getByText('The password is set: sign in with it.').waitFor()
    await visitor.getByLabel('Handle').fill(own)
    await visitor.getByLabel('Password').fill('another long password')
    await visitor.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await visitor.locator('.own summary').getByText(own).waitFor()
  })

  test('a member changes the handle: a taken one is refused, and the old address leads on', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    const [old, next] = [`${handle}-4`, `${handle}-5`]
    await enterAs(page, old, '/settings')
    await page.getByLabel('Handle').fill(`${handle}-2`)
    await page.getByRole('button', { name: 'Change handle' }).click()
    await page.getByText('is taken').waitFor()
    await page.getByLabel('Handle').fill(next)
    await page.getByRole('button', { name: 'Change handle' }).click()
    await page.locator('.own summary').getByText(next).waitFor()
    await page.goto(`/members/${old}`)
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/members/${next}`)
  })

  test('a member blocks another, sees it in the settings and ends it there', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `${handle}-6`, `/members/${handle}-2`)
    await page.getByText('Mute or block').click()
    await page.getByRole('button', { name: 'Block' }).click()
    await page.getByText(`You block ${handle}-2.`).waitFor()
    await page.goto('/settings')
    await page.getByRole('button', { name: `Unblock ${handle}-2` }).click()
    await page.getByText('Nobody. On the page').waitFor()
  })

  test('who wrote what was imported asks for it, and a moderator grants it', async () => {
    const author = await unclaimedMember(site.db, `${handle} elsewhere`)
    await writePost(site.db, author, { title: `Imported of ${handle}`, body: 'x' })
    const page = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(page, `${handle}-7`, `/members/${author.handle}`)
    await page.getByRole('link', { name: 'Is this you?' }).click()
    await page.getByLabel(`Why ${author.handle} is you`).fill('It says so on my page there.')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('You have asked.').waitFor()

    const moderating = await newWindow(browser, site, { javaScriptEnabled })
    await enterAs(moderating, `${handle}-8`)
    await inTransaction(site.db, (tx) =>
      tx.updateTable('members').set({ role: 'moderator' }).where('handle', '=', `${handle}-8`).execute(),
    )
    await moderating.goto('/attributions')
    await moderating.getByText('It says so on my page there.').waitFor()
    await moderating.getByRole('button', { name: 'Grant' }).click()
    await moderating.getByRole('heading', { level: 1, name: `${handle}-7` }).waitFor()
    await moderating.getByRole('link', { name: `Imported of ${handle}` }).waitFor()
    await moderating.goto(`/members/${author.handle}`)
    expect(new URL(moderating.url()).pathname).toBe(`/members/${handle}-7`)
  })
})

test('a member adds a passkey, signs in with it, and removes it', async () => {
  const page = await newWindow(browser, site)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const device = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const options = { ...device, isUserVerified: true, automaticPresenceSimulation: true }
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  await joinAs(page, 'Knot', '/settings/sign-in')
  await page.getByLabel('Name of the passkey').fill('Desk')
  await page.getByLabel('Password, to add it').fill('not this one')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('This is not your password.').waitFor()
  await page.getByLabel('Password, to add it').fill('a long enough password')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added').waitFor()
  await page.getByText('not used yet').waitFor()

  await page.locator('.own summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?to=/settings/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('/settings/sign-in')
  await page.getByText('last used').first().waitFor()
  await page.getByLabel('Password, to add it').fill('a long enough password')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('This device has a passkey of yours already.').waitFor()

  await page.getByText('Remove Desk').first().click()
  await page.getByLabel('Password, to remove it').fill('a long enough password')
  await page.getByRole('button', { name: 'Remove Desk' }).click()
  await page.getByText('The passkey is removed.').waitFor()
  expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey was not accepted.').waitFor()

  const plain = await newWindow(browser, site, { javaScriptEnabled: false })
  await plain.goto('/sign-in')
  expect(await plain.getByText('Sign in with a passkey').isVisible()).toBe(false)
})
