import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { authenticate, findProfile, join, memberOfHandle } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { noteDepartures } from '#app/features/ballots/departing/departures.server.ts'
import { overTime } from '#app/features/ballots/over-time/days.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { everythingKept } from '#app/features/keeping/everything-kept.ts'
import { given, ownData } from '#app/features/keeping/giving/own-data.server.ts'
import { removeByCommand, removeMember, removeOneself } from '#app/features/keeping/removing/removals.server.ts'
import { leftOfRemoved, sweepRemoval, sweepRemovals } from '#app/features/keeping/removing/sweep.server.ts'
import { newestActs } from '#app/features/moderation/acts/acts.server.ts'
import { countsWords } from '#app/features/moderation/acts/counts.ts'
import { totalsOf, vote } from '#app/features/votes/votes.server.ts'
import { renameInAnswers } from '#app/http/renaming.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { castAll, cellOf, lived } from './lived.ts'

const sweep = (db: Db, later = 0) => sweepRemovals(db, renameInAnswers, now() + later)
const aWhile = 61_000
/** The cast's transcripts are bare rows without turns. */
const bare = ['turns of transcripts', 'anchors']
const wrong = async (db: Db) => (await examine(db)).filter(({ ok, name }) => !ok && !bare.includes(name))

const tablesOf = async (db: Db) => (await db.introspection.getTables()).filter(({ isView }) => !isView)

/** Every column of every table that has some letters in it somewhere. */
async function tellers(db: Db, letters: string): Promise<string[]> {
  const found: string[] = []
  for (const { name: table, columns } of await tablesOf(db))
    for (const { name } of columns) {
      const rows = sql`select 1 as one from ${sql.table(table)}
        where lower(cast(${sql.ref(name)} as text)) like ${`%${letters.toLowerCase()}%`} limit 1`
      if ((await rows.execute(db)).rows.length > 0) found.push(`${table}.${name}`)
    }
  return found
}

/** Every column that SQLite knows to refer to members. */
async function linksOf(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const { name: table } of await tablesOf(db)) {
    const links = sql<{ column: string }>`select "from" as "column" from pragma_foreign_key_list(${table})
      where "table" = 'members'`
    found.push(...(await links.execute(db)).rows.map(({ column }) => `${table}.${column}`))
  }
  return found
}

const idColumn = /(^|_)(member_id|moderator_id|_by|by|silenced_id|unclaimed_id|actor_id|attributed_to)$/

describeOnBothEngines('A member’s own data', (open) => {
  test('is all that is kept of them, by kind, and nothing of others or that lets somebody in', async () => {
    const { member, first, other, things, mark } = await lived(open())
    let text = ''
    for await (const piece of ownData(open(), member)) text += piece
    const data = JSON.parse(text)
    for (const { given: name } of given) expect(data[name], name).toBeInstanceOf(Array)
    expect(data.account).toMatchObject([{ id: member.id, handle: member.handle, email: `${first}@example.org` }])
    expect(data.posts.map((post: { body: string }) => post.body)).toEqual([
      `Words of ${mark}`,
      `Not yet ${mark} hidden`,
    ])
    expect(data.comments).toMatchObject([{ body: `Answer ${mark}`, createdAt: expect.stringMatching(/^20\d\d-.*Z$/) }])
    expect(data.ballots).toHaveLength(3)
    expect(data.ballotHistory).toHaveLength(4)
    expect(data.ballotHistory.map(({ reason }: { reason: string }) => reason)).toContain('Because 0')
    expect(data.labelVotes).toHaveLength(2)
    expect(data.handleVotes).toMatchObject([{ claimId: things.claim.id }])
    expect(data.follows).toMatchObject([{ subjectId: other.id }])
    expect(data.mail).toMatchObject([{ subject: `${member.handle} answered you` }])
    const lists = [
      'votes',
      'drafts',
      'silences',
      'sessions',
      'tokens',
      'passkeys',
      'ballotChoices',
      'showings',
      'notifications',
    ]
    for (const name of lists) expect(data[name].length, name).toBeGreaterThan(0)
    const secrets = await open().selectFrom('tokens').select('hash').where('member_id', '=', member.id).execute()
    for (const secret of [...secrets.map(({ hash }) => hash), '$argon2']) expect(text).not.toContain(secret)
  })
})

describeOnBothEngines('Removing an account', (open, engine) => {
  afterEach(() => vi.useRealTimers())

  test('is asked for with the handle and the password, and is done once', async () => {
    const { member, password } = await lived(open())
    const given = { handle: member.handle, password, texts: 'stay' }
    await expect(removeOneself(open(), member, { ...given, handle: 'Other' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(removeOneself(open(), member, { ...given, password: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(removeMember(open(), await someMember(open(), 'moderator'), member, given)).rejects.toMatchObject({
      kind: 'not allowed',
    })
    await removeMember(open(), await someMember(open(), 'admin'), member, given)
    const [line] = (await newestActs(open(), { limit: 1, after: null })).items
    expect(line).toMatchObject({ act: 'removed', kind: 'member', thingId: null, rule: '' })
    expect(countsWords(line?.counts ?? {})).toMatch(
      /^\d votes on 1 claim, \d label votes?, 1 vote on posts and comments$/,
    )
    for (const word of [member.id, member.handle]) expect(JSON.stringify(line)).not.toContain(word)
    await expect(removeByCommand(open(), member, 'stay')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(authenticate(open(), member.handle, password)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('leaves the name nowhere, nothing of the member’s own, and what was published as somebody’s', async () => {
    const { member, first, password, other, things, theirs, post, hidden, comment, mark } = await lived(open())
    const removed = await removeOneself(open(), member, { handle: member.handle, password, texts: 'stay' })
    await sweep(open())
    await sweep(open(), aWhile)
    expect(await tellers(open(), first)).toEqual([])
    expect(await tellers(open(), member.handle)).toEqual([])
    expect(await leftOfRemoved(open())).toEqual([])
    expect((await findPost(open(), post.id)).author).toEqual({ id: member.id, handle: removed.handle })
    expect((await findComment(open(), comment.id)).body).toBe(`Answer ${mark}`)
    expect(await tellers(open(), `Not yet ${mark}`)).toEqual([])
    expect(await findPost(open(), hidden.id, removed)).toMatchObject({ isDeleted: true })
    expect(await findProfile(open(), removed.handle)).toMatchObject({ isRemoved: true, bio: '' })
    expect((await totalsOf(open(), [{ kind: 'post', id: theirs.id }])).get(theirs.id)?.approval.up).toBe(0)
    const cast = open().selectFrom('ballots').select('member_id').where('claim_id', '=', things.claim.id)
    expect(await cast.execute()).toEqual([{ member_id: other.id }])
    expect(await wrong(open())).toEqual([])
  })

  test('is said on the claim as where a drop comes from, the day after, once five or more went', async () => {
    const things = await someThings(open())
    vi.useFakeTimers({ toFake: ['Date'] })
    const today = () => new Date().toISOString().slice(0, 10)
    const told = async () => (await overTime(open(), things.claim.id)).departures
    await inTransaction(open(), (tx) => noteDepartures(tx, [{ claimId: things.claim.id, voters: -4, votes: -9 }]))
    vi.setSystemTime(now() + dayMs)
    expect(await told()).toEqual([])
    const day = today()
    for (let n = 0; n < 5; n++) {
      const member = await someMember(open())
      await castBallot(open(), member, cellOf(things, 0), 'fits')
      await sayHandle(open(), member, things.claim.id, things.claim.standpoints[0] as string, null)
      await removeByCommand(open(), member, 'stay')
    }
    const [line] = (await newestActs(open(), { limit: 1, after: null })).items
    expect(line).toMatchObject({ act: 'removed', kind: 'member', thingId: null, moderator: null })
    expect(countsWords(line?.counts ?? {})).toBe('2 votes on 1 claim')
    await sweep(open())
    expect(await told()).toEqual([])
    vi.setSystemTime(now() + dayMs)
    expect(await told()).toEqual([{ day, members: 5, votes: 10 }])
  })

  test('gives its handles to nobody else, and says of whom they were to nobody', async () => {
    const { member, first, password } = await lived(open())
    await removeOneself(open(), member, { handle: member.handle, password, texts: 'stay' })
    for (const handle of [first, member.handle]) {
      await expect(join(open(), handle.toUpperCase(), password)).rejects.toMatchObject({ kind: 'invalid' })
      expect(await memberOfHandle(open(), handle)).toBeUndefined()
    }
  })

  test('empties what was written where that is chosen, and keeps what others answered', async () => {
    const { member, password, theirs, post, mark } = await lived(open())
    await removeOneself(open(), member, { handle: member.handle, password, texts: 'go' })
    await sweep(open())
    expect(await tellers(open(), mark)).toEqual([])
    expect(await findPost(open(), post.id)).toMatchObject({ isDeleted: true, body: '' })
    const thread = open().selectFrom('threads').select('comment_count').where('subject_id', '=', theirs.id)
    expect(await thread.executeTakeFirst()).toEqual({ comment_count: 1 })
    expect(await wrong(open())).toEqual([])
  })

  test('knows of every column that names a member', async () => {
    const named: string[] = []
    for (const { name: table, columns } of await tablesOf(open()))
      for (const { name } of columns) if (idColumn.test(name)) named.push(`${table}.${name}`)
    if (engine === 'sqlite') for (const column of await linksOf(open())) expect(named).toContain(column)
    const told = everythingKept.map(({ table, column }) => `${table}.${column}`)
    expect(
      named.filter((column) => !told.includes(column) && !['framings.coined_by', 'claims.settled_by'].includes(column)),
    ).toEqual([])
    const others = ['members.id', 'follows.subject_id']
    expect(told.filter((column) => !named.includes(column) && !others.includes(column))).toEqual([])
    expect(new Set(told).size).toBe(told.length)
  })

  test('is not for the last admin, also when the last two go at once', async () => {
    const admins = await Promise.all([someMember(open(), 'admin'), someMember(open(), 'admin')])
    const before = open().selectFrom('members').select('id').where('role', '=', 'admin').where('removed_at', 'is', null)
    for (const { id } of await before.execute())
      if (!admins.some((admin) => admin.id === id)) await removeByCommand(open(), { id } as Member, 'stay')
    const gone = await Promise.allSettled(admins.map((admin) => removeByCommand(open(), admin, 'stay')))
    expect(gone.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await before.execute()).toHaveLength(1)
  })

  test('keeps counts exact while others and the member vote, and takes nothing from them after', async () => {
    const [things, members] = [await someThings(open()), await Promise.all([1, 2, 3].map(() => someMember(open())))]
    const { theirs } = await lived(open())
    const [leaving, ...staying] = members as [Member, Member, Member]
    const work = members.flatMap((member) => [
      castAll(open(), member, things, theirs.id),
      castBallot(open(), member, cellOf(things, 3), 'partly'),
    ])
    const removal = (async () => {
      await new Promise((rested) => setTimeout(rested, 20))
      await removeByCommand(open(), leaving, 'stay')
      await Promise.all([sweep(open()), sweepRemoval(open(), leaving.id, renameInAnswers)])
    })()
    const refused = (await Promise.allSettled([...work, removal])).filter(({ status }) => status === 'rejected')
    for (const one of refused) expect((one as PromiseRejectedResult).reason).toMatchObject({ kind: 'not allowed' })
    await expect(vote(open(), leaving, { kind: 'post', id: theirs.id }, 'approval', -1)).rejects.toMatchObject({
      kind: 'not allowed',
    })
    await sweep(open(), aWhile)
    expect(await leftOfRemoved(open())).toEqual([])
    expect(await wrong(open())).toEqual([])
    for (const member of staying) {
      const own = open().selectFrom('ballots').select('member_id').where('member_id', '=', member.id)
      expect(await own.execute()).toHaveLength(4)
    }
  })
})
