import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { besideChoices, besideOf, idIn } from '#app/features/transcripts/beside/beside.server.ts'
import { differenceOf } from '#app/features/transcripts/beside/difference.ts'
import { pairTurns, type TurnKey } from '#app/features/transcripts/beside/pair-turns.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { slice } from '#app/lib/text.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const roles = { s: 'system', u: 'user', a: 'assistant', t: 'tool' } as const
/** `u1` is the user's first words. */
const keys = (said: string): TurnKey[] =>
  said.split(' ').map((one) => ({ role: roles[one[0] as 'u'], words: one.slice(1) }))
const rows = (left: string, right: string) =>
  pairTurns(keys(left), keys(right)).map(
    ({ left, right, isSame }) => `${left ?? '-'}${isSame ? '=' : '|'}${right ?? '-'}`,
  )

describe('Two transcripts side by side', () => {
  test.each([
    ['u1 a1', 'u1 a1', ['0=0', '1=1']],
    ['s1 u1 a1', 's2 u1 a2', ['0|0', '1=1', '2|2']],
    ['s1 u1 a1', 'u1 a1', ['0|-', '1=0', '2=1']],
    ['u1 a1', 'u1 t1 t2 a1', ['0=0', '-|1', '-|2', '1=3']],
    ['u1 a1 u2', 'u3 a3', ['0|0', '1|1', '2|-']],
    ['u1 t1 a1', 'u1 a2', ['0=0', '1|-', '2|1']],
    ['u1', 'u2', ['0|0']],
  ])('%s beside %s', (left, right, wanted) => {
    expect(rows(left, right)).toEqual(wanted)
  })

  test('each turn stands in one row, in order, however many there are', () => {
    const many = (seed: number) =>
      Array.from({ length: 1500 }, (_, i) => `${'ua'[i % 2]}${(i * seed) % 7 === 0 ? seed : i}`).join(' ')
    const pairs = pairTurns(keys(many(3)), keys(many(5)))
    for (const side of ['left', 'right'] as const)
      expect(pairs.flatMap((pair) => pair[side] ?? [])).toEqual(Array.from({ length: 1500 }, (_, i) => i))
  })

  test('the words that differ are found where enough is alike', () => {
    const [left, right] = ['You are on the 👩‍👩‍👧 free tier today.', 'You are on the paid tier today.']
    const found = differenceOf(left, right)
    expect([
      slice(left, found?.left.start ?? 0, found?.left.end),
      slice(right, found?.right.start ?? 0, found?.right.end),
    ]).toEqual(['👩‍👩‍👧 free', 'paid'])
    expect(differenceOf('One thing was said', 'Something else entirely')).toBeNull()
  })

  test('an id is taken out of an address', () => {
    expect(idIn(' http://site/transcripts/abc?from=3#t-3 ')).toBe('abc')
    expect(idIn(' abc ')).toBe('abc')
  })
})

describeOnBothEngines('Beside', (open) => {
  test('comes in parts; others of its collections are offered, first those that begin alike', async () => {
    const member = await addWithoutPassword(open(), `m${newId().slice(-8)}`)
    const prompt = `The same prompt ${newId()}`
    const bring = async (...said: string[]) => {
      const turns = said.map((text, i) => ({ role: i % 2 ? ('assistant' as const) : ('user' as const), text }))
      return (await addTranscript(open(), member, { turns })).transcript.id
    }
    const long = Array.from({ length: 300 }, (_, i) => `said ${i}`)
    const a = await bring(prompt, ...long)
    const b = await bring(prompt, ...long.with(250, newId()))
    const other = await bring(newId(), 'else')
    await makeCollection(open(), member, { id: `c${newId()}`, transcripts: [a, b, other] })
    const { choices } = await besideChoices(open(), a)
    expect(choices.map(({ id, same }) => [id, same])).toEqual([
      [b, true],
      [other, false],
    ])
    const first = await besideOf(open(), a, b, 0)
    expect([first.all, first.same, first.parts]).toEqual([301, 300, [0, 200]])
    const { rows } = await besideOf(open(), a, b, 299)
    expect(rows.filter(({ isSame }) => !isSame).map(({ left, right }) => [left?.number, right?.number])).toEqual([
      [251, 251],
    ])
    await expect(besideOf(open(), a, 'nothing', 0)).rejects.toThrow('transcript')
  })
})
