import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { sentencesOf } from '#app/features/transcripts/excerpt.ts'
import {
  excerptAt,
  excerptOfQuote,
  excerptsByIds,
  excerptsOf,
  findExcerpt,
  wholeExcerpt,
} from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript, findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { slice } from '#app/lib/text.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const family = '👩‍👩‍👧'
const texts = [
  `Hé ${family} says:\r\nfirst line\r\nsecond line.`,
  'e\u0301tude 漢字仮名交じり文。 שלום עולם, مرحبا. 🇪🇺!',
  'Plain words at the end, and plain words again.',
]

describeOnBothEngines('Excerpts', (open) => {
  let someone: Member | undefined
  const member = async () => {
    someone ??= await addWithoutPassword(open(), `Heron${newId().slice(-6)}`)
    return someone
  }
  const bring = async (more = '') => {
    const turns = [...texts, `unique ${newId()} ${more}`].map((text) => ({ role: 'assistant' as const, text }))
    return (await addTranscript(open(), await member(), { turns })).transcript
  }
  const at = async (id: string, from: [number, number], to: [number, number]) =>
    excerptAt(open(), await member(), id, {
      start: { turn: from[0], offset: from[1] },
      end: { turn: to[0], offset: to[1] },
    })
  const quote = async (id: string, exact: string, more = {}) =>
    excerptOfQuote(open(), await member(), id, { exact, ...more })

  test.each([
    [0, 3, 8, family],
    [0, 14, 28, '\r\nfirst line\r\n'],
    [1, 0, 2, 'e\u0301'],
    [1, 7, 11, '漢字仮名'],
    [1, 17, 26, 'שלום עולם'],
    [1, 35, 37, '🇪🇺'],
  ])('offsets are code points: turn %i from %i to %i is %j', async (turn, from, to, exact) => {
    const transcript = await bring()
    const { excerpt, isNew } = await at(transcript.id, [turn, from], [turn, to])
    expect(isNew).toBe(true)
    expect(excerpt).toMatchObject({
      transcriptId: transcript.id,
      exact,
      whole: false,
      transcriptTitle: transcript.title,
    })
    expect(slice(transcript.turns[turn]?.text ?? '', from, to)).toBe(excerpt.exact)
    expect(await findExcerpt(open(), excerpt.id)).toEqual(excerpt)
    expect((await quote(transcript.id, exact, { turn })).excerpt.id).toBe(excerpt.id)
  })

  test('over neighbouring turns the words are joined by an empty line; before and after stand up to 32 code points', async () => {
    const { id } = await bring()
    const { excerpt } = await at(id, [0, 28], [2, 5])
    expect(excerpt.exact).toBe(`second line.\n\n${texts[1]}\n\nPlain`)
    expect(excerpt.prefix).toBe(`Hé ${family} says:\r\nfirst line\r\n`)
    expect(excerpt.suffix).toBe(' words at the end, and plain wor')
  })

  test('one row a span, also when thirty mark it at once, and the transcript counts exactly', async () => {
    const { id } = await bring()
    const marks = Array.from({ length: 30 }, (_, i) => at(id, [2, 0], [2, 5 + (i % 3)]))
    const all = await Promise.all(marks)
    expect(new Set(all.map(({ excerpt }) => excerpt.id)).size).toBe(3)
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(3)
    expect((await findTranscript(open(), id)).excerptCount).toBe(3)
  })

  test.each([
    ['an end before the start', [0, 5], [0, 4], 'end'],
    ['an end in an earlier turn', [1, 0], [0, 4], 'end'],
    ['an end at the start', [0, 5], [0, 5], 'end'],
    ['nothing but white space', [0, 14], [0, 16], 'end'],
    ['an end outside its turn', [2, 0], [2, 47], 'end'],
    ['a start outside its turn', [2, 400], [2, 401], 'start'],
    ['a start outside its turn, the end being in another', [0, 400], [2, 4], 'start'],
    ['a negative start', [2, -1], [2, 4], 'start'],
    ['a start in an unknown turn', [4, 0], [4, 1], 'start'],
    ['an end in an unknown turn', [0, 0], [99999999999, 1], 'end'],
  ])('refuses %s', async (_, from, to, field) => {
    const { id } = await bring()
    await expect(at(id, from as [number, number], to as [number, number])).rejects.toMatchObject({
      kind: 'invalid',
      errors: { [field]: [expect.any(String)] },
    })
    expect(await excerptsOf(open(), id)).toEqual([])
  })

  test('refuses offsets that are no whole numbers and transcripts that are not there', async () => {
    const { id } = await bring()
    await expect(at(id, [0, 0.5], [0, 4])).rejects.toMatchObject({ kind: 'invalid' })
    await expect(at(newId(), [0, 0], [0, 4])).rejects.toMatchObject({ kind: 'not found' })
    await expect(findExcerpt(open(), newId())).rejects.toMatchObject({ kind: 'not found' })
  })

  test('the excerpt of everything is one, by whichever way, and its words are not stored twice', async () => {
    const transcript = await bring()
    const { excerpt } = await wholeExcerpt(open(), await member(), transcript.id)
    const everything = transcript.turns.map(({ text }) => text).join('\n\n')
    expect(excerpt).toMatchObject({ whole: true, exact: everything, prefix: '', suffix: '' })
    const last = transcript.turns[3]?.text ?? ''
    expect((await at(transcript.id, [0, 0], [3, [...last].length])).excerpt).toEqual(excerpt)
    expect((await quote(transcript.id, everything)).excerpt.id).toBe(excerpt.id)
    const stored = await open().selectFrom('excerpts').select('exact').where('id', '=', excerpt.id).execute()
    expect(stored).toEqual([{ exact: '' }])
    expect(await findExcerpt(open(), excerpt.id)).toEqual(excerpt)
  })

  test('excerpts come in the order of the text, by transcript, by part and by ids', async () => {
    const { id } = await bring()
    const late = (await at(id, [2, 6], [2, 11])).excerpt
    const early = (await at(id, [0, 0], [1, 2])).excerpt
    const whole = (await wholeExcerpt(open(), await member(), id)).excerpt
    expect((await excerptsOf(open(), id)).map((excerpt) => excerpt.id)).toEqual([early.id, whole.id, late.id])
    expect((await excerptsOf(open(), id, { from: 1, to: 2 })).map((excerpt) => excerpt.id)).toEqual([
      early.id,
      whole.id,
    ])
    expect([...(await excerptsByIds(open(), [late.id, 'nothing', whole.id])).values()]).toEqual(
      expect.arrayContaining([late, { ...whole, exact: '' }]),
    )
    expect((await excerptsByIds(open(), [])).size).toBe(0)
  })

  test('a quote that stands once is marked where it stands; one of several places is never guessed', async () => {
    const { id } = await bring()
    expect((await quote(id, 'words at the end')).excerpt).toMatchObject({
      start: { turn: 2, offset: 6 },
      end: { turn: 2, offset: 22 },
    })
    await expect(quote(id, 'words')).rejects.toMatchObject({
      kind: 'conflict',
      more: {
        candidates: [
          {
            turn: 2,
            offset: 6,
            end: { turn: 2, offset: 11 },
            prefix: 'Plain ',
            exact: 'words',
            suffix: ' at the end, and plain words aga',
          },
          { turn: 2, offset: 34, prefix: 'lain words at the end, and plain ', exact: 'words', suffix: ' again.' },
        ].map((candidate) => ({ ...candidate, prefix: candidate.prefix.slice(-32) })),
      },
    })
    expect((await quote(id, 'words', { suffix: ' again' })).excerpt.start).toEqual({ turn: 2, offset: 34 })
    expect(await excerptsOf(open(), id)).toHaveLength(2)
  })

  test.each([
    ['words that stand nowhere', { exact: 'never said' }, 'exact'],
    ['words of another turn', { exact: 'Plain words', turn: 1 }, 'exact'],
    ['no words', { exact: ' ' }, 'exact'],
    ['only punctuation that stands nowhere', { exact: '***' }, 'exact'],
    ['an unknown turn', { exact: 'Plain', turn: 77 }, 'turn'],
    ['half a surrogate pair', { exact: '\ud83d' }, 'exact'],
    ['a NUL', { exact: 'a\0' }, 'exact'],
  ])('refuses %s', async (_, draft, field) => {
    const { id } = await bring()
    const marking = excerptOfQuote(open(), await member(), id, draft)
    await expect(marking).rejects.toMatchObject({ kind: 'invalid', errors: { [field]: [expect.any(String)] } })
  })
})

test('sentences come with their offsets, a long turn in windows that lose none', () => {
  const text = Array.from({ length: 3000 }, (_, i) => `Sentence 😀 number ${i}. `).join('')
  const all = []
  for (let from: number | null = 0; from !== null; ) {
    const { sentences, next } = sentencesOf(text, from)
    all.push(...sentences)
    from = next
  }
  expect(all).toHaveLength(3000)
  expect(all.every((one) => slice(text, one.start, one.end) === one.text)).toBe(true)
  expect(sentencesOf('')).toEqual({ sentences: [], next: null })
  expect(sentencesOf('a'.repeat(50_000)).next).toBe(20_000)
})
