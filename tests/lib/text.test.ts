import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOf, lengthOf, shortened, slice, slugOf, thousands, unkeepable } from '#app/lib/text.ts'

const texts = fc.string({ unit: 'binary' })

test('length and slices count code points as the language’s own iterator does', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (text, start, more) => {
      const points = [...text]
      expect(lengthOf(text)).toBe(points.length)
      expect(slice(text, start, start + more)).toBe(points.slice(start, start + more).join(''))
      expect(indexOf(text, start)).toBe(points.slice(0, start).join('').length)
    }),
  )
})

test('halves of surrogate pairs count as one and are not kept', () => {
  expect(lengthOf('a\ud83dz')).toBe(3)
  expect(unkeepable('a\ud83dz')).toContain('surrogate')
  expect(unkeepable('a\0')).toContain('NUL')
  expect(unkeepable('e\u0301 🙂 שלום')).toBeUndefined()
})

test('a shortened text has at most so many code points and says that something is left out', () => {
  expect(shortened('one  two\nthree', 8)).toBe('one two…')
  expect(shortened('🙂🙂🙂', 3)).toBe('🙂🙂🙂')
  expect(shortened('one two three', 10)).toBe('one two…')
  expect(shortened('one incomprehensibilities', 10)).toBe('one incom…')
})

test('what a text is shortened to is the same however many blanks stand in it', () => {
  expect(shortened(`${' '.repeat(1000)}one two three`, 10)).toBe('one two…')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(' ', '\n', 'a', '🙂'), maxLength: 100 }),
      fc.integer({ min: 1, max: 9 }),
      (text, most) => {
        expect(shortened(text, most)).toBe(shortened(text.replace(/\s+/g, ' ').trim(), most))
      },
    ),
  )
})

test('a slug keeps letters of any script and drops the rest', () => {
  expect(slugOf('What it “kept to”, Zoë!')).toBe('what-it-kept-to-zoe')
  expect(slugOf('意図とは何か')).toBe('意図とは何か')
})

test('thousands are set apart as the machine’s own way sets them', () => {
  for (const n of [0, 12, 999, 1000, 20_000, 123_456, 5_000_000]) expect(thousands(n)).toBe(n.toLocaleString('en'))
})
