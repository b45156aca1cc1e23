import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptAt, excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { lengthOf } from '#app/lib/text.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()
const someone = () => addWithoutPassword(site.db, `m${newId().slice(-8)}`)

const filler = 'Nothing of note is said in this sentence. '.repeat(30)

/** Three turns, with words marked early and late in the second and over the end of the third; the late ones are disputed. */
async function marked() {
  const [author, other] = [await someone(), await someone()]
  const texts = [`First ${newId()}`, `Early words. ${filler}Late words.`, `${filler}Last words.`]
  const roles = ['user', 'scratchpad', 'assistant'] as const
  const turns = texts.map((text, i) => ({ role: roles[i] as 'user', text }))
  const { transcript } = await addTranscript(site.db, author, { title: 'To be read', turns })
  const late = (texts[1] as string).length - 11
  const spans = [
    [1, 0, 5],
    [1, 0, 11],
    [1, late, late + 10],
  ] as const
  for (const [turn, from, to] of spans) await mark(author, transcript.id, turn, from, to)
  const last = (texts[2] as string).length
  await mark(author, transcript.id, 2, last - 11, last - 1)
  const excerpts = await excerptsOf(site.db, transcript.id)
  await dispute([author, other], [excerpts[2]?.id, excerpts[3]?.id])
  return { id: transcript.id, ids: excerpts.map(({ id }) => id) }
}

const mark = (member: Member, id: string, turn: number, from: number, to: number) =>
  excerptAt(site.db, member, id, { start: { turn, offset: from }, end: { turn, offset: to } })

async function dispute([author, other]: [Member, Member], ids: (string | undefined)[]) {
  const { label } = await proposeLabel(site.db, author, { name: `doubts ${newId().slice(-6)}` })
  for (const id of ids) {
    await voteOnLabel(site.db, author, id as string, label.id, 'agree')
    await voteOnLabel(site.db, other, id as string, label.id, 'disagree')
  }
}

const at = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('.margin > li, .turn')?.id ?? '')

test('notes stand level with the words that they are about, and overlapping ones below each other, set in', async () => {
  const { id, ids } = await marked()
  const page = await newWindow(browser, site, { viewport: { width: 1280, height: 900 } })
  await page.goto(`/transcripts/${id}`)
  const tops = () =>
    page.evaluate(
      (ids) =>
        ids.map((one) => {
          const [note, words] = [document.getElementById(`e-${one}`), document.querySelector(`mark[data-e~="${one}"]`)]
          return Math.round((note?.getBoundingClientRect().top ?? 0) - (words?.getBoundingClientRect().top ?? 0))
        }),
      ids,
    )
  await expect.poll(async () => Math.abs((await tops())[2] as number)).toBeLessThan(12)
  const [first, second, , last] = (await tops()) as [number, number, number, number]
  expect(Math.abs(first)).toBeLessThan(12)
  expect(second).toBeGreaterThan(20)
  expect(Math.abs(last)).toBeLessThan(12)
  expect(await page.locator('.margin > .fan-1').count()).toBe(1)
  await page.locator(`#e-${ids[2]} .margin-words`).focus()
  expect(await page.locator('mark.is-near').allTextContents()).toEqual(['Late words'])
  expect(await complaintsOf(page)).toEqual([])
})

test('j and k go by turn, n and p by mark, N and P by dispute, l labels, c cites, ? lists the keys', async () => {
  const { id, ids } = await marked()
  const page = await newWindow(browser, site, { viewport: { width: 1280, height: 900 } })
  await enterAs(page, `k${newId().slice(-8)}`, `/transcripts/${id}`)
  const [a, b, c, d] = ids.map((one) => `e-${one}`)
  for (const [key, place] of [
    ['j', 't-0'],
    ['j', 't-1'],
    ['n', a],
    ['n', b],
    ['N', c],
    ['N', d],
    ['N', d],
    ['p', c],
    ['k', 't-1'],
    ['k', 't-0'],
    ['j', 't-1'],
    ['j', 't-2'],
    ['P', c],
  ] as const) {
    await page.keyboard.press(key)
    expect(await at(page), key).toBe(place)
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('the next dispute').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.keyboard.press('l')
  await page.waitForURL(`**/excerpts/${ids[1]}#label-these`)
  await page.goto(`/transcripts/${id}#e-${ids[3]}`)
  await page.keyboard.press('c')
  await page.waitForURL(`**/posts/new?excerpt=${ids[3]}`)
  await page.goto(`/transcripts/${id}`)
  await page.keyboard.press('j')
  await page.keyboard.press('l')
  await page.waitForURL(`**/transcripts/${id}/mark?turn=0`)
})

test('selected words are labelled by l and cited by c; n goes on to a mark in another part, j to its turns', async () => {
  const author = await someone()
  const turns = Array.from({ length: 450 }, (_, i) => ({ role: 'user' as const, text: `Turn ${i} ${newId()}` }))
  const { transcript } = await addTranscript(site.db, author, { turns })
  for (const turn of [3, 449]) await mark(author, transcript.id, turn, 0, 6)
  const page = await newWindow(browser, site)
  await enterAs(page, `s${newId().slice(-8)}`, `/transcripts/${transcript.id}`)
  const select = async (turn: number) => {
    await page.evaluate((turn) => {
      const text = document.querySelector(`[data-turn="${turn}"]`)?.firstChild as Text
      getSelection()?.setBaseAndExtent(text, 0, text, 6)
    }, turn)
    await page.getByRole('button', { name: 'Mark these words' }).waitFor()
  }
  await select(0)
  await page.keyboard.press('l')
  await page.waitForURL(/\/excerpts\//)
  await page.goto(`/transcripts/${transcript.id}?from=0`)
  await select(1)
  await page.keyboard.press('c')
  await page.waitForURL(/\/posts\/new\?excerpt=/)
  const marks = await excerptsOf(site.db, transcript.id)
  expect(marks.map(({ exact }) => exact)).toEqual(['Turn 0', 'Turn 1', 'Turn 3', 'Turn 4'])
  await page.goto(`/transcripts/${transcript.id}#e-${marks[2]?.id}`)
  await page.keyboard.press('n')
  await page.waitForURL(`**?from=449#e-${marks[3]?.id}`)
  await page.goto(`/transcripts/${transcript.id}#t-199`)
  await page.keyboard.press('j')
  await page.waitForURL('**?from=200')
})

test('a turn of a million characters arrives whole, in blocks, and words far down in it are marked where they stand', {
  timeout: 60_000,
}, async () => {
  const text = `${'Ein Wort sagt nichts. '.repeat(45_400)}Am Ende 👩‍👩‍👧 doch.${newId()}`
  const { transcript } = await addTranscript(site.db, await someone(), { turns: [{ role: 'user', text }] })
  const page = await newWindow(browser, site)
  await page.goto(`/transcripts/${transcript.id}`)
  const [length, place] = await page.evaluate(async () => {
    const words = document.querySelector('[data-turn="0"]') as HTMLElement
    const last = words.lastElementChild?.lastChild as Text
    const at = last.data.indexOf('doch')
    getSelection()?.setBaseAndExtent(last, at, last, at + 4)
    await new Promise((done) => setTimeout(done, 500))
    return [words.textContent?.length, document.querySelector<HTMLInputElement>('#mark-words [name=start]')?.value]
  })
  expect(length).toBe(text.length)
  expect(place).toBe(`0.${lengthOf(text.slice(0, text.indexOf('doch')))}`)
})

describe('Without JavaScript', () => {
  const plain = () => newWindow(browser, site, { javaScriptEnabled: false })

  test('one finds words by role, folds scratchpads, sees only turns with marks, and comes back to all', async () => {
    const { id } = await marked()
    const page = await plain()
    await page.goto(`/transcripts/${id}`)
    const shown = () => page.locator('.turn').evaluateAll((all) => all.map((one) => one.id))
    await page.getByRole('searchbox', { name: 'Find in this transcript' }).fill('note is SAID')
    await page.getByRole('combobox', { name: 'Role' }).selectOption('assistant')
    await page.getByRole('search').getByRole('button', { name: 'Show' }).click()
    await page.getByText('1 turn of 3, the words in 30 places shown here.').waitFor()
    expect(await shown()).toEqual(['t-2'])
    expect(await page.locator('.found').first().textContent()).toBe('note is said')
    expect(await page.getByRole('combobox', { name: 'Role' }).inputValue()).toBe('assistant')
    await page.getByRole('link', { name: 'Show every turn' }).click()
    expect(await shown()).toEqual(['t-0', 't-1', 't-2'])
    await page.getByLabel('Only turns with marks').check()
    await page.getByRole('search').getByRole('button', { name: 'Show' }).click()
    expect(await shown()).toEqual(['t-1', 't-2'])
    await page.getByRole('searchbox', { name: 'Find in this transcript' }).fill('never said')
    await page.getByRole('search').getByRole('button', { name: 'Show' }).click()
    await page.getByText('No turn of 3.').waitFor()
  })

  test('a long tool turn and, if wanted, scratchpads arrive folded, and say how much they hold', async () => {
    const text = 'x'.repeat(3001)
    const turns = (['tool', 'scratchpad', 'user'] as const).map((role) => ({ role, text: role + newId() + text }))
    const { transcript } = await addTranscript(site.db, await someone(), { turns })
    const page = await plain()
    const folded = () => page.locator('.turn-fold').evaluateAll((all) => all.map((one) => !one.hasAttribute('open')))
    await page.goto(`/transcripts/${transcript.id}`)
    expect(await folded()).toEqual([true, false])
    await page.getByText('Tool of turn 0, 3,023 characters').click()
    expect(await folded()).toEqual([false, false])
    await page.goto(`/transcripts/${transcript.id}?fold=yes`)
    expect(await folded()).toEqual([true, true])
  })

  test('the list of marks and the steps from dispute to dispute lead to the notes, also in other parts', async () => {
    const [author, other] = [await someone(), await someone()]
    const turns = Array.from({ length: 450 }, (_, i) => ({ role: 'user' as const, text: `Turn ${i} ${newId()}` }))
    const { transcript } = await addTranscript(site.db, author, { turns })
    for (const turn of [3, 210, 449]) await mark(author, transcript.id, turn, 0, 6)
    const ids = (await excerptsOf(site.db, transcript.id)).map(({ id }) => id)
    await dispute([author, other], [ids[0], ids[2]])
    const page = await plain()
    await page.goto(`/transcripts/${transcript.id}`)
    await page.getByText('3 marks, 2 disputes').click()
    expect(await page.locator('.mark-list li').allTextContents()).toEqual([
      'Turn 3: Turn 3 disputed',
      'Turn 210: Turn 2',
      'Turn 449: Turn 4 disputed',
    ])
    await page.getByRole('link', { name: 'First dispute' }).click()
    expect(new URL(page.url()).hash).toBe(`#e-${ids[0]}`)
    await page.locator(`#e-${ids[0]}`).getByRole('link', { name: 'Next' }).click()
    await page.locator(`#e-${ids[2]}`).getByText('dispute 2 of 2').waitFor()
    expect(await page.locator('.turn').count()).toBe(50)
    await page.locator(`#e-${ids[2]}`).getByRole('link', { name: 'Previous' }).click()
    await page.locator(`#e-${ids[0]}`).waitFor()
  })

  test('within a collection one goes to the one before, the one after, and one at random', async () => {
    const member = await someone()
    const ids: string[] = []
    for (let i = 0; i < 3; i++)
      ids.push((await addTranscript(site.db, member, { turns: [{ role: 'user', text: newId() }] })).transcript.id)
    const slug = `read-${newId()}`
    await makeCollection(site.db, member, { id: slug, transcripts: ids })
    const page = await plain()
    await page.goto(`/transcripts/${ids[0]}`)
    await page.getByText('1 of 3 in').waitFor()
    await page.getByRole('link', { name: 'Next transcript' }).click()
    await page.waitForURL(`**/transcripts/${ids[1]}?in=${slug}`)
    await page.getByRole('link', { name: 'One at random' }).click()
    await page.waitForURL((url) => url.pathname !== `/transcripts/${ids[1]}`)
    expect(ids).toContain(new URL(page.url()).pathname.split('/').at(-1))
  })
})
