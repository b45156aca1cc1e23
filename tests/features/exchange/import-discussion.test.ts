import { describe, expect, test } from 'vitest'
import { addWithoutPassword, findProfile } from '#app/features/accounts/accounts.server.ts'
import { commentsOn } from '#app/features/discussion/comments/comments.server.ts'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { type GivenDiscussion, readDiscussion } from '#app/features/exchange/formats/read-discussion.ts'
import { importDiscussion } from '#app/features/exchange/imports/import-discussion.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { hasData, readDataJson } from '#tests/support/data.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

async function importInto(db: Db, discussion: GivenDiscussion) {
  const member = await addWithoutPassword(db, `m${newId()}`)
  return importDiscussion(db, member, { file: 'answer.json', format: 'lesswrong', discussion })
}

const written = (id: string, body: string, parentCommentId: string | null = null) => ({
  _id: id,
  postedAt: '2020-02-03T04:05:06.789Z',
  user: { slug: 'jo-smith', displayName: 'Jo Smith' },
  contents: { markdown: body },
  parentCommentId,
})

function discussionOf(key: string, comments: object[], post: object = {}) {
  const result = { ...written(key, `Says ${key}.`), title: `About ${key}`, ...post }
  return readDiscussion({ data: { post: { result }, comments: { results: comments } } })
}

describeOnBothEngines('Importing a discussion', (open) => {
  test('keeps times and authors, who are unclaimed, and parents whatever the order', async () => {
    const comments = [written('o2', 'Second.', 'o1'), written('o1', 'First.')]
    const report = await importInto(open(), discussionOf('ordered', comments))
    expect(report).toMatchObject({ created: 3, existing: 0, refused: [] })
    const [postId = '', first, second] = report.ids
    const at = Date.UTC(2020, 1, 3, 4, 5, 6, 789)
    expect(await findPost(open(), postId)).toMatchObject({
      ...{
        title: 'About ordered',
        body: 'Says ordered.',
        author: { handle: 'Jo-Smith' },
        createdAt: at,
        commentCount: 2,
      },
    })
    const kept = await commentsOn(open(), { kind: 'post', id: postId })
    expect(kept.find(({ id }) => id === first)).toMatchObject({ body: 'First.', parentId: null, createdAt: at })
    expect(kept.find(({ id }) => id === second)).toMatchObject({ body: 'Second.', parentId: first, depth: 1 })
    expect(await findProfile(open(), 'Jo-Smith')).toMatchObject({ unclaimed: true })
  })

  test('again makes nothing twice, and brings what is new', async () => {
    const one = written('a1', 'One.')
    const first = await importInto(open(), discussionOf('again', [one]))
    const more = await importInto(open(), discussionOf('again', [one, written('a2', 'Two.', 'a1')]))
    expect(more).toMatchObject({ created: 1, existing: 2, refused: [] })
    expect(more.ids.slice(0, 2)).toEqual(first.ids)
    expect(await commentsOn(open(), { kind: 'post', id: first.ids[0] as string })).toHaveLength(2)
  })

  test('at once ends in exact counts', async () => {
    const comments = Array.from({ length: 12 }, (_, n) => written(`t${n}`, `${n}.`, n % 3 === 0 ? null : `t${n - 1}`))
    const all = await Promise.all([1, 2, 3].map(() => importInto(open(), discussionOf('twice', comments))))
    expect(all.map(({ refused }) => refused)).toEqual([[], [], []])
    expect(all.reduce((sum, { created }) => sum + created, 0)).toBe(13)
    expect(await findPost(open(), all[0]?.ids[0] as string)).toMatchObject({ commentCount: 12 })
  })

  test('refuses what is too long with those that answer it, and keeps the rest', async () => {
    const comments = [written('l1', 'x'.repeat(100_001)), written('l2', 'Answers it.', 'l1'), written('l3', 'Stands.')]
    const report = await importInto(open(), discussionOf('limits', comments))
    expect(report).toMatchObject({ created: 2, existing: 0 })
    expect(report.refused).toEqual([
      { file: 'answer.json', line: 1, reason: expect.stringContaining('100,000') },
      { file: 'answer.json', line: 2, reason: 'It answers l1, which is refused.' },
    ])
  })

  test('whose post cannot be kept writes nothing', async () => {
    const bad = discussionOf('bad', [written('b1', 'Fine.')], { title: 'x'.repeat(201) })
    await expect(importInto(open(), bad)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { title: [expect.stringContaining('200')] },
    })
  })
})

describe.skipIf(!hasData)('With a real post and its 7 comments,', () => {
  describeOnBothEngines('importing', (open) => {
    test('brings each once, with parents, dates and authors', async () => {
      const answer = readDataJson('lesswrong/alignment-faking-frame.graphql.json')
      const report = await importInto(open(), readDiscussion(answer))
      expect(report).toMatchObject({ created: 8, existing: 0, refused: [] })
      expect(await importInto(open(), readDiscussion(answer))).toEqual({ ...report, created: 0, existing: 8 })
      const post = await findPost(open(), report.ids[0] as string)
      expect(post).toMatchObject({
        author: { handle: 'Jan_Kulveit' },
        createdAt: Date.parse('2024-12-20T09:51:04.664Z'),
        commentCount: 7,
      })
      const comments = await commentsOn(open(), { kind: 'post', id: post.id })
      const handleOf = (id: string | null) => comments.find((comment) => comment.id === id)?.author.handle ?? null
      const parents = Object.fromEntries(comments.map(({ author, parentId }) => [author.handle, handleOf(parentId)]))
      expect(parents).toEqual({
        evhub: null,
        '1a3orn': null,
        KatWoods: null,
        Htarlov: null,
        zroe1: 'evhub',
        Jan_Kulveit: 'evhub',
        Ann: '1a3orn',
      })
      expect(comments.map(({ createdAt }) => createdAt).sort()).toEqual(
        // biome-ignore lint/suspicious/noExplicitAny: the shape of somebody else's file
        answer.data.comments.results.map(({ postedAt }: any) => Date.parse(postedAt)).sort(),
      )
    })
  })
})
