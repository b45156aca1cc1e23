import { expect, test } from 'vitest'
import { complaintsOf } from '#tests/support/axe.ts'
import { enterAs, newWindow, openSite } from '#tests/support/browser.ts'

const { browser, site } = await openSite()

// A thread takes seconds to start where much else runs.
const patience = 45_000

const said = (text: string) => JSON.stringify({ messages: [{ role: 'user', content: text }] })
const file = (name: string, content: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) })

test('by keyboard and with script, files lead to a preview, to progress, and to a report that stays', async () => {
  const page = await newWindow(browser, site)
  page.setDefaultTimeout(patience)
  await enterAs(page, 'Wren', '/imports/new')
  await page.getByLabel('Files').setInputFiles([file('a.jsonl', `${said('tea')}\n${said('rain')}\nnonsense`)])
  await page.getByLabel('Collection').fill('weather')
  await page.getByLabel('Collection').press('Enter')
  await page.getByText('will hold 2 transcripts').waitFor()
  await page.getByRole('heading', { name: '1 record refused' }).waitFor()
  expect(await complaintsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 transcripts' }).press('Enter')
  await page.getByText('Done: 2 created, 0 already there, 1 refused').waitFor()
  expect(await complaintsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'a, 2' }).click()
  await page.getByText('rain').first().waitFor()
  await page.goto('/imports')
  await page.getByRole('link', { name: 'a.jsonl' }).waitFor()
}, 180_000)

test('what is too large is said before it is sent, and a file that is dropped on the form is chosen', async () => {
  const page = await newWindow(browser, site)
  page.setDefaultTimeout(patience)
  await enterAs(page, 'Moss', '/imports/new')
  const chosen = () =>
    page.getByLabel('Files').evaluate((input: HTMLInputElement) => [input.files?.[0]?.name, input.validationMessage])
  const drop = (size: number, name: string) =>
    page.evaluate(
      ([bytes, called]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes as number)], called as string))
        document
          .querySelector('.import-form')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
      },
      [size, name],
    )
  await drop(50_000_001, 'large.txt')
  expect(await chosen()).toEqual(['large.txt', 'These have 50.1 MB; 50 MB go together.'])
  await drop(5, 'small.txt')
  expect(await chosen()).toEqual(['small.txt', ''])
}, 180_000)

test('without script what was pasted is looked at, taken differently, thrown away or imported', async () => {
  const page = await newWindow(browser, site, { javaScriptEnabled: false })
  page.setDefaultTimeout(patience)
  await enterAs(page, 'Pike', '/imports/new')
  await page.getByLabel('Or paste').fill('User: Is it raining?\n\nAssistant: It is.')
  await page.getByLabel('Collection').fill('no/slug')
  await page.getByRole('button', { name: 'See what would be made' }).click()
  await page.getByText('A collection is named by Latin letters').waitFor()
  expect(await page.getByLabel('Or paste').inputValue()).toContain('It is.')
  await page.getByLabel('Collection').fill('')
  await page.getByRole('button', { name: 'See what would be made' }).click()
  const follow = async (words: string) => {
    for (let n = 0; n < 30 && (await page.getByText(words).count()) === 0; n++) {
      await page.waitForTimeout(300)
      await page.getByRole('link', { name: 'Look how far it is' }).click()
    }
  }
  await follow('1 new transcript')
  await page.getByText('Is it raining?').first().waitFor()
  await page.getByText('Not as it should be?').click()
  await page.getByLabel('How they are written').selectOption('messages')
  await page.getByRole('button', { name: 'Look again' }).click()
  await follow('There is nothing in these files to import.')
  await page.getByLabel('How they are written').selectOption('text')
  await page.getByRole('button', { name: 'Look again' }).click()
  await follow('1 new transcript')
  await page.getByRole('button', { name: 'Import 1 transcript' }).click()
  await follow('Done: 1 created')
  await page.getByRole('link', { name: /Is it raining/ }).waitFor()
}, 180_000)
