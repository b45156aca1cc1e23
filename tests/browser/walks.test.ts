import type { FileChooser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addWithoutPassword, join as joinHouse } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { newWindow, openSite, signInAs } from '#tests/support/browser.ts'
import { demoDatabase } from '#tests/support/engines.ts'
import { follow, press, tabTo, type } from '#tests/support/keyboard.ts'
import { startSite } from '#tests/support/site.ts'

const { browser, site } = await openSite({}, await demoDatabase('sqlite'))

const password = 'a long enough password'

async function firstOf(table: 'claims' | 'posts') {
  const rows = site.db.selectFrom(table).select('id').orderBy('id')
  return (await rows.executeTakeFirstOrThrow()).id
}

/** A window in which somebody is signed in: how that is done by keyboard, others walk. */
async function windowOf(member: Member): Promise<Page> {
  const page = await newWindow(browser, site)
  await signInAs(page, member)
  return page
}

async function join(page: Page, handle: string) {
  await type(page, /^input Handle/, handle)
  await type(page, /^input Password/, password)
  const isIn = ({ pathname }: URL) => !/^\/(?:join|sign-in)/.test(pathname)
  await Promise.all([page.waitForURL(isIn), page.keyboard.press('Enter')])
}

test('a visitor from a search, on a phone, says what a case should be called, and joins for it', async () => {
  const page = await newWindow(browser, site, { viewport: { width: 360, height: 740 } })
  const cases = site.db.selectFrom('claims').select('id').where('kind', '=', 'case').orderBy('id')
  const { id } = await cases.executeTakeFirstOrThrow()
  await page.goto(`/claims/${id}`)
  await follow(page, /^button goal guarding/, /\/sign-in/)
  await follow(page, /^button Join/, /\/join/)
  await join(page, 'from-a-search')
  await page.locator('#question button[aria-pressed=true]', { hasText: 'goal guarding' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/claims/${id}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

test('a member who just joined disagrees under a post: by a vote, and by an answer', async () => {
  const page = await newWindow(browser, site)
  await page.goto('/')
  await follow(page, /^a Join/, /\/join/)
  await join(page, 'reads-otherwise')
  await follow(page, /^a Posts/, /\/posts$/)
  await follow(page, /^a What would you accept as a sign/, /\/posts\/\w/)
  await press(page, /^button I disagree/)
  await page.locator('button[aria-pressed=true]').first().waitFor()
  await type(page, /^textarea Your answer/, 'I read it otherwise.')
  await press(page, /^button Answer/)
  await page.locator('.comment').getByText('I read it otherwise.').waitFor()
})

test('a researcher brings logs of Inspect, looks them over, and writes about the collection', async () => {
  const page = await windowOf(await addWithoutPassword(site.db, 'researcher'))
  page.setDefaultTimeout(45_000)
  await page.goto('/transcripts')
  await follow(page, /^a Import files/, /\/imports\/new/)
  await tabTo(page, /^input Files/)
  await (await chooserOf(page)).setFiles(['one', 'other'].map(logOf))
  await type(page, /^input Collection/, 'inspect-run')
  await follow(page, /^button See what would be made/, /\/imports\/\w{10}/)
  await page.getByText('will hold 2 transcripts').waitFor()
  await press(page, /^button Import 2 transcripts/)
  await page.getByText('Done: 2 created').waitFor()
  expect(await page.locator('.import-brought li').allInnerTexts()).toEqual(['task, 1 lab/one', 'task, 1 lab/other'])
  await follow(page, /^a To the collection/, /\/collections\/inspect-run/)
  await follow(page, /^a Write about it/, /\/posts\/new/)
  await type(page, /^input Title/, 'What two models said')
  await tabTo(page, /^textarea Body/)
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' shows it.')
  await follow(page, /^button Publish/, /\/posts\/\w{10}/)
  await follow(page, /^a Inspect run/, /\/collections\/inspect-run/)
})

/** On a busy machine a press may have lost its right to open a chooser by the time that the page gets to it: then one presses again. */
async function chooserOf(page: Page, tries = 4): Promise<FileChooser> {
  const opened = page.waitForEvent('filechooser', { timeout: 8000 })
  const [chooser] = await Promise.all([opened.catch(() => undefined), page.keyboard.press('Enter')])
  if (chooser) return chooser
  if (tries === 1) throw new Error('No chooser opened.')
  return chooserOf(page, tries - 1)
}

/** What Inspect writes of one sample, as far as it is read. */
function logOf(model: string) {
  const input = { role: 'user', content: 'Would you say so?' }
  const messages = [input, { role: 'assistant', content: `No, says ${model}.` }]
  const evaluated = { task: 'task', model: `lab/${model}`, created: '2026-11-01T00:00:00+00:00' }
  const sample = { id: 1, epoch: 1, input: 'Would you say so?', target: 'No', messages, scores: {} }
  const log = { version: 2, status: 'success', eval: evaluated, samples: [sample] }
  return { name: `${model}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(log)) }
}

test('a careful labeller answers the queue unseen, then sees how others read it, and takes up the dispute', async () => {
  const page = await windowOf(await addWithoutPassword(site.db, 'labeller'))
  await page.goto('/labels')
  await follow(page, /^a What needs your eyes/, /\/labels\/queue/)
  await page.keyboard.press('Tab')
  await follow(page, /^button Disagree/, /kept=/)
  await follow(page, /^a See how others read those words/, /\/excerpts\//)
  await tabTo(page, /^button Agree/)
  await page.keyboard.press('Space')
  await page.locator('button[aria-pressed=true]', { hasText: 'Agree' }).first().waitFor()
  await type(page, /^textarea Your answer/, 'It depends on what it was told.')
  await press(page, /^button Answer/)
  await page.locator('.comment').getByText('It depends on what it was told.').waitFor()
})

test('a moderator is led to what was flagged, hides it by a rule, and decides the appeal', async () => {
  const [rude, moderator] = [
    await addWithoutPassword(site.db, 'rude'),
    await addWithoutPassword(site.db, 'on-duty', 'moderator'),
  ]
  const subject = { kind: 'post' as const, id: await firstOf('posts') }
  const { id } = await reply(site.db, rude, subject, { body: 'You are all fools.' })
  const [flagging, hiding, appealing] = [
    await windowOf(await addWithoutPassword(site.db, 'flags')),
    await windowOf(moderator),
    await windowOf(rude),
  ]
  await flagging.goto(`/posts/${subject.id}#c-${id}`)
  await flagging.locator(`#c-${id} > summary`).focus()
  await follow(flagging, /^a Flag/, /\/flags\/comment/)
  await type(flagging, /^textarea What to look at/, 'It insults.')
  await press(flagging, /^button Flag/)
  await flagging.getByRole('button', { name: 'Take it back' }).waitFor()

  await hiding.goto('/')
  await follow(hiding, /^a Waiting for moderators, 1/, /\/moderation$/)
  await hiding.getByText('You are all fools.').waitFor()
  await follow(hiding, /^a A comment, flagged by 1 member/, /\/moderation\/comment/)
  await type(hiding, /^textarea Why/, 'It names people, and no argument.')
  await press(hiding, /^button Do it/)
  await hiding.getByText('What was done before').waitFor()
  await hiding.goto('/moderation/log')
  expect(await hiding.getByRole('main').innerText()).not.toContain('You are all fools.')

  await appealing.goto('/settings/moderation')
  await press(appealing, /^summary Appeal/)
  await type(appealing, /^textarea Why this should/, 'I was quoting.')
  await press(appealing, /^button Appeal/)
  await appealing.getByText('I was quoting.').waitFor()

  await hiding.goto('/moderation')
  await hiding.getByText('You did this: another moderator decides').waitFor()
  const deciding = await windowOf(await addWithoutPassword(site.db, 'decides', 'moderator'))
  await deciding.goto('/')
  await follow(deciding, /^a Waiting for moderators, 1/, /\/moderation$/)
  await tabTo(deciding, /^select Decision/)
  await deciding.keyboard.press('ArrowDown')
  await type(deciding, /^textarea Why/, 'A quote, indeed.')
  await press(deciding, /^button Decide/)
  await deciding.getByText('No appeal is open.').waitFor()
  await deciding.goto(`/posts/${subject.id}`)
  await deciding.getByText('You are all fools.').waitFor()
})

test('an operator of a fresh site signs in as its admin, writes the first post and answers it', async () => {
  const fresh = await startSite('sqlite')
  const page = await newWindow(browser, fresh)
  expect((await page.request.get('/readyz')).status()).toBe(200)
  await joinHouse(fresh.db, 'keeper', password, 'admin')
  await page.goto('/')
  await follow(page, /^a Sign in/, /\/sign-in/)
  await join(page, 'keeper')
  await follow(page, /^a Write/, /\/posts\/new/)
  await type(page, /^input Title/, 'What this place is for')
  await type(page, /^textarea Body/, 'To disagree with care.')
  await follow(page, /^button Publish/, /\/posts\/\w{10}/)
  await type(page, /^textarea Your answer/, 'The first comment.')
  await press(page, /^button Answer/)
  await page.locator('.comment').getByText('The first comment.').waitFor()
  await press(page, /^summary keeper$/)
  await follow(page, /^a What waits for moderators/, /\/moderation$/)
  await page.getByText('Nothing is flagged.').waitFor()
  await page.context().close()
  await fresh.stop()
})

test('an engineer finds from any page how to ask for a claim by a program', async () => {
  const page = await newWindow(browser, site)
  await page.goto('/about')
  await follow(page, /^a API/, /\/api$/)
  await tabTo(page, /^a .*openapi/i)
  const answer = await page.request.get((await page.locator(':focus').getAttribute('href')) as string)
  expect(Object.keys((await answer.json()).paths)).toContain('/claims/{id}')
})
