import { expect, test } from 'vitest'
import { editComment, findComment, findThread, reply } from '#app/features/discussion/comments/comments.server.ts'
import { findPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, publishPost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { actsOf, deleteWritten, moderate, newestActs } from '#app/features/moderation/acts/acts.server.ts'
import { countsWords } from '#app/features/moderation/acts/counts.ts'
import { refuseSuspended, suspendedUntil } from '#app/features/moderation/acts/suspending.server.ts'
import { findThing } from '#app/features/moderation/acts/things.server.ts'
import { waitingCount } from '#app/features/moderation/acts/waiting.server.ts'
import { appeal, decideAppeal, openAppeals } from '#app/features/moderation/appeals/appeals.server.ts'
import type { ThingRef } from '#app/features/moderation/flags/flag.ts'
import {
  flag,
  flaggedBeside,
  openFlagCount,
  openFlags,
  ownFlag,
  takeBackFlag,
} from '#app/features/moderation/flags/flags.server.ts'
import type { Db } from '#db/open.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

async function someCast(db: Db) {
  const [author, reader, moderator, another] = [
    await someMember(db),
    await someMember(db),
    await someMember(db, 'moderator'),
    await someMember(db, 'moderator'),
  ]
  const post = await writePost(db, author, { title: 'Buy this', body: 'Cheap.' })
  const comment = await reply(db, author, { kind: 'post', id: post.id }, { body: 'Cheaper.' })
  const thing: ThingRef = { kind: 'comment', id: comment.id }
  return { author, reader, moderator, another, post, comment, thing }
}

const hidden = { act: 'hidden', rule: 'spam', why: 'It only sells.' }
const logged = async (db: Db) => (await newestActs(db, { limit: 5, after: null })).items

describeOnBothEngines('Moderation in the open', (open) => {
  test('one flags what is another’s, once, and may take it back until it is decided', async () => {
    const { author, reader, moderator, thing } = await someCast(open())
    await expect(flag(open(), author, thing, { rule: 'spam' })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(flag(open(), reader, thing, { rule: 'taste' })).rejects.toMatchObject({ kind: 'invalid' })
    await flag(open(), reader, thing, { rule: 'spam', why: 'First' })
    await flag(open(), reader, thing, { rule: 'spam', why: 'Look' })
    expect(await openFlags(open(), thing)).toMatchObject([{ count: 1, said: [{ rule: 'spam', why: 'Look' }] }])
    await takeBackFlag(open(), reader, thing)
    expect(await openFlags(open(), thing)).toEqual([])
    await flag(open(), reader, thing, { rule: 'spam' })
    await moderate(open(), moderator, thing, hidden)
    await takeBackFlag(open(), reader, thing)
    expect(await ownFlag(open(), reader, thing)).toMatchObject({ state: 'upheld' })
  })

  test('what its author took back to a draft waits for nobody, with what stands under it, until it is published again', async () => {
    const { author, reader, post, thing } = await someCast(open())
    const count = () => openFlagCount(open(), reader.id)
    const before = await count()
    const beforeOwn = await openFlagCount(open(), author.id)
    const things = [thing, { kind: 'post', id: post.id } as const]
    for (const one of things) await flag(open(), reader, one, { rule: 'spam' })
    await unpublishPost(open(), author, post.id)
    for (const one of things) expect(await openFlags(open(), one)).toEqual([])
    expect(await count()).toBe(before)
    await publishPost(open(), author, post.id)
    expect(await count()).toBe(before + 2)
    expect(await openFlagCount(open(), author.id)).toBe(beforeOwn)
    for (const one of things) await takeBackFlag(open(), reader, one)
  })

  test('all that is flagged of somebody is hidden at once where a moderator says so, each with a line of its own', async () => {
    const { author, reader, moderator, post, thing } = await someCast(open())
    const more = await reply(open(), author, { kind: 'post', id: post.id }, { body: 'Cheapest.' })
    const deleted = await reply(open(), author, { kind: 'post', id: post.id }, { body: 'Gone.' })
    const quiet = await reply(open(), author, { kind: 'post', id: post.id }, { body: 'Not flagged.' })
    const things: ThingRef[] = [thing, ...[more, deleted].map(({ id }) => ({ kind: 'comment' as const, id }))]
    for (const one of things) await flag(open(), reader, one, { rule: 'spam' })
    await deleteWritten(open(), author, 'comment', deleted.id)
    expect(await findThing(open(), things[2] as ThingRef, moderator)).toMatchObject({ isOwnDeletion: true })
    expect(await flaggedBeside(open(), { ...thing, authorId: author.id })).toEqual([{ kind: 'comment', id: more.id }])
    await moderate(open(), moderator, thing, { ...hidden, all: 'on' })
    for (const { id } of [thing, more]) expect((await findComment(open(), id)).isDeleted).toBe(true)
    expect((await findComment(open(), quiet.id)).isDeleted).toBe(false)
    expect((await actsOf(open(), author)).map(({ act }) => act)).toEqual(['hidden', 'hidden'])
    expect(await openFlags(open(), things[2])).toHaveLength(1)
    await moderate(open(), moderator, things[2] as ThingRef, { ...hidden, act: 'dismissed' })
  })

  test('what is hidden leaves a tombstone and a line in the log that names the rule and nobody', async () => {
    const { author, reader, moderator, post, comment, thing } = await someCast(open())
    await expect(moderate(open(), reader, thing, hidden)).rejects.toMatchObject({ kind: 'not allowed' })
    const { excerpts, claim } = await someThings(open())
    const bearing = { claimId: claim.id, framingId: claim.framings[0] as string, direction: 'for' as const }
    await editComment(open(), author, comment.id, { evidence: [excerpts[0]], bearing })
    await moderate(open(), moderator, thing, hidden)
    expect(await findComment(open(), comment.id)).toMatchObject({ isDeleted: true })
    expect(await findThread(open(), { kind: 'post', id: post.id })).toMatchObject({ commentCount: 0 })
    const [line] = await logged(open())
    expect(countsWords(line?.counts ?? {})).toBe('1 argument, 1 citation of an excerpt')
    expect(line).toMatchObject({ act: 'hidden', rule: 'spam', rulesVersion: 2, moderator: moderator.handle })
    for (const word of [author.id, author.handle, 'only sells']) expect(JSON.stringify(line)).not.toContain(word)
    expect(await actsOf(open(), author)).toMatchObject([{ act: 'hidden', why: 'It only sells.' }])
    await moderate(open(), moderator, thing, { ...hidden, act: 'restored' })
    expect((await logged(open()))[0]).toMatchObject({ act: 'restored', counts: { arguments: 1, citations: 1 } })
    expect(await findComment(open(), comment.id)).toMatchObject({ isDeleted: false, body: 'Cheaper.' })
    expect(await findThread(open(), { kind: 'post', id: post.id })).toMatchObject({ commentCount: 1 })
  })

  test('what its author deleted no moderator brings back, and nobody moderates their own', async () => {
    const { author, moderator, another, post } = await someCast(open())
    await deletePost(open(), author, post.id)
    const restored = { ...hidden, act: 'restored' }
    await expect(moderate(open(), moderator, { kind: 'post', id: post.id }, restored)).rejects.toMatchObject({
      kind: 'conflict',
    })
    const own = await writePost(open(), moderator, { title: 'Mine', body: 'x' })
    const ref: ThingRef = { kind: 'post', id: own.id }
    await expect(moderate(open(), moderator, ref, hidden)).rejects.toMatchObject({ kind: 'not allowed' })
    const suspended = { act: 'suspended', rule: 'spam', why: 'x', days: '3' }
    await expect(moderate(open(), another, ref, suspended)).rejects.toMatchObject({ kind: 'not allowed' })
  })

  test('a moderator who deletes without naming a rule is in the log all the same, and a member’s own deletion is not', async () => {
    const { author, moderator, post, comment } = await someCast(open())
    await deleteWritten(open(), author, 'comment', comment.id)
    await deleteWritten(open(), moderator, 'post', post.id)
    await deleteWritten(open(), moderator, 'post', post.id)
    expect(await actsOf(open(), author)).toMatchObject([{ act: 'hidden', kind: 'post', rule: '' }])
  })

  test('who is suspended sends nothing but an appeal and what leads out, until the day', async () => {
    const { author, moderator, thing } = await someCast(open())
    await moderate(open(), moderator, thing, { act: 'suspended', rule: 'spam', why: 'Again.', days: '2' })
    const until = await suspendedUntil(open(), author)
    expect((until ?? 0) - Date.now()).toBeGreaterThan(47 * 3_600_000)
    await expect(refuseSuspended(open(), author, '/posts/new')).rejects.toMatchObject({
      kind: 'not allowed',
      more: { suspendedUntil: new Date(until ?? 0).toISOString() },
    })
    for (const path of ['/settings/moderation', '/settings/removal', '/sign-out'])
      await refuseSuspended(open(), author, path)
    await moderate(open(), moderator, { kind: 'member', id: author.id }, { ...hidden, act: 'released' })
    await refuseSuspended(open(), author, '/posts/new')
  })

  test('an appeal is decided by another moderator, and what is reversed is undone, once, also when two decide at once', async () => {
    const { author, reader, moderator, another, post, thing } = await someCast(open())
    await moderate(open(), moderator, thing, hidden)
    const id = (await actsOf(open(), author))[0]?.id ?? ''
    await expect(appeal(open(), reader, id, { why: 'No.' })).rejects.toMatchObject({ kind: 'not found' })
    const waiting = () => Promise.all([moderator, another].map((one) => waitingCount(open(), one)))
    const before = (await waiting()).map(Number)
    await appeal(open(), author, id, { why: 'It was a joke.' })
    expect(await waiting()).toEqual([before[0], before[1]! + 1])
    await expect(appeal(open(), author, id, { why: 'Again.' })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await openAppeals(open())).find(({ actId }) => actId === id)).toMatchObject({ why: 'It was a joke.' })
    const said = { decision: 'reversed', why: 'So it was.' }
    await expect(decideAppeal(open(), moderator, id, said)).rejects.toMatchObject({ kind: 'not allowed' })
    const third = await someMember(open(), 'moderator')
    const decided = await Promise.allSettled([another, third].map((one) => decideAppeal(open(), one, id, said)))
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await findComment(open(), thing.id)).toMatchObject({ isDeleted: false })
    expect(await findThread(open(), { kind: 'post', id: post.id })).toMatchObject({ commentCount: 1 })
    const acts = await actsOf(open(), author)
    expect(acts).toMatchObject([{ act: 'restored' }, { act: 'hidden', appeal: 'reversed', decidedWhy: 'So it was.' }])
  })

  test('a thread is locked and opened by a rule, and a warning changes nothing but what its member reads', async () => {
    const { author, reader, moderator, post } = await someCast(open())
    const ref: ThingRef = { kind: 'post', id: post.id }
    const answer = () => reply(open(), reader, { kind: 'post', id: post.id }, { body: 'y' })
    await moderate(open(), moderator, ref, { ...hidden, act: 'locked' })
    await expect(answer()).rejects.toMatchObject({ kind: 'not allowed' })
    await moderate(open(), moderator, ref, { ...hidden, act: 'opened' })
    await answer()
    await moderate(open(), moderator, ref, { ...hidden, act: 'warned' })
    expect(await findPost(open(), post.id)).toMatchObject({ isDeleted: false })
    expect((await actsOf(open(), author)).map(({ act }) => act)).toEqual(['warned', 'opened', 'locked'])
  })
})
