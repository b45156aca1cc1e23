import { expect, test } from 'vitest'
import { endSilence, refuseIfBlocked, silence, silencedBy, silencesOf } from '#app/features/accounts/silences.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { acceptCoAuthorship, inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import type { Db } from '#db/open.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

async function threeOn(db: Db) {
  const [author, other, third] = [await someMember(db), await someMember(db), await someMember(db)]
  const post = await writePost(db, author, { title: 'A reading', body: 'x' })
  return { author, other, third, subject: { kind: 'post', id: post.id } as const }
}

describeOnBothEngines('Blocking and muting', (open) => {
  test('who is blocked or muted is silenced for this member alone, until heard again', async () => {
    const { author, other, third } = await threeOn(open())
    await silence(open(), author, other, 'mute')
    await silence(open(), author, third, 'block')
    expect(await silencedBy(open(), author)).toEqual(new Set([other.id, third.id]))
    expect(await silencedBy(open(), other)).toEqual(new Set())
    expect(await silencedBy(open(), null)).toEqual(new Set())
    await endSilence(open(), author, other)
    await endSilence(open(), author, other)
    expect(await silencedBy(open(), author)).toEqual(new Set([third.id]))
    expect(await silencesOf(open(), author)).toMatchObject([{ kind: 'block', handle: third.handle }])
  })

  test('a mute made a block, or both asked for at once, is one row', async () => {
    const { author, other } = await threeOn(open())
    await silence(open(), author, other, 'mute')
    await refuseIfBlocked(open(), other, [author.id])
    await Promise.all([silence(open(), author, other, 'block'), silence(open(), author, other, 'block')])
    await expect(refuseIfBlocked(open(), other, [author.id])).rejects.toMatchObject({ kind: 'not allowed' })
    await refuseIfBlocked(open(), author, [other.id])
    expect(await silencesOf(open(), author)).toHaveLength(1)
  })

  test('who is blocked cannot answer the blocker’s posts or comments, nor anybody under that post', async () => {
    const { author, other, third, subject } = await threeOn(open())
    const byThird = await reply(open(), third, subject, { body: 'y' })
    await silence(open(), author, other, 'block')
    const refused = { kind: 'not allowed', message: expect.stringContaining(author.handle) }
    await expect(reply(open(), other, subject, { body: 'z' })).rejects.toMatchObject(refused)
    await expect(reply(open(), other, subject, { body: 'z', parentId: byThird.id })).rejects.toMatchObject(refused)

    const elsewhere = { kind: 'claim', id: (await someThings(open())).claim.id } as const
    const byAuthor = await reply(open(), author, elsewhere, { body: 'w' })
    await expect(reply(open(), other, elsewhere, { body: 'v', parentId: byAuthor.id })).rejects.toMatchObject(refused)
    expect((await reply(open(), other, elsewhere, { body: 'at the top' })).isNew).toBe(true)
  })

  test('who is blocked by a co-author cannot answer the post, once the co-author is one', async () => {
    const { author, other, third, subject } = await threeOn(open())
    await silence(open(), third, other, 'block')
    await inviteCoAuthor(open(), author, subject.id, third.handle)
    expect((await reply(open(), other, subject, { body: 'asked only' })).isNew).toBe(true)
    await acceptCoAuthorship(open(), third, subject.id)
    await expect(reply(open(), other, subject, { body: 'z' })).rejects.toMatchObject({
      kind: 'not allowed',
      message: expect.stringContaining(third.handle),
    })
  })

  test('a refused answer leaves the count of the thread as it was', async () => {
    const { author, other, subject } = await threeOn(open())
    await silence(open(), author, other, 'block')
    await reply(open(), other, subject, { body: 'z' }).catch(() => {})
    const thread = await open()
      .selectFrom('threads')
      .select('comment_count')
      .where('subject_id', '=', subject.id)
      .executeTakeFirst()
    expect(thread?.comment_count ?? 0).toBe(0)
  })

  test('who is muted answers as before, and so does a moderator who is blocked', async () => {
    const { author, other, subject } = await threeOn(open())
    const moderator = await someMember(open(), 'moderator')
    await silence(open(), author, other, 'mute')
    await silence(open(), author, moderator, 'block')
    expect((await reply(open(), other, subject, { body: 'z' })).isNew).toBe(true)
    expect((await reply(open(), moderator, subject, { body: 'Please keep to the point.' })).isNew).toBe(true)
  })

  test('nobody silences themselves, and the log says not whom somebody silenced', async () => {
    const { author, other } = await threeOn(open())
    await expect(silence(open(), author, author, 'mute')).rejects.toMatchObject({ kind: 'not allowed' })
    await silence(open(), author, other, 'block')
    const noted = await open()
      .selectFrom('activity')
      .selectAll()
      .where('verb', '=', 'member.silenced')
      .where('member_id', '=', author.id)
      .execute()
    expect(noted).toMatchObject([{ subject_kind: 'member', subject_id: author.id }])
  })
})
