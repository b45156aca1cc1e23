import { expect, test } from 'vitest'
import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { silence } from '#app/features/accounts/silences.server.ts'
import { proposeFraming } from '#app/features/claims/framings.server.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { deleteComment, editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { acceptCoAuthorship, inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { publishPost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { actsOf, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { appeal, decideAppeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { follow } from '#app/features/notifications/follows.server.ts'
import { deedWords, sourcePath } from '#app/features/notifications/notification.ts'
import { notificationsOf, unreadCount } from '#app/features/notifications/notifications.server.ts'
import { changeSettings } from '#app/features/notifications/settings/settings.server.ts'
import { usualWishes } from '#app/features/notifications/settings/settings.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { newCase } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { everything, quiet, toldTo } from './notified.ts'

async function somePost(db: Db, body = 'It kept to it.') {
  const author = await someMember(db)
  const { id } = await writePost(db, author, { title: 'A reading', body })
  return { author, subject: { kind: 'post', id } as Subject }
}

describeOnBothEngines('Members are told', (open, engine) => {
  test('of answers to their posts and comments, and never of what they did themselves', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    const first = await reply(open(), other, subject, { body: 'Did it?' })
    const second = await reply(open(), author, subject, { body: 'It did.', parentId: first.id })
    await reply(open(), author, subject, { body: 'And more.' })
    expect(await toldTo(open(), author)).toEqual([['reply', other.handle, 'comment', first.id]])
    expect(await toldTo(open(), other)).toEqual([['reply', author.handle, 'comment', second.id]])
  })

  test('once of one thing, for the strongest reason that there is', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    await follow(open(), author, { kind: 'post', id: subject.id })
    const draft = { body: `No, @${author.handle}.`, quote: { exact: 'kept to it' } }
    const { id } = await reply(open(), other, subject, draft)
    expect(await toldTo(open(), author)).toEqual([['reply', other.handle, 'comment', id]])
  })

  test('of a quote of theirs in an answer to somebody else', async () => {
    const { author, subject } = await somePost(open())
    const [one, other] = [await someMember(open()), await someMember(open())]
    const parent = await reply(open(), one, subject, { body: 'Did it?' })
    const quote = { exact: 'kept to it' }
    const { id } = await reply(open(), other, subject, { body: 'See.', parentId: parent.id, quote })
    const last = await reply(open(), other, subject, { body: 'So.', parentId: parent.id, quote: { exact: 'Did it' } })
    expect(await toldTo(open(), author)).toEqual([
      ['quote', other.handle, 'comment', id],
      ['reply', one.handle, 'comment', parent.id],
    ])
    expect(await toldTo(open(), one)).toEqual([
      ['reply', other.handle, 'comment', last.id],
      ['reply', other.handle, 'comment', id],
    ])
  })

  test('of their words, or words of their transcript, used as evidence', async () => {
    const { member: bringer, excerpts } = await someThings(open())
    const writer = await someMember(open())
    const { id } = await writePost(open(), writer, { title: 'On it', body: 'See.', evidence: [excerpts[0]] })
    expect(await toldTo(open(), bringer)).toEqual([['evidence', writer.handle, 'post', id]])
  })

  test('of what is new where they follow: people, threads, claims, transcripts and labels', async () => {
    const { claim, excerpts, transcriptId, labelId } = await someThings(open())
    const [writer, ...followers] = await Promise.all(Array.from({ length: 6 }, () => someMember(open())))
    const things = [
      { kind: 'member', id: writer?.id as string },
      { kind: 'claim', id: claim.id },
      { kind: 'framing', id: claim.framings[0] },
      { kind: 'transcript', id: transcriptId },
      { kind: 'label', id: labelId },
    ] as const
    for (const [n, thing] of things.entries()) await follow(open(), followers[n] as typeof writer & {}, thing)
    const { id } = await writePost(open(), writer as NonNullable<typeof writer>, {
      title: 'On it',
      body: 'See.',
      evidence: [{ excerptId: excerpts[0], labelId }],
      bearing: { claimId: claim.id, framingId: claim.framings[0], direction: 'for' },
    })
    for (const follower of followers)
      expect(await toldTo(open(), follower)).toEqual([['followed', writer?.handle, 'post', id]])
    const subject: Subject = { kind: 'transcript', id: transcriptId }
    const comment = await reply(open(), writer as NonNullable<typeof writer>, subject, { body: 'Again.' })
    expect((await toldTo(open(), followers[3] as NonNullable<typeof writer>))[0]?.[3]).toBe(comment.id)
    expect(await toldTo(open(), followers[0] as NonNullable<typeof writer>)).toHaveLength(1)
  })

  test('of a new framing on a claim that they proposed or follow', async () => {
    const { author, claim } = await newCase(open())
    const [follower, other] = [await someMember(open()), await someMember(open())]
    await follow(open(), follower, { kind: 'claim', id: claim.id })
    const placed = await proposeFraming(open(), other, claim.id, { name: `n ${claim.id}`, definition: 'd' })
    const told = [['followed', other.handle, 'framing', placed.id]]
    expect(await toldTo(open(), author)).toEqual(told)
    expect(await toldTo(open(), follower)).toEqual(told)
  })

  test('not of what was deleted before they were told, nor any more of what is deleted after', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    const early = await reply(open(), other, subject, { body: 'Taken back.' })
    await deleteComment(open(), other, early.id)
    expect(await toldTo(open(), author)).toEqual([])
    const late = await reply(open(), other, subject, { body: 'Taken back later.' })
    expect(await toldTo(open(), author)).toHaveLength(1)
    expect(await unreadCount(open(), author)).toBe(1)
    await deleteComment(open(), other, late.id)
    expect(await toldTo(open(), author)).toEqual([])
    expect(await unreadCount(open(), author)).toBe(0)
  })

  test('where somebody mentions them, by the handle that they have or had', async () => {
    const { author, subject } = await somePost(open())
    const [other, named] = [await someMember(open()), await someMember(open())]
    const body = `As @${named.handle.toUpperCase()} says; \`@${author.handle}\` is code.`
    const { id } = await reply(open(), other, subject, { body })
    expect(await toldTo(open(), named)).toEqual([['mention', other.handle, 'comment', id]])
    expect(await toldTo(open(), author)).toEqual([['reply', other.handle, 'comment', id]])
  })

  test('not of what those do whom they block or mute, whenever they began to', async () => {
    const { author, subject } = await somePost(open())
    const [muted, other] = [await someMember(open()), await someMember(open())]
    await silence(open(), author, muted, 'mute')
    await reply(open(), muted, subject, { body: `Hello @${author.handle}` })
    await reply(open(), other, subject, { body: 'Hello' })
    expect(await toldTo(open(), author)).toHaveLength(1)
    await silence(open(), author, other, 'block')
    expect(await toldTo(open(), author)).toEqual([])
    expect(await unreadCount(open(), author)).toBe(0)
  })

  test('of a draft only when it is published, and of nothing in it once it is taken back', async () => {
    const [writer, reader] = [await someMember(open()), await someMember(open())]
    await follow(open(), reader, { kind: 'member', id: writer.id })
    const draft = { title: 'Not yet', body: `For @${reader.handle}`, published: false }
    const { id } = await writePost(open(), writer, draft)
    expect(await toldTo(open(), reader)).toEqual([])
    await publishPost(open(), writer, id)
    expect(await toldTo(open(), reader)).toEqual([['mention', writer.handle, 'post', id]])
    await follow(open(), reader, { kind: 'post', id })
    await reply(open(), writer, { kind: 'post', id }, { body: 'Also this.' })
    expect(await toldTo(open(), reader)).toHaveLength(2)
    await unpublishPost(open(), writer, id)
    expect(await toldTo(open(), reader)).toEqual([])
  })

  test('that somebody asks them to be an author, until they answer', async () => {
    const { author, subject } = await somePost(open())
    const asked = await someMember(open())
    await inviteCoAuthor(open(), author, subject.id, asked.handle)
    expect(await toldTo(open(), asked)).toEqual([['invitation', author.handle, 'invitation', subject.id]])
    await acceptCoAuthorship(open(), asked, subject.id)
    expect(await toldTo(open(), asked)).toEqual([])
    const { id } = await reply(open(), author, subject, { body: 'Welcome.' })
    expect(await toldTo(open(), asked)).toEqual([['reply', author.handle, 'comment', id]])
  })

  test('not of what was imported, and an imported name is told nothing', async () => {
    const { author, subject } = await somePost(open())
    const name = await unclaimedMember(open(), `Old ${subject.id}`)
    const imported = await reply(open(), name, subject, { body: 'From elsewhere.' }, { importKey: subject.id })
    await reply(open(), author, subject, { body: 'Answered.', parentId: imported.id })
    expect(await toldTo(open(), author)).toEqual([])
    expect(await toldTo(open(), name)).toEqual([])
  })

  test('by an edit only of what it cites anew', async () => {
    const { member: bringer, excerpts } = await someThings(open())
    const { author, subject } = await somePost(open())
    const [other, late] = [await someMember(open()), await someMember(open())]
    const comment = await reply(open(), other, subject, { body: 'Once.' })
    await toldTo(open(), author)
    await follow(open(), late, { kind: 'post', id: subject.id })
    await editComment(open(), other, comment.id, { body: 'Twice.', evidence: [excerpts[0]] })
    await editPost(open(), author, subject.id, { body: 'Anew.' })
    expect(await toldTo(open(), author)).toHaveLength(1)
    expect(await toldTo(open(), late)).toEqual([])
    expect(await toldTo(open(), bringer)).toEqual([['evidence', other.handle, 'comment', comment.id]])
  })

  test('of a kind only where they wish to be', async () => {
    const { author, subject } = await somePost(open())
    const wishes = { ...usualWishes(), reply: { onSite: false, byMail: false } }
    await changeSettings(open(), author, { wishes, frequency: 'none' })
    await reply(open(), await someMember(open()), subject, { body: 'Hello?' })
    expect(await toldTo(open(), author)).toEqual([])
    const kept = { ...wishes, reply: { onSite: false, byMail: true } }
    await changeSettings(open(), author, { wishes: kept, frequency: 'none' })
    await reply(open(), await someMember(open()), subject, { body: 'Hello?' })
    expect(await toldTo(open(), author)).toEqual([])
    const rows = open().selectFrom('notifications').select(['on_site', 'by_mail']).where('member_id', '=', author.id)
    expect(await rows.execute()).toEqual([{ on_site: 0, by_mail: 1 }])
  })

  test('once, however many servers tell at once, and of every deed', async () => {
    const { author, subject } = await somePost(open())
    const others = await Promise.all(Array.from({ length: 10 }, () => someMember(open())))
    await Promise.all(others.map((other) => reply(open(), other, subject, { body: 'Yes.' })))
    await Promise.all([1, 2, 3, 4].map(() => tellOfDeeds(open(), quiet)))
    expect(await toldTo(open(), author)).toHaveLength(10)
    expect(await open().selectFrom('pending_deeds').selectAll().execute()).toEqual([])
  })

  test('of a deed that commits after later ones were told of', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    const early = await inTransaction(open(), async (tx) => {
      const comment = await reply(tx, other, subject, { body: 'Slow.' })
      // SQLite lets one write at a time: nothing can overtake.
      if (engine === 'postgres') await tellLater(author, other)
      return comment
    })
    expect((await toldTo(open(), author)).map((told) => told[3])).toContain(early.id)
  })

  async function tellLater(author: Member, other: Member) {
    const { id } = await writePost(open(), author, { title: 'Another', body: 'Words.' })
    const late = await reply(open(), other, { kind: 'post', id }, { body: 'Fast.' })
    expect((await toldTo(open(), author)).map((told) => told[3])).toEqual([late.id])
  }

  test('of the rest, when one deed cannot be told of; that one waits', async () => {
    const { author, subject } = await somePost(open())
    const other = await someMember(open())
    await toldTo(open(), author)
    const { id } = await reply(open(), other, subject, { body: 'Broken.' })
    await inTransaction(open(), (tx) =>
      tx.updateTable('comments').set({ subject_kind: 'nothing' }).where('id', '=', id).execute(),
    )
    const whole = await reply(open(), other, subject, { body: 'Whole.' })
    const complaints: string[] = []
    await tellOfDeeds(open(), { error: (_, message) => complaints.push(message) })
    expect(complaints).toEqual(['nobody could be told of a deed'])
    expect((await toldTo(open(), author)).map((told) => told[3])).toEqual([whole.id])
    expect(await open().selectFrom('pending_deeds').selectAll().execute()).toHaveLength(1)
  })

  test('of what moderators did to what is theirs and what came of an appeal, also by somebody whom they mute', async () => {
    const { author, subject } = await somePost(open())
    const mods = await Promise.all([1, 2].map(() => someMember(open(), 'moderator')))
    const [mod, other] = mods as [Member, Member]
    await silence(open(), author, mod, 'mute')
    const thing = { kind: 'post' as const, id: subject.id }
    await moderate(open(), mod, thing, { act: 'dismissed', rule: 'spam', why: 'Nothing.' })
    await moderate(open(), mod, thing, { act: 'warned', rule: 'spam', why: 'It sells a thing.' })
    await tellOfDeeds(open(), quiet)
    const [warning] = await actsOf(open(), author)
    await appeal(open(), author, warning?.id as string, { why: 'It does not.' })
    await decideAppeal(open(), other, warning?.id as string, { decision: 'upheld', why: 'It does so.' })
    await tellOfDeeds(open(), quiet)
    const { items } = await notificationsOf(open(), author, everything)
    const sentences = items.map((one) => [one.actor.handle, deedWords(one), one.subject.title, one.words])
    expect(sentences).toEqual([
      [other.handle, 'answered', 'your appeal', 'It does so.'],
      [mod.handle, 'gave you', 'a warning', 'It sells a thing.'],
    ])
    expect(items.map(sourcePath)).toEqual(Array(2).fill(`/settings/moderation#act-${warning?.id}`))
    expect(await unreadCount(open(), author)).toBe(2)
  })
})
