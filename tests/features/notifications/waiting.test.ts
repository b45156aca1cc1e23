import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { actsOf, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { appeal, decideAppeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { flag } from '#app/features/moderation/flags/flags.server.ts'
import { deedWords, kindsFor, sourcePath } from '#app/features/notifications/notification.ts'
import { notificationsOf, unreadCount } from '#app/features/notifications/notifications.server.ts'
import { settingsOf } from '#app/features/notifications/settings/settings.server.ts'
import { setByForm } from '#app/features/notifications/settings/settings-by-form.server.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { everything, quiet } from './notified.ts'

async function someCast(db: Db) {
  const members = [await someMember(db), await someMember(db), await someMember(db)] as const
  const moderators = [await someMember(db, 'moderator'), await someMember(db, 'admin')] as const
  const post = await writePost(db, members[0], { title: 'Buy this', body: 'Cheap.' })
  const comment = await reply(db, members[0], { kind: 'post', id: post.id }, { body: 'Cheaper *still*.' })
  return { members, moderators, post, comment: { kind: 'comment' as const, id: comment.id } }
}

async function toldTo(db: Db, member: Member) {
  await tellOfDeeds(db, quiet)
  const { items } = await notificationsOf(db, member, everything)
  const waiting = items.filter(({ kind }) => kind === 'waiting')
  return waiting.map((one) => [one.actor.handle, deedWords(one), one.subject.title, one.words, sourcePath(one)])
}

describeOnBothEngines('Moderators are told of what waits for them', (open) => {
  test('of what is flagged, once for all who flag it, without their names, until it is decided, and then anew', async () => {
    const { members, moderators, comment } = await someCast(open())
    const [author, reader, another] = members
    const [moderator, admin] = moderators
    await flag(open(), reader, comment, { rule: 'spam', why: 'It sells.' })
    const told = [author.handle, 'was flagged for', 'a comment of theirs', 'Cheaper still.']
    const path = `/moderation/comment/${comment.id}`
    expect(await toldTo(open(), moderator)).toEqual([[...told, path]])
    await flag(open(), another, comment, { rule: 'persons' })
    expect(await toldTo(open(), admin)).toEqual([[...told, path]])
    for (const other of [author, reader]) expect(await toldTo(open(), other)).toEqual([])
    await moderate(open(), moderator, comment, { act: 'dismissed', rule: 'spam', why: 'Nothing.' })
    expect(await toldTo(open(), admin)).toEqual([])
    expect(await unreadCount(open(), admin)).toBe(0)
    await flag(open(), await someMember(open()), comment, { rule: 'spam' })
    expect(await toldTo(open(), admin)).toEqual([[...told, path]])
  })

  test('not of flags on what is theirs, of their own flags, or once they are no moderators', async () => {
    const { members, moderators } = await someCast(open())
    const [moderator, admin] = moderators
    await flag(open(), members[1], { kind: 'member', id: moderator.id }, { rule: 'persons' })
    expect(await toldTo(open(), moderator)).toEqual([])
    expect((await toldTo(open(), admin))[0]?.slice(0, 3)).toEqual([
      moderator.handle,
      'was flagged for',
      'what they do here',
    ])
    await flag(open(), admin, { kind: 'member', id: members[0].id }, { rule: 'persons' })
    expect(await toldTo(open(), admin)).toHaveLength(1)
    await inTransaction(open(), (tx) =>
      tx.updateTable('members').set({ role: 'member' }).where('id', '=', admin.id).execute(),
    )
    expect(await toldTo(open(), admin)).toEqual([])
  })

  test('of an appeal, also by somebody whom they mute, until somebody decides', async () => {
    const { members, moderators, comment } = await someCast(open())
    const [author] = members
    const [moderator, admin] = moderators
    await moderate(open(), moderator, comment, { act: 'warned', rule: 'spam', why: 'It sells.' })
    const [warning] = await actsOf(open(), author)
    await appeal(open(), author, warning?.id as string, { why: 'It does not.' })
    const told = [author.handle, 'appeals against', 'what a moderator did', 'It does not.', '/moderation#appeals']
    expect(await toldTo(open(), admin)).toEqual([told])
    await decideAppeal(open(), admin, warning?.id as string, { decision: 'upheld', why: 'It does so.' })
    expect(await toldTo(open(), moderator)).toEqual([])
  })

  test('as they wish to be; who saves their wishes before they are a moderator loses none', async () => {
    const member = await someMember(open())
    expect(kindsFor(member)).not.toContain('waiting')
    await setByForm(open(), member, { 'reply.site': 'on', 'waiting.mail': 'on' })
    const wishes = (await settingsOf(open(), member)).wishes
    expect(wishes).toMatchObject({ waiting: { onSite: true, byMail: true }, mention: { onSite: false } })
    const moderator = { ...member, role: 'moderator' as const }
    await setByForm(open(), moderator, { 'waiting.site': 'on' })
    expect((await settingsOf(open(), member)).wishes.waiting).toEqual({ onSite: true, byMail: false })
  })
})
