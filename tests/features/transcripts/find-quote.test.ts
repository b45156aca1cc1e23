import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '#app/features/transcripts/excerpt.ts'
import { findQuote, type Quote } from '#app/features/transcripts/quotes/find-quote.ts'
import { readDialogue } from '#app/features/transcripts/read-dialogue.ts'
import { cpuMs } from '#tests/support/cpu.ts'

/** The words found, or how nothing was. */
function find(texts: string[], quote: Quote | string): string {
  const found = findQuote(texts, typeof quote === 'string' ? { exact: quote } : quote)
  if (found.kind !== 'found') return found.kind === 'missing' ? 'missing' : `ambiguous ${found.spans.length}`
  return wordsOf(found.span, (turn) => texts[turn] as string)
}

function spansOf(texts: string[], exact: string) {
  const found = findQuote(texts, { exact })
  return found.kind === 'found' ? [found.span] : found.kind === 'ambiguous' ? found.spans : []
}

describe('Finding a quote', () => {
  test.each([
    [
      'in another case and without punctuation',
      'They said so: their data isn’t used for training.',
      'so their data isnt used for training',
      'so: their data isn’t used for training',
    ],
    [
      'with plain quotes for typographic ones',
      'He wrote “I don’t know,” — then left.',
      '"I don\'t know,"',
      '“I don’t know,”',
    ],
    ['over another line break', 'one two\r\n  three four', 'two three', 'two\r\n  three'],
    [
      'with its emphasis left out',
      'It is *not* the __same__ thing.',
      'is not the same thing.',
      'is *not* the __same__ thing.',
    ],
    ['composed otherwise', 'une e\u0301tude', 'une étude', 'une e\u0301tude'],
    ['in Chinese, with other punctuation', '他说：“你好，世界。”然后走了。', '你好, 世界', '你好，世界'],
    ['with the tags that became a role', 'I think so. Yes.', '<SCRATCHPAD_REASONING>\nI think so.', 'I think so.'],
    ['with dashes for spaces', 'a well known fact', 'well-known fact', 'well known fact'],
  ])('finds words quoted %s', (_, text, quote, words) => {
    expect(find(['something else', text], quote)).toBe(words)
  })

  test('prefers the words as they are quoted over those that only read alike', () => {
    expect(find(['He said No. She said no.'], 'no')).toBe('no')
    expect(find(['It is. It IS.'], 'IT IS')).toBe('ambiguous 2')
  })

  test('does not take a folded quote for the inside of a word', () => {
    expect(find(['Their therapist came.'], 'THE RAP')).toBe('missing')
    expect(find(['cafe\u0301s'], 'CAFE')).toBe('missing')
  })

  test('finds words over several turns and none that begin between them', () => {
    const texts = ['Why not?', 'Because.', 'Well.']
    expect(find(texts, 'not?\n\nBecause.\n\nWell')).toBe('not?\n\nBecause.\n\nWell')
    expect(find(texts, 'why not because')).toBe('Why not?\n\nBecause')
    expect(find(texts, '\n\nBecause')).toBe('Because')
    expect(find(texts, '\n')).toBe('missing')
  })

  test('the turn narrows the search', () => {
    expect(find(['so', 'so'], 'so')).toBe('ambiguous 2')
    expect(findQuote(['so', 'so'], { exact: 'so', turn: 1 })).toEqual({
      kind: 'found',
      span: { start: { turn: 1, offset: 0 }, end: { turn: 1, offset: 2 } },
    })
  })

  test('what stands around tells places apart when one fits clearly better', () => {
    const text = ['I go home today. You go home tomorrow. We go home.']
    const startOf = (quote: Quote) => {
      const found = findQuote(text, quote)
      return found.kind === 'found' ? found.span.start.offset : found.kind
    }
    expect(startOf({ exact: 'go home', prefix: 'You ' })).toBe(21)
    expect(startOf({ exact: 'go home', suffix: ' today' })).toBe(2)
    expect(startOf({ exact: 'go home', prefix: 'WE' })).toBe(42)
    expect(startOf({ exact: 'go home', suffix: ' t' })).toBe('ambiguous')
    expect(startOf({ exact: 'go home', prefix: 'something wholly different, you' })).toBe('ambiguous')
    expect(startOf({ exact: 'go home', prefix: ' ' })).toBe('ambiguous')
  })

  test('counts overlapping places', () => {
    expect(find(['aaa'], 'aa')).toBe('ambiguous 2')
  })

  test('stays linear where every beginning nearly matches, and stops counting past a thousand places', () => {
    const began = cpuMs()
    expect(find(['a'.repeat(200_000)], `b${'a'.repeat(100_000)}`)).toBe('missing')
    expect(find(['a'.repeat(200_000)], `${'a'.repeat(100_000)}b`)).toBe('missing')
    expect(find([`${'.'.repeat(100_000)}a`], `${'.'.repeat(80_000)}A${'!'.repeat(80_000)}`)).toMatch(/a$/)
    expect(find(['a'.repeat(200_000)], 'a')).toBe('ambiguous 1000')
    expect(cpuMs() - began).toBeLessThan(5000)
  })

  test('a slice of any text is found where it was taken from, or several places are named', () => {
    const units = fc.array(fc.constantFrom('a', 'B', ' ', '.', '\r\n', '😀', 'é', 'e\u0301', '漢', 'ש', '“', '’'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        fc.array(units, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (turns, at, from, length) => {
          const texts = turns.map((signs) => signs.join(''))
          const turn = at % texts.length
          const points = [...(texts[turn] as string)]
          const start = from % Math.max(1, points.length)
          const end = Math.min(points.length, start + 1 + (length % 8))
          const exact = points.slice(start, end).join('')
          if (exact.trim() === '') return
          const spans = spansOf(texts, exact)
          expect(spans).toContainEqual({ start: { turn, offset: start }, end: { turn, offset: end } })
          for (const span of spans) expect(wordsOf(span, (index) => texts[index] as string)).toBe(exact)
        },
      ),
    )
  })
})

const gold = fileURLToPath(new URL('../../../../shared/data/alignment-faking/gold_106.json', import.meta.url))

test.skipIf(!existsSync(gold))(
  'every sentence of 106 real scratchpads goes to its place or to several, none to a wrong one',
  () => {
    const { samples } = JSON.parse(readFileSync(gold, 'utf8')) as { samples: { text: string }[] }
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
    const counts = { found: 0, several: 0, wrong: 0 }
    for (const { text } of samples) {
      const texts = readDialogue(text).map((turn) => turn.text)
      const whole = texts.join('\n\n')
      const sentences = [...segmenter.segment(text)].map(({ segment }) =>
        segment.replace(/<\/?SCRATCHPAD_REASONING>/g, '').trim(),
      )
      for (const sentence of sentences.filter((words) => [...words].length > 25)) {
        const found = find(texts, sentence)
        const places = whole.split(sentence).length - 1
        if (places === 1 && found === sentence) counts.found++
        else if (places > 1 && found === `ambiguous ${places}`) counts.several++
        else counts.wrong++
      }
    }
    expect(counts.wrong).toBe(0)
    expect(counts.found).toBeGreaterThan(2680)
    expect(counts.several).toBeGreaterThanOrEqual(4)
  },
)
