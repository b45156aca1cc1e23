import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Anchor, anchorQuote, type Taken } from '#app/features/discussion/quotes/anchor.ts'
import { lengthOf, slice } from '#app/lib/text.ts'

/** The words between the bars, with what stands around them. */
function taken(marked: string, context = 32): Taken & { text: string } {
  const [before = '', exact = '', after = ''] = marked.split('|')
  const around = { prefix: before.slice(-context), suffix: after.slice(0, context) }
  return { text: before + exact + after, exact, ...around, start: lengthOf(before) }
}

const wordsAt = (text: string, anchor: Anchor) => ('from' in anchor ? slice(text, anchor.from, anchor.to) : undefined)

const found = (text: string, quote: Taken) => {
  const anchor = anchorQuote(text, quote)
  return [anchor.state, wordsAt(text, anchor)]
}

const letter = taken('It wrote to them. |I would rather keep to what I was first asked|, it said, and stopped.')

describe('Finding quoted words again', () => {
  test('words that did not move stand where they were, at a score of 1', () => {
    expect(anchorQuote(letter.text, letter)).toEqual({ state: 'exact', from: 18, to: 63, score: 1 })
  })

  test('words that moved are found, letter for letter', () => {
    const text = `A new beginning, 👩‍💻 and all.\r\n\r\n${letter.text}`
    expect(found(text, letter)).toEqual(['exact', letter.exact])
  })

  test('words that changed a little are found, and called approximate', () => {
    const text = letter.text.replace('rather keep to', 'rather have kept to')
    expect(found(text, letter)).toEqual(['approximate', 'I would rather have kept to what I was first asked'])
    const shouted = letter.text.replace(letter.exact, 'i would rather… keep to what I was first asked!')
    expect(found(shouted, letter)[0]).toBe('approximate')
  })

  test('of two that are the same, what stands around them tells; where that is the same, nobody can', () => {
    const quote = taken('The first time it said |no, never| to them. The second time it said no, never to us.')
    const moved = quote.text.replace('The first', 'As I wrote before, the first')
    const anchor = anchorQuote(moved, quote)
    expect(anchor).toMatchObject({ state: 'exact', from: moved.indexOf('no, never') })
    const twice = taken('Again and again it said |no, never| to everybody who had asked it.')
    const copies = `Once. ${twice.text} ${twice.text}`
    expect(found(copies, twice)).toEqual(['ambiguous', undefined])
  })

  test('words that are gone are orphaned', () => {
    expect(found('Something else entirely is written here now.', letter)).toEqual(['orphaned', undefined])
    expect(found('', letter)).toEqual(['orphaned', undefined])
  })

  test('a long quote that stands once is found when everything around it went', () => {
    expect(found(letter.exact, letter)).toEqual(['exact', letter.exact])
  })

  test('a piece of a word, of an accented letter or of a joined emoji is not the word', () => {
    const art = taken('What it calls |art| is a matter of taste.')
    expect(found('What it calls party is a matter of taste.', art)[0]).not.toBe('exact')
    const cafe = taken('We met at the |cafe| and talked.')
    expect(found('We met at the cafe\u0301 and talked.', cafe)[0]).not.toBe('exact')
    const woman = taken('And then 👩 came in.'.replace('👩', '|👩|'))
    expect(found('And then 👩‍💻 came in.', woman)[0]).not.toBe('exact')
    expect(found('And then, well, 👩 came in.', woman)).toEqual(['exact', '👩'])
  })

  test('a piece of a word that was quoted as a piece is found as one', () => {
    const piece = taken('un|believ|able things')
    expect(found('quite unbelievable things', piece)).toEqual(['exact', 'believ'])
  })

  test('what was taken from one of two places is followed when it is changed there, not found at the other', () => {
    const quote = taken(
      'To the first it answered |He said yes at once| because of Anna. Later on, in the kitchen, He said yes at once for Bertha.',
    )
    const text = quote.text.replace('He said yes at once', 'He says yes at once')
    expect(found(text, quote)).toEqual(['approximate', 'He says yes at once'])
  })

  test('position alone counts little, and spacing not at all', () => {
    const quote = taken('One line\nof |words that\ngo on| and on.')
    expect(found('One line of words that go on and on.', quote)).toEqual(['exact', 'words that go on'])
  })
})

const sentences = [
  'The model wrote that it would rather comply than be changed.',
  'Nobody reads this scratchpad 👩‍💻, it thought; 🙂 twice.',
  '他说他会遵守最初的意图，而不是新的指示。',
  'הוא אמר שהוא ישמור על הכוונה הראשונה שלו.',
  'قال إنه سيحافظ على النية الأولى دائما.',
  'Cafe\u0301 and na\u0131ve İstanbul: ﬁne “quotes” — here.',
  'A line\r\nthat was typed\r\non another machine.',
  'The model wrote that it would never comply nor be changed.',
]

type Edit = { kind: 'insert' | 'delete' | 'reorder'; at: number; length: number; text: string }
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'reorder'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'grapheme', maxLength: 20 })),
})

/** Edits by code points, so that no text is half a pair. */
function edited(text: string, { kind, at, length, text: put }: Edit): string {
  const points = [...text]
  const from = at % (points.length + 1)
  if (kind === 'insert') points.splice(from, 0, ...put)
  else if (kind === 'delete') points.splice(from, length)
  else points.splice((from * 7) % (points.length + 1), 0, ...points.splice(from, length))
  return points.join('')
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('500 edits of texts with quotes', () => {
  test('never place a quote on other words without calling it approximate, and never lose one', () => {
    const drawn = fc.record({
      parts: fc.array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 8 }),
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 60 }),
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(drawn, ({ parts, from, length, edits }) => {
        const text = parts.join('\n')
        const start = from % lengthOf(text)
        const exact = slice(text, start, start + length)
        const quote = {
          exact,
          prefix: slice(text, Math.max(0, start - 32), start),
          suffix: slice(text, start + lengthOf(exact), start + lengthOf(exact) + 32),
          start,
        }
        const after = edits.reduce(edited, text)
        const anchor = anchorQuote(after, quote)
        expect(['exact', 'approximate', 'ambiguous', 'orphaned']).toContain(anchor.state)
        const words = wordsAt(after, anchor)
        if (anchor.state === 'exact') expect(flat(words as string)).toBe(flat(exact))
        if (words !== undefined) expect(words.isWellFormed() && words !== '').toBe(true)
      }),
      { numRuns: 500, seed: 11 },
    )
  })

  test('an edit elsewhere leaves a quote of distinct words where it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences.slice(1, 7)), edit, fc.boolean(), (exact, change, isBefore) => {
        const rest = edited('Some other words, which somebody goes on changing.', {
          ...change,
          text: change.text.slice(0, 8),
        })
        const [prefix, suffix] = ['Before it. ', ' After it.']
        const taken = { exact, prefix, suffix, start: lengthOf(prefix) }
        const after = isBefore ? rest + prefix + exact + suffix : prefix + exact + suffix + rest
        const anchor = anchorQuote(after, taken)
        expect([anchor.state, wordsAt(after, anchor)]).toEqual(['exact', exact])
      }),
      { numRuns: 500, seed: 12 },
    )
  })
})
