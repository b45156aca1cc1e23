import { describe, expect, test } from 'vitest'
import { readDiscussion } from '#app/features/exchange/formats/read-discussion.ts'

const written = (id: string, more: object = {}) => ({
  _id: id,
  postedAt: '2024-12-20T09:51:04.664Z',
  user: { slug: 'wren', displayName: 'Wren' },
  contents: { markdown: `Says ${id}.` },
  ...more,
})
const answering = (id: string, parentCommentId: string | null, more: object = {}) =>
  written(id, { postId: 'p', parentCommentId, ...more })
const answer = (results: unknown[], post: object = {}) => ({
  data: { post: { result: written('p', { title: 'A post', ...post }) }, comments: { results } },
})

describe('A discussion', () => {
  test('has a post and comments with author, time and words', () => {
    const { post, comments } = readDiscussion(answer([answering('a', null, { contents: { html: '<p>Says a.</p>' } })]))
    expect(post).toEqual({
      key: 'p',
      title: 'A post',
      author: 'Wren',
      body: 'Says p.',
      createdAt: Date.UTC(2024, 11, 20, 9, 51, 4, 664),
    })
    expect(comments).toEqual([
      {
        line: 1,
        value: { key: 'a', parentKey: null, author: 'Wren', body: '<p>Says a.</p>', createdAt: post.createdAt },
      },
    ])
    expect(readDiscussion({ data: { post: { result: written('p', { title: 'Alone' }) } } }).comments).toEqual([])
  })

  test('is put in an order in which each comment comes after what it answers', () => {
    const { comments } = readDiscussion(
      answer([answering('c', 'b'), answering('b', 'a'), answering('d', null), answering('a', null)]),
    )
    expect(comments.map(({ value }) => value.key)).toEqual(['d', 'a', 'b', 'c'])
  })

  test('refuses comments that answer nothing that is here, with all that answer them', () => {
    const results = [
      answering('a', 'gone'),
      answering('b', 'a'),
      answering('c', 'd'),
      answering('d', 'c'),
      answering('e', null, { postedAt: 'yesterday' }),
      answering('f', 'e'),
      answering('g', null, { postId: 'other' }),
      answering('h', null),
      answering('h', null),
    ]
    const { comments, refused } = readDiscussion(answer(results))
    expect(comments.map(({ value }) => value.key)).toEqual(['h'])
    expect(Object.fromEntries(refused.map(({ line, reason }) => [line, reason]))).toEqual({
      1: 'a answers gone, which is not in this file or is refused.',
      2: 'b answers a, which is not in this file or is refused.',
      3: 'c answers d, which is not in this file or is refused.',
      4: 'd answers c, which is not in this file or is refused.',
      5: 'postedAt: This is not a time.',
      6: 'f answers e, which is not in this file or is refused.',
      7: 'postId: g is about another post.',
      9: 'h stands here a second time.',
    })
  })

  test('keeps authors apart who would share a handle', () => {
    const by = (id: string, slug: string, displayName: string) => answering(id, null, { user: { slug, displayName } })
    const results = [
      by('a', 'ann-1', 'Ann'),
      by('b', 'ann-2', 'ann'),
      by('c', 'anna', 'Анна'),
      by('d', 'ann-1', 'Ann'),
      answering('e', null, { user: null }),
    ]
    expect(readDiscussion(answer(results)).comments.map(({ value }) => value.author)).toEqual([
      'Ann',
      'ann-2',
      'anna',
      'Ann',
      'deleted',
    ])
  })

  test.each([
    ['nothing of it', {}],
    ['no post', { data: { post: { result: null } } }],
    ['a list of errors', { errors: [{ message: 'no' }] }],
    ['text', 'text'],
  ])('is refused where the file has %s', (_, document) => {
    expect(() => readDiscussion(document)).toThrow()
  })

  test('may be deeper than a stack', () => {
    const deep = Array.from({ length: 20_000 }, (_, n) => answering(`c${n}`, n === 0 ? null : `c${n - 1}`))
    expect(readDiscussion(answer(deep.reverse())).comments).toHaveLength(20_000)
  })
})
