import { describe, expect, test } from 'vitest'
import { belowOf, belowWords, fold } from '#app/features/discussion/threads/folding.ts'
import { branchesOf, inReadingOrder, newFirst, oldFirst } from '#app/features/discussion/threads/thread.ts'

const comment = (id: string, parentId: string | null, createdAt: number) => ({
  id,
  parentId,
  createdAt,
  author: { handle: id },
  isDeleted: false,
})

describe('Reading order', () => {
  const thread = [
    comment('c', 'a', 3),
    comment('a', null, 1),
    comment('b', null, 2),
    comment('d', 'a', 4),
    comment('e', 'c', 5),
  ]
  const order = (compare: typeof oldFirst) => inReadingOrder(thread, compare).map(({ id }) => id)

  test('each comment is followed by its replies, siblings by the wanted order', () => {
    expect(order(oldFirst)).toEqual(['a', 'c', 'e', 'd', 'b'])
    expect(order(newFirst)).toEqual(['b', 'a', 'd', 'c', 'e'])
  })

  test('what answers a comment that is not there begins anew', () => {
    expect(inReadingOrder([comment('x', 'gone', 1)], oldFirst)).toHaveLength(1)
  })

  test('a chain of 10,000 replies is put in order', () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
    expect(inReadingOrder(chain.toReversed(), oldFirst)).toEqual(chain)
    expect(belowOf(chain).get('0')?.count).toBe(9_999)
  })

  test('below the deepest level replies stand beside what they answer', () => {
    const chain = Array.from({ length: 6 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
    const [root] = branchesOf(chain, 2)
    expect(root?.replies[0]?.replies.map((branch) => branch.comment.id)).toEqual(['2', '3', '4', '5'])
  })

  test('what is below a comment is counted, with the first few who wrote it', () => {
    const below = belowOf(inReadingOrder(thread, oldFirst)).get('a')
    expect(below).toEqual({ count: 3, handles: ['c', 'e', 'd'] })
    expect(belowWords(below as never)).toBe('3 replies: c, e, d')
  })

  test('who answers oneself takes nobody’s place among them', () => {
    const by = (handle: string, id: string, parentId: string | null) => ({
      ...comment(id, parentId, Number(id)),
      author: { handle },
    })
    const thread = [by('p', '0', null), by('ann', '1', '0'), by('ann', '2', '1'), by('bo', '3', '1')]
    const more = [by('cy', '4', '1'), by('di', '5', '1'), by('ed', '6', '0')]
    const below = belowOf([...thread, ...more])
    expect(below.get('0')).toEqual({ count: 6, handles: ['ann', 'bo', 'cy', 'di'] })
    expect(below.get('1')).toEqual({ count: 4, handles: ['ann', 'bo', 'cy', 'di'] })
  })
})

describe('Folding', () => {
  const wide = (beginnings: number, replies: number) =>
    Array.from({ length: beginnings }, (_, b) => [
      comment(`b${b}`, null, b),
      ...Array.from({ length: replies }, (_, r) => comment(`b${b}r${r}`, `b${b}`, 1000 + r)),
    ]).flat()

  test('200 comments are shown whole, however deep', () => {
    const chain = Array.from({ length: 200 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
    const { shown, rests } = fold(chain)
    expect(shown).toEqual(chain)
    expect(rests.size).toBe(0)
  })

  test('of more, 200 arrive: the first replies to each before the further ones to any', () => {
    const { shown, rests } = fold(wide(40, 10))
    expect(shown).toHaveLength(200)
    expect(shown.map(({ id }) => id).slice(0, 6)).toEqual(['b0', 'b0r0', 'b0r1', 'b0r2', 'b0r3', 'b1'])
    expect(rests.get('b0')).toEqual({ count: 6, handles: ['b0r4', 'b0r5', 'b0r6', 'b0r7'], after: 'b0r3' })
    expect(rests.has('')).toBe(false)
    expect(belowWords(rests.get('b0') as never, 'more reply', 'more replies')).toBe(
      '6 more replies: b0r4, b0r5, b0r6 and others',
    )
  })

  test('of many beginnings the first 50 arrive; the others go on after the last of them', () => {
    const { shown, rests } = fold(wide(3000, 1))
    expect(shown.filter(({ parentId }) => parentId === null)).toHaveLength(50)
    expect(rests.get('')).toMatchObject({ count: 2950 * 2, after: 'b49' })
    const { shown: further } = fold(wide(3000, 1), 'b49')
    expect(further[0]?.id).toBe('b50')
    expect(fold(wide(3000, 1), 'nothing').shown[0]?.id).toBe('b0')
  })

  test('every comment is either shown or counted in one rest, and is reached by following them', () => {
    const all = wide(60, 30)
    const { shown, rests } = fold(all)
    expect([...rests.values()].reduce((sum, { count }) => sum + count, shown.length)).toBe(all.length)
  })

  test('a chain is cut where it is deepest, and says how much is left', () => {
    const chain = Array.from({ length: 10_000 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
    const { shown, rests } = fold(chain)
    expect(shown).toHaveLength(25)
    expect([...rests]).toEqual([['24', { count: 9975, handles: ['25', '26', '27', '28'], after: null }]])
  })
})
