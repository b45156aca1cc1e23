import { describe, expect, test } from 'vitest'
import { branchesOf, inReadingOrder, newFirst, oldFirst } from '#app/features/discussion/threads/thread.ts'

const comment = (id: string, parentId: string | null, createdAt: number) => ({
  id,
  parentId,
  createdAt,
  author: { handle: id },
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
    expect(branchesOf(chain)[0]?.below).toBe(9_999)
  })

  test('below the deepest level replies stand beside what they answer', () => {
    const chain = Array.from({ length: 6 }, (_, n) => comment(`${n}`, n === 0 ? null : `${n - 1}`, n))
    const [root] = branchesOf(chain, 2)
    expect(root?.replies[0]?.replies.map((branch) => branch.comment.id)).toEqual(['2', '3', '4', '5'])
    expect(root?.below).toBe(5)
  })

  test('a branch knows how many are below it, and the first few who wrote them', () => {
    const [a] = branchesOf(inReadingOrder(thread, oldFirst))
    expect(a).toMatchObject({ below: 3, handles: ['c', 'e', 'd'] })
  })
})
