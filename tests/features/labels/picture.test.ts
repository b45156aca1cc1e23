import { expect, test } from 'vitest'
import { pictureOf, withNotesIn } from '#app/features/labels/picture/picture-layout.ts'
import { drawPicture } from '#app/ui/picture/drawing.server.ts'
import { graphemesOf, withNotes } from '#app/ui/picture/undrawn.ts'

const undrawn = new Set(graphemesOf('彼女は、👩‍👩‍👧🎉اللغة→한국'))

test.each([
  ['Plain words stay.', 'Plain words stay.'],
  ['Say 彼女は now', 'Say [3\u00a0Japanese characters] now'],
  ['女 and 🎉', '[1\u00a0Chinese character] and [1\u00a0emoji]'],
  ['👩‍👩‍👧 🎉 彼女', '[2\u00a0emoji] [2\u00a0Chinese characters]'],
  ['彼女 한국', '[2\u00a0Chinese characters] [2\u00a0Korean letters]'],
  ['彼、女 here →', '[3\u00a0Chinese characters] here [1\u00a0sign]'],
])('what cannot be drawn of %j is said in brackets', (text, noted) => {
  expect(withNotes(text, undrawn)).toBe(noted)
})

test('a picture of words in any script is drawn, and is that of their note', async () => {
  const of = (words: string) => {
    const shown = { words, isWhole: false, title: 'T', model: null, labellings: [] }
    return drawPicture((undrawn) => pictureOf(withNotesIn(shown, undrawn)))
  }
  const drawn = await of('Said: 静かに and שלום')
  expect(Buffer.from(drawn).subarray(1, 4).toString()).toBe('PNG')
  const noted = await of('Said: [3\u00a0Japanese characters] and [4\u00a0Hebrew letters]')
  expect(Buffer.compare(Buffer.from(drawn), Buffer.from(noted))).toBe(0)
})
