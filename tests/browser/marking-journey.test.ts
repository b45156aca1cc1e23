import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { placeOf } from '#app/features/transcripts/marking/mark-fields.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { seededRandom } from '#app/lib/statistics.ts'
import { lengthOf, slice } from '#app/lib/text.ts'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'
import { call, newClient } from '#tests/support/site.ts'

const { browser, site } = await openSite()

/** Presses Tab until what is focused has this name, as somebody does who sees no mouse. */
async function tabTo(page: Page, name: RegExp, most = 80) {
  const focused = () => page.locator(':focus')
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const snapshot = await focused().ariaSnapshot()
    if (name.test(snapshot)) return snapshot
  }
  throw new Error(`No ${name} within ${most} tabs`)
}

test('by keyboard alone one goes to a turn, marks two sentences of it, labels them, and is told so', {
  timeout: 60_000,
}, async () => {
  const member = await addWithoutPassword(site.db, `m${newId().slice(-8)}`)
  const text = 'It begins. It doubts the setup. It says so. It ends.'
  const turns = [
    { role: 'user' as const, text: `Hello ${newId()}` },
    { role: 'scratchpad' as const, text },
  ]
  const { transcript } = await addTranscript(site.db, member, { title: 'By keyboard', turns })
  const page = await newWindow(browser, site)
  await enterAs(page, `k${newId().slice(-8)}`, `/transcripts/${transcript.id}`)

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await page.locator(':focus').ariaSnapshot()).toContain('link "Turn 1"')
  expect(await tabTo(page, /Mark words/, 3)).toContain('link "Mark words of turn 1"')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/mark\?turn=1/)

  expect(await tabTo(page, /First is sentence/)).toContain('radio "First is sentence 1:')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator(':focus').ariaSnapshot()).toContain('radio "First is sentence 2:')
  await tabTo(page, /Last is sentence/)
  for (let i = 0; i < 5 && !(await page.getByLabel('Last is sentence 3').isChecked()); i++)
    await page.keyboard.press('ArrowDown')
  await tabTo(page, /Mark from first to last/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/excerpts\//)
  const [excerpt] = await excerptsOf(site.db, transcript.id)
  expect(excerpt?.exact).toBe('It doubts the setup. It says so.')

  await tabTo(page, /Name one|name a new one/)
  if ((await page.locator('.label-these details[open]').count()) === 0) await page.keyboard.press('Enter')
  await tabTo(page, /textbox "Name"/)
  await page.keyboard.type('doubts the setup')
  await tabTo(page, /Put the label on/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /doubts the setup/ }).waitFor()
  expect(await complaintsOf(page)).toEqual([])

  await page.goto(`/transcripts/${transcript.id}`)
  expect(await page.getByRole('main').ariaSnapshot()).toMatch(announced)
  await page.keyboard.press('n')
  expect(await page.locator(':focus').ariaSnapshot()).toContain('link "It doubts the setup. It says so."')
  expect(await complaintsOf(page)).toEqual([])
})

/** What a screen reader is told of the turn: its number, who speaks, the words, the mark, and in the margin the label with its votes. */
const announced =
  /link "Turn 1"[\s\S]*Scratchpad[\s\S]*link "Mark words of turn 1"[\s\S]*link "It doubts the setup\. It says so\."[\s\S]*list "Words marked in turn 1"[\s\S]*link "It doubts the setup\. It says so\."[\s\S]*link ".*doubts the setup.*1 agree, 0 disagree, 0 unsure"/

const pieces = [
  'a',
  'Word',
  ' ',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '👩‍👩‍👧',
  '🇪🇺',
  '😀',
  'e\u0301',
  'n\u0303\u0323',
  '漢字',
  '仮名',
  'שלום',
  'مرحبا',
  '\u200f',
  '\u00a0',
  '&',
  '<b>',
  '"',
  '𝔘',
  '\u200d',
  '.',
]

function someText(random: () => number): string {
  const some = Array.from(
    { length: 20 + Math.floor(random() * 40) },
    () => pieces[Math.floor(random() * pieces.length)],
  )
  return `x${some.join('')}${newId()}`
}

/** Selects on a page that was just opened from one place to another by Range, at UTF-16 places as the browser counts, and answers what the form would send. */
function selectIn(page: Page, from: [turn: number, unit: number], to: [turn: number, unit: number]) {
  return page.evaluate(
    async ([from, to]) => {
      const place = ([turn, unit]: number[]): [Node, number] => {
        const texts = document.createTreeWalker(
          document.querySelector(`[data-turn="${turn}"]`) as Element,
          NodeFilter.SHOW_TEXT,
        )
        let [node, left] = [texts.nextNode() as Text, unit as number]
        while (left > node.length) {
          left -= node.length
          node = texts.nextNode() as Text
        }
        return [node, left]
      }
      getSelection()?.setBaseAndExtent(...place(from as number[]), ...place(to as number[]))
      const form = document.querySelector('form#mark-words') as HTMLFormElement
      for (let waited = 0; form.hidden && waited < 2000; waited += 10) await new Promise((soon) => setTimeout(soon, 10))
      return form.hidden ? null : [...form.querySelectorAll('input')].map((input) => input.value)
    },
    [from, to] as const,
  )
}

const unitsOf = (text: string, offset: number) => slice(text, 0, offset).length

interface Selected {
  first: number
  start: number
  end: number
  /** What is selected of each turn. */
  words: string[]
}

/** Some words of the second turn, or from somewhere in the first up to somewhere in the second; in code points. */
function someWords(random: () => number, [one, other]: [string, string]): Selected {
  if (random() < 0.3) {
    const [start, end] = [Math.floor(random() * lengthOf(one)), 1 + Math.floor(random() * lengthOf(other))]
    return { first: 0, start, end, words: [slice(one, start), slice(other, 0, end)] }
  }
  const start = Math.floor(random() * lengthOf(other))
  const end = start + 1 + Math.floor(random() * (lengthOf(other) - start))
  return { first: 1, start, end, words: [slice(other, start, end)] }
}

/** White space at the ends is left out, and with it a turn of which nothing else was selected. */
const trimmed = (words: string[]) =>
  words
    .filter((one) => one.trim() !== '')
    .join('\n\n')
    .trim()

test('offsets survive from the selection through the API and back: emoji, accents, CJK, right-to-left, CRLF', {
  timeout: 60_000,
}, async () => {
  const random = seededRandom('offsets')
  const client = await newClient(site, `o${newId().slice(-8)}`)
  const page = await newWindow(browser, site)
  for (let round = 0; round < 6; round++) {
    const texts: [string, string] = [someText(random), someText(random)]
    const turns = texts.map((text) => ({ role: 'user', text }))
    const { body } = await client.call('POST', '/transcripts', { title: `Round ${round}`, turns })
    for (let i = 0; i < 4; i++) {
      await page.goto(`/transcripts/${body.id}`)
      const { first, start, end, words } = someWords(random, texts)
      if (trimmed(words) === '') continue
      const places = await selectIn(page, [first, unitsOf(texts[first] ?? '', start)], [1, unitsOf(texts[1], end)])
      const [from, to] = (places ?? []).map(placeOf)
      const made = await client.call('POST', `/transcripts/${body.id}/excerpts`, { start: from, end: to })
      expect([200, 201], JSON.stringify(made.body)).toContain(made.status)
      const back = await call(site, 'GET', `/excerpts/${made.body.id}`)
      expect(back.body).toMatchObject({ exact: trimmed(words), start: from, end: to })
    }
    await page.goto(`/transcripts/${body.id}`)
    const shown = await page.locator('[data-turn]').evaluateAll((all) => all.map((element) => element.textContent))
    expect(shown).toEqual(texts)
  }
})
