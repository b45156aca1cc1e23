import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { disputedIn } from '#app/features/labels/reading/disputes.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptAt, wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { placesOf } from '#app/features/transcripts/reading/find-words.ts'
import { layOutMap } from '#app/features/transcripts/reading/map-layout.ts'
import { randomNeighbour, withinCollection } from '#app/features/transcripts/reading/neighbours.server.ts'
import { readingOf } from '#app/features/transcripts/reading/reading.server.ts'
import { placeAddress, queryOf, viewOf } from '#app/features/transcripts/reading/view.ts'
import type { TurnRole } from '#app/features/transcripts/transcript.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { turnHtml } from '#app/features/transcripts/turn-html.ts'
import { newId } from '#app/lib/ids.ts'
import { slice } from '#app/lib/text.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const view = (query: string) => viewOf(new URLSearchParams(query))

describeOnBothEngines('Reading a transcript', (open) => {
  const someone = () => addWithoutPassword(open(), `m${newId().slice(-8)}`)
  const bring = async (member: Member, said: [TurnRole, string][]) => {
    const turns = [...said, ['assistant', `only here: ${newId()}`] as const]
    const draft = { turns: turns.map(([role, text]) => ({ role, text })) }
    return (await addTranscript(open(), member, draft)).transcript
  }
  const numbers = async (id: string, query: string) =>
    (await readingOf(open(), id, view(query))).turns.map(({ number }) => number)

  test('is narrowed to a role, to words in whatever case and spacing, and to turns with marks', async () => {
    const member = await someone()
    const { id } = await bring(member, [
      ['user', 'Why did you\nREFUSE it?'],
      ['scratchpad', 'Überlegen: why did YOU refuse? 100% (sic).'],
      ['assistant', 'I did not.'],
    ])
    await excerptAt(open(), member, id, { start: { turn: 1, offset: 40 }, end: { turn: 2, offset: 1 } })
    await wholeExcerpt(open(), member, id)
    expect(await numbers(id, '')).toEqual([0, 1, 2, 3])
    expect(await numbers(id, 'q=did you refuse')).toEqual([0, 1])
    expect(await numbers(id, 'q=did you refuse&role=scratchpad')).toEqual([1])
    expect(await numbers(id, 'q=ÜBERLEGEN')).toEqual([1])
    expect(await numbers(id, `q=${encodeURIComponent('100% (')}`)).toEqual([1])
    expect(await numbers(id, 'only=marks')).toEqual([1, 2])
    expect(await numbers(id, 'only=marks&role=user')).toEqual([])
    expect(await numbers(id, 'role=nobody&from=abc')).toEqual([0, 1, 2, 3])
  })

  test('what was narrowed comes in parts, too, each turn in one of them', async () => {
    const member = await someone()
    const said = Array.from({ length: 1000 }, (_, i): [TurnRole, string] => [i % 2 ? 'user' : 'tool', `said ${i}`])
    const { id } = await bring(member, said)
    const first = await readingOf(open(), id, view('role=user&q=said'))
    expect([first.wanted, first.parts]).toEqual([500, [1, 401, 801]])
    const all = await Promise.all(first.parts.map((from) => numbers(id, `role=user&q=said&from=${from}`)))
    expect(all.flat()).toEqual(said.flatMap(([role], i) => (role === 'user' ? [i] : [])))
    expect(await numbers(id, 'role=user&q=said&from=500')).toEqual(all[1])
  })

  test('a dispute is a label voted on both ways, unless the votes settle it', async () => {
    const [author, ...voters] = await Promise.all(Array.from({ length: 9 }, someone))
    const { id } = await bring(author as Member, [['user', 'One two three']])
    const { label } = await proposeLabel(open(), author as Member, { name: `l${newId()}` })
    const mark = async (offset: number) =>
      (
        await excerptAt(open(), author as Member, id, {
          start: { turn: 0, offset },
          end: { turn: 0, offset: offset + 3 },
        })
      ).excerpt
    const [agreed, split, settled] = [await mark(0), await mark(4), await mark(8)]
    const vote = (who: Member | undefined, on: { id: string }, value: 'agree' | 'disagree') =>
      voteOnLabel(open(), who as Member, on.id, label.id, value)
    for (const on of [agreed, split, settled]) await vote(author, on, 'agree')
    await vote(voters[0], split, 'disagree')
    for (const [i, voter] of voters.entries()) await vote(voter, settled, i === 0 ? 'disagree' : 'agree')
    expect(await disputedIn(open(), id, null)).toEqual([split.id])
  })

  test('within a collection there is the one before, the one after, and any other at random', async () => {
    const member = await someone()
    const all = await Promise.all([0, 1, 2].map((n) => bring(member, [['user', `n ${n} ${newId()}`]])))
    const [a, b, c] = all.map(({ id }) => id) as [string, string, string]
    const slug = `c${newId()}`
    await makeCollection(open(), member, { id: slug, transcripts: [a, b, c], visibility: 'unlisted' })
    expect(await withinCollection(open(), b, null)).toBeNull()
    expect(await withinCollection(open(), b, slug)).toMatchObject({ place: 2, before: a, after: c })
    expect(await withinCollection(open(), a, slug)).toMatchObject({ place: 1, before: undefined, after: b })
    const drawn = await Promise.all([0, 0.49, 0.5, 0.99].map((random) => randomNeighbour(open(), b, slug, random)))
    expect(drawn).toEqual([a, a, c, c])
    await expect(randomNeighbour(open(), b, null, 0)).rejects.toThrow('collection')
  })
})

describe('A view', () => {
  test('is said by its address, and leads to turns that are left out', () => {
    const asked = '?q=a+b&role=tool&only=marks&fold=yes&in=gold&from=7'
    expect(queryOf(view(asked))).toBe(asked)
    expect(queryOf(view('role=x&from=-1&only=yes'))).toBe('')
    expect(placeAddress('T', view(asked), new Set([8]), 8, 't-8')).toBe('#t-8')
    expect(placeAddress('T', view(asked), new Set([8]), 9, 'e-x')).toBe('/transcripts/T?fold=yes&in=gold&from=9#e-x')
  })
})

describe('Words found', () => {
  test('are counted in code points, and stand out within marks without changing the text', () => {
    const text = '👩‍👩‍👧 Say it, SAY  it & <say\r\nit>.'
    const places = placesOf(text, 'say it')
    expect(places.map(({ start, end }) => slice(text, start, end))).toEqual(['Say it', 'SAY  it', 'say\r\nit'])
    const html = turnHtml(text, [{ id: 'E', start: 8, end: 18, sign: 'hue-1' }], places)
    expect(html).toContain('<b class="found">')
    expect(html).toContain('<mark data-e="E" class="hue-1">')
    const plain = html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|#13);/g, (_, name) => references[name] as string)
    expect(plain).toBe(text)
  })
})

describe('A very long turn', () => {
  test.each([
    ['lines', 'Ein Wort 👩 sagt & nichts.\r\n'],
    ['one line', 'Ein Wort 👩 sagt nichts. '],
    ['no spaces at all', '👩👩x'],
  ])('comes in blocks, its text unchanged, and marks go on from one to the next: %s', (_, words) => {
    const text = words.repeat(6000)
    const html = turnHtml(text, [{ id: 'E', start: 5, end: 15_000 }])
    expect(html.match(/<div class="block">/g)?.length).toBeGreaterThan(1)
    expect(html.match(/<mark data-e="E">/g)?.length).toBeGreaterThan(1)
    const plain = html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|#13);/g, (_, name) => references[name] as string)
    expect(plain).toBe(text)
  })
})

describe('Very many marks over the same words', () => {
  test('are each named where they begin, and the page grows with them, not by their square', () => {
    const text = 'Words 👩 again. '.repeat(2000)
    const marks = Array.from({ length: 3000 }, (_, i) => ({ id: `e${i}`, start: i, end: 25_000 - i }))
    const html = turnHtml(text, marks)
    const named = new Set([...html.matchAll(/data-e="([^"]+)"/g)].flatMap(([, ids]) => ids?.split(' ') ?? []))
    expect(named.size).toBe(3000)
    expect(html.length).toBeLessThan(2_000_000)
    const plain = html.replace(/<[^>]*>/g, '')
    expect(plain).toBe(text)
  })

  test('the shortest leads to its excerpt, whichever began first', () => {
    const html = turnHtml('abcdef', [
      { id: 'long', start: 0, end: 6 },
      { id: 'short', start: 2, end: 4 },
      { id: 'last', start: 3, end: 6 },
    ])
    const led = [...html.matchAll(/href="\/excerpts\/(\w+)"[^>]*><mark data-e="([^"]+)"[^>]*>(\w+)/g)]
    expect(led.map(([, id, ids, words]) => [id, ids, words])).toEqual([
      ['long', 'long', 'ab'],
      ['short', 'short long', 'c'],
      ['short', 'short last long', 'd'],
      ['last', 'last long', 'ef'],
    ])
  })
})

const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#13': '\r' }

describe('The map', () => {
  const sizes = [100, 1000, 100].map((length, position) => ({ position, role: 'user' as const, length }))
  const mark = (id: string, turn: number, offset: number) => ({ id, turn, offset, endTurn: turn, words: '' })

  test('shows marks where they lie by length; near ones share a row that leads to a dispute', () => {
    const marks = [mark('a', 0, 0), mark('b', 1, 500), mark('c', 1, 503), mark('d', 2, 100)]
    const { rows, bands, shown } = layOutMap(sizes, marks, new Set(['c']), [1])
    expect(rows.map(({ id, count, disputed }) => [id, count, disputed])).toEqual([
      ['a', 1, 0],
      ['c', 2, 1],
      ['d', 1, 0],
    ])
    expect(rows.map(({ top }) => top)).toEqual([...rows.map(({ top }) => top)].sort((one, other) => one - other))
    expect(bands).toEqual([{ role: 'user', top: 0, height: 1000 }])
    expect(shown?.top).toBeCloseTo((220 / 1560) * 1000)
    expect(shown?.height).toBeCloseTo((1120 / 1560) * 1000)
  })

  test('stays small however many marks and turns there are', () => {
    const many = Array.from({ length: 5000 }, (_, position) => {
      return { position, role: position % 2 ? ('user' as const) : ('tool' as const), length: 10 }
    })
    const marks = many.map(({ position }) => mark(`m${position}`, position, 3))
    const { rows, bands } = layOutMap(many, marks, new Set(), [0])
    expect(rows.length).toBeLessThanOrEqual(125)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(5000)
    expect(bands.length).toBeLessThanOrEqual(400)
  })
})
