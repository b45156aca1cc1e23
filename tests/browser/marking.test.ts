import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript, findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { slice } from '#app/lib/text.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

const turns = [
  { role: 'user' as const, text: '\n  Family 👩‍👩‍👧 & <b>first</b> words.\r\nOver a line; \r alone.\t Then more.' },
  { role: 'scratchpad' as const, text: 'Second turn e\u0301tude 漢字. Another sentence. And a third one.' },
]

async function bring() {
  const member = await addWithoutPassword(site.db, `m${newId().slice(-8)}`)
  const all = [...turns, { role: 'assistant' as const, text: `Unique ${newId()}.` }]
  return (await addTranscript(site.db, member, { turns: all, title: 'Words to mark' })).transcript
}

/** Drags the mouse from before the words to behind them, as a hand does. */
async function drag(page: Page, turn: number, words: string) {
  const box = await page.evaluate(
    ([turn, words]) => {
      const element = document.querySelector(`[data-turn="${turn}"]`) as HTMLElement
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode() as Text
      while (!node.data.includes(words)) node = walker.nextNode() as Text
      const range = document.createRange()
      const at = node.data.indexOf(words)
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0] as DOMRect, rects.at(-1) as DOMRect]
      return { x1: first.left, y1: first.top + first.height / 2, x2: last.right, y2: last.top + last.height / 2 }
    },
    [turn, words] as const,
  )
  await page.mouse.move(box.x1, box.y1)
  await page.mouse.down()
  await page.mouse.move((box.x1 + box.x2) / 2, box.y2, { steps: 3 })
  await page.mouse.move(box.x2, box.y2, { steps: 3 })
  await page.mouse.up()
}

test('the page holds the stored text, code point for code point, with and without marks', async () => {
  const transcript = await bring()
  const page = await newWindow(browser, site)
  const shown = async () => {
    await page.goto(`/transcripts/${transcript.id}`)
    return page.locator('[data-turn]').evaluateAll((all) => all.map((element) => element.textContent))
  }
  const stored = (await findTranscript(site.db, transcript.id)).turns.map(({ text }) => text)
  expect(await shown()).toEqual(stored)
  const { excerptAt } = await import('#app/features/transcripts/excerpts.server.ts')
  const member = await addWithoutPassword(site.db, `m${newId().slice(-8)}`)
  const spans = [
    [0, 3, 0, 12],
    [0, 10, 0, 20],
    [0, 15, 1, 4],
    [0, 30, 0, 40],
  ] as const
  for (const [turn, offset, endTurn, end] of spans)
    await excerptAt(site.db, member, transcript.id, { start: { turn, offset }, end: { turn: endTurn, offset: end } })
  expect(await shown()).toEqual(stored)
  expect(await page.locator('.turn-words mark').count()).toBeGreaterThan(5)
  expect(await page.locator('.margin > li').count()).toBe(4)
})

test('words selected with the mouse become exactly that excerpt: emoji, CRLF, over turns, and over marks', async () => {
  const transcript = await bring()
  const page = await newWindow(browser, site, { viewport: { width: 1200, height: 800 } })
  await enterAs(page, `h${newId().slice(-8)}`, `/transcripts/${transcript.id}`)
  const texts = (await findTranscript(site.db, transcript.id)).turns.map(({ text }) => text)
  const mark = async () => {
    await page.getByRole('button', { name: 'Mark these words' }).click()
    await page.waitForURL(/\/excerpts\//)
    const id = page.url().split('/').at(-1)?.split(/[?#]/)[0]
    const excerpt = (await excerptsOf(site.db, transcript.id)).find((one) => one.id === id)
    await page.goto(`/transcripts/${transcript.id}`)
    return excerpt
  }
  await drag(page, 0, '👩‍👩‍👧 & <b>first</b> words.\r\nOver')
  const first = await mark()
  expect(first?.exact).toBe('👩‍👩‍👧 & <b>first</b> words.\r\nOver')
  expect(slice(texts[0] as string, first?.start.offset ?? 0, first?.end.offset)).toBe(first?.exact)

  await drag(page, 0, '& <b>first</b>')
  expect((await mark())?.exact).toBe('& <b>first</b>')

  await page.evaluate(() => {
    const [from, to] = [0, 1].map((turn) => document.querySelector(`[data-turn="${turn}"]`)) as [Element, Element]
    const last = document.createTreeWalker(from, NodeFilter.SHOW_TEXT)
    let node = last.nextNode() as Text
    for (let next = node; next; next = last.nextNode() as Text) node = next
    getSelection()?.setBaseAndExtent(
      node,
      node.data.indexOf('Then'),
      to.firstChild as Text,
      'Second turn e\u0301tude '.length,
    )
  })
  expect((await mark())?.exact).toBe('Then more.\n\nSecond turn e\u0301tude')
})

test('a visitor who selects words is led through signing in and back to them', async () => {
  const transcript = await bring()
  const page = await newWindow(browser, site, { viewport: { width: 1200, height: 800 } })
  await page.goto(`/transcripts/${transcript.id}`)
  await drag(page, 1, 'Another sentence')
  await page.getByRole('button', { name: 'Mark these words' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Join' }).click()
  await page.getByLabel('Handle').fill(`v${newId().slice(-8)}`)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('main').getByRole('button', { name: 'Join' }).click()
  await page.getByRole('heading', { name: 'These words?' }).waitFor()
  await page.locator('.chosen-words').getByRole('button', { name: 'Mark these words' }).click()
  await page.waitForURL(/\/excerpts\//)
  expect((await excerptsOf(site.db, transcript.id)).map(({ exact }) => exact)).toEqual(['Another sentence'])
})

describe('Without JavaScript', () => {
  const plain = async (to: string) => {
    const page = await newWindow(browser, site, { javaScriptEnabled: false })
    await enterAs(page, `p${newId().slice(-8)}`, to)
    return page
  }

  test('words are marked by choosing the first and the last sentence of a turn', async () => {
    const transcript = await bring()
    const page = await plain(`/transcripts/${transcript.id}`)
    await page.getByRole('link', { name: 'Mark words of turn 1' }).click()
    await page.getByLabel('First is sentence 2').check()
    await page.getByLabel('Last is sentence 3').check()
    await page.getByRole('button', { name: 'Mark from first to last' }).click()
    await page.waitForURL(/\/excerpts\//)
    expect((await excerptsOf(site.db, transcript.id))[0]?.exact).toBe('Another sentence. And a third one.')
  })

  test('words are marked by typing them; of several places one is asked which', async () => {
    const transcript = await bring()
    const page = await plain(`/transcripts/${transcript.id}/mark?turn=0`)
    await page.getByLabel('The words').fill('never said')
    await page.getByRole('button', { name: 'Mark these words' }).click()
    await page.getByText('These words do not stand in turn 0.').waitFor()
    expect(await page.getByLabel('The words').inputValue()).toBe('never said')
    await page.getByLabel('The words').fill('or')
    await page.getByRole('button', { name: 'Mark these words' }).click()
    await page.getByRole('heading', { name: 'Which of these?' }).waitFor()
    await page.getByRole('button', { name: 'Mark these', exact: true }).nth(1).click()
    await page.waitForURL(/\/excerpts\//)
    expect((await excerptsOf(site.db, transcript.id))[0]).toMatchObject({ exact: 'or', suffix: 'e.' })
  })

  test('a paste shows its turns, lets one correct them, and is kept as corrected', async () => {
    const page = await plain('/transcripts/new')
    await page
      .getByLabel('The dialogue or scratchpad')
      .fill('JK: Why?\nC: <think>Hm.</think>\nBecause 😀.\nJK: I see.\nC: Good.')
    await page.getByRole('button', { name: 'See its turns' }).click()
    await page.getByRole('heading', { name: '5 turns' }).waitFor()
    await page.getByLabel('Title').fill('x'.repeat(201))
    await page.getByLabel('Condition').fill('free tier')
    await page.getByLabel('Role of JK').selectOption('system')
    await page.getByLabel('Role of turn 3').selectOption('user')
    await page.getByLabel('Speaker of turn 0').fill('Jan')
    await page.getByRole('button', { name: 'Keep this transcript' }).click()
    await page.getByText('At most 200 characters').waitFor()
    expect(await page.getByLabel('Condition').inputValue()).toBe('free tier')
    await page.getByLabel('Title').fill('Why?')
    await page.getByRole('button', { name: 'Keep this transcript' }).click()
    await page.waitForURL(/\/transcripts\/\w{18}$/)
    const { turns, title, condition } = await findTranscript(site.db, page.url().split('/').at(-1) as string)
    expect([title, condition]).toEqual(['Why?', 'free tier'])
    expect(turns.map(({ role, speaker, text }) => `${role} ${speaker}: ${text}`)).toEqual([
      'system Jan: Why?',
      'scratchpad C: Hm.',
      'assistant C: Because 😀.',
      'user JK: I see.',
      'assistant C: Good.',
    ])
  })

  test('a text that was changed after looking is looked at again, not kept', async () => {
    const page = await plain('/transcripts/new')
    await page.getByLabel('The dialogue or scratchpad').fill(`User: a ${newId()}`)
    await page.getByRole('button', { name: 'See its turns' }).click()
    await page.getByLabel('The dialogue or scratchpad').fill('User: b\nAssistant: c')
    await page.getByRole('button', { name: 'Keep this transcript' }).click()
    await page.getByText('The text is another one than before').waitFor()
    await page.getByRole('heading', { name: '2 turns' }).waitFor()
  })

  test('a visitor looks at turns, and is told to sign in elsewhere before keeping them', async () => {
    const page = await newWindow(browser, site, { javaScriptEnabled: false })
    await page.goto('/transcripts/new')
    await page.getByLabel('The dialogue or scratchpad').fill('User: b\nAssistant: c')
    await page.getByRole('button', { name: 'See its turns' }).click()
    await page.getByRole('button', { name: 'Keep this transcript' }).click()
    await page.getByText('Not kept yet: sign in first').waitFor()
    expect(await page.getByLabel('The dialogue or scratchpad').inputValue()).toBe('User: b\nAssistant: c')
  })

  test('a transcript of 5,000 turns answers in parts and says what is left out', async () => {
    const member = await addWithoutPassword(site.db, `m${newId().slice(-8)}`)
    const many = Array.from({ length: 5000 }, (_, i) => ({ role: 'user' as const, text: `Turn ${i}` }))
    const { transcript } = await addTranscript(site.db, member, { turns: many })
    const page = await newWindow(browser, site, { javaScriptEnabled: false })
    await page.goto(`/transcripts/${transcript.id}?from=4321#t-4321`)
    expect(await page.locator('#t-4321 .turn-words').textContent()).toBe('Turn 4321')
    await page.getByText('Turns 4200 to 4399; 4,800 other turns not shown here.').first().waitFor()
    await page.getByRole('link', { name: 'Later turns' }).first().click()
    expect(await page.locator('.turn').count()).toBe(200)
    await page.goto(`/transcripts/${transcript.id}/mark`)
    expect(await page.getByRole('link', { name: /^Turn \d+, User/ }).count()).toBe(200)
  })
})
