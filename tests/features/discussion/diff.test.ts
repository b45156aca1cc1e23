import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundChanges, changesBetween } from '#app/features/discussion/posts/diff.ts'
import { contentsOf, readingMinutes } from '#app/features/discussion/posts/reading/contents.ts'
import { cpuMs } from '#tests/support/cpu.ts'

test('what changed between two texts is said word by word', () => {
  expect(changesBetween('It kept to it.', 'It held to it.')).toEqual([
    { kind: 'same', text: 'It ' },
    { kind: 'removed', text: 'kept' },
    { kind: 'added', text: 'held' },
    { kind: 'same', text: ' to it.' },
  ])
})

test('without what was added it is the old text, without what was removed the new', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\u{1F98A}', '語', 'שלום', 'é', '.'), { maxLength: 60 })
  const text = words.map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const changes = changesBetween(from, to)
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([from, to])
    }),
  )
})

test('texts too different to compare are one removed and one added, in bounded time', () => {
  const scrambled = (seed: number) =>
    Array.from({ length: 15_000 }, (_, n) => `w${((n + seed) * 7919 * seed) % 15013}`).join(' ')
  const began = cpuMs()
  const changes = changesBetween(scrambled(1), scrambled(5))
  expect(cpuMs() - began).toBeLessThan(5000)
  expect(changes.length).toBeGreaterThan(1)
})

test('of long stretches without a change only what stands around changes is shown', () => {
  const long = 'word '.repeat(200)
  const shown = aroundChanges(changesBetween(`${long}old ${long}`, `${long}new ${long}`))
  expect(shown.filter((one) => one === null)).toHaveLength(2)
  expect(shown.map((one) => one?.text ?? '').join('').length).toBeLessThan(600)
})

test('three headings make a list of contents, whose ids are apart and lead to them', () => {
  const html = '<h2>One <em>&amp;</em> two</h2>\n<p>x</p>\n<h3>One two</h3>\n<h2>語</h2>\n<h2>!</h2>'
  const contents = contentsOf(html)
  expect(contents.headings).toEqual([
    { id: 'h-one-two', words: 'One & two', level: 2 },
    { id: 'h-one-two-2', words: 'One two', level: 3 },
    { id: 'h-語', words: '語', level: 2 },
    { id: 'h-', words: '!', level: 2 },
  ])
  for (const { id } of contents.headings) expect(contents.html).toContain(` id="${id}">`)
  expect(contentsOf('<h2>a</h2><h2>b</h2>').headings).toEqual([])
})

test('reading time counts words, and characters where no space parts them', () => {
  expect(readingMinutes('a few words')).toBe(1)
  expect(readingMinutes('word '.repeat(1150))).toBe(5)
  expect(readingMinutes('語'.repeat(900))).toBe(2)
})
