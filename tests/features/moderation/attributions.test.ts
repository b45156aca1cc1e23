import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findProfile, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { changeHandle } from '#app/features/accounts/handles.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { silence, silencedBy } from '#app/features/accounts/silences.server.ts'
import { castBallot, sayHandle, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { findPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { waitingCount } from '#app/features/moderation/acts/waiting.server.ts'
import {
  askedBy,
  askForAttribution,
  attribute,
  openAttributions,
  refuseAttribution,
} from '#app/features/moderation/attributions.server.ts'
import type { Target } from '#app/features/votes/vote.ts'
import { totalsOf, vote, votesOf } from '#app/features/votes/votes.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const imported = (db: Db) => unclaimedMember(db, `Author ${newId()}`)

async function somebodyImported(db: Db) {
  const [author, member] = [await imported(db), await someMember(db)]
  const moderator = await someMember(db, 'moderator')
  return { author, member, moderator }
}

const approval = async (db: Db, target: Target) => (await totalsOf(db, [target])).get(target.id)?.approval

describeOnBothEngines('Attributing an imported author to a member', (open) => {
  test('makes posts and comments theirs, and leads the name to them', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const { id } = await writePost(open(), author, { title: 'Brought', body: 'x' }, { importKey: newId() })
    await reply(open(), author, { kind: 'post', id }, { body: 'y' }, { importKey: newId() })
    await attribute(open(), moderator, author, member)
    expect((await findPost(open(), id)).author).toMatchObject({ id: member.id, handle: member.handle })
    expect(await findProfile(open(), author.handle)).toMatchObject({ id: member.id })
    expect(await unclaimedMember(open(), author.handle)).toMatchObject({ id: member.id, unclaimed: false })
    expect(await changeHandle(open(), member, author.handle)).toMatchObject({ handle: author.handle })
    const noted = await open()
      .selectFrom('activity')
      .select('member_id')
      .where('verb', '=', 'member.attributed')
      .where('subject_id', '=', author.id)
      .execute()
    expect(noted).toEqual([{ member_id: moderator.id }])
  })

  test('lets the member’s own vote stand where both voted, and none on what is now their own', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const other = await someMember(open())
    const target = async (by: Member): Promise<Target> => ({
      kind: 'post',
      id: (await writePost(open(), by, { title: 'A reading', body: 'x' })).id,
    })
    const [both, one, theirs, its] = [
      await target(other),
      await target(other),
      await target(member),
      await target(author),
    ]
    await vote(open(), author, both, 'approval', 1)
    await vote(open(), member, both, 'approval', -1)
    await vote(open(), author, one, 'approval', 1)
    await vote(open(), author, theirs, 'approval', 1)
    await vote(open(), other, theirs, 'approval', 1)
    await vote(open(), member, its, 'approval', 1)
    await attribute(open(), moderator, author, member)
    expect(await approval(open(), both)).toEqual({ up: 0, down: 1 })
    expect(await approval(open(), one)).toEqual({ up: 1, down: 0 })
    expect(await approval(open(), theirs)).toEqual({ up: 1, down: 0 })
    expect(await approval(open(), its)).toEqual({ up: 0, down: 0 })
    expect((await votesOf(open(), member, [one])).get(one.id)?.approval).toBe(1)
  })

  test('keeps label counts exact, and whoever placed a label out of its state', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const { excerpts, labelId } = await someThings(open())
    const [both, one] = excerpts
    await voteOnLabel(open(), author, both, labelId, 'agree')
    await voteOnLabel(open(), member, both, labelId, 'disagree')
    await voteOnLabel(open(), author, one, labelId, 'agree')
    await voteOnLabel(open(), moderator, one, labelId, 'agree')
    await attribute(open(), moderator, author, member)
    const on = async (id: string) => (await labellingsOf(open(), [id], member)).get(id)?.[0]
    expect(await on(both)).toMatchObject({ agree: 0, disagree: 1, n: 0, mine: 'disagree' })
    expect(await on(one)).toMatchObject({ agree: 2, disagree: 0, n: 1, mine: 'agree' })
    await voteOnLabel(open(), member, both, labelId, 'agree')
    expect(await on(both)).toMatchObject({ agree: 1, disagree: 0, n: 0 })
  })

  test('keeps tallies exact and in step with their history: the member’s own ballot stands', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const { claim } = await someThings(open())
    const [[first, second], [standpoint, another]] = [claim.framings, claim.standpoints]
    const cell = (standpointId: string, framingId: string) => ({ claimId: claim.id, standpointId, framingId })
    await castBallot(open(), author, cell(standpoint, first), 'fits')
    await castBallot(open(), member, cell(standpoint, first), 'misfits')
    await castBallot(open(), author, cell(standpoint, second), 'partly')
    await castBallot(open(), member, cell(another, first), 'unsure')
    await withdrawBallot(open(), member, cell(another, first))
    await castBallot(open(), author, cell(another, first), 'fits')
    await sayHandle(open(), author, claim.id, standpoint, first)
    await sayHandle(open(), member, claim.id, standpoint, null)
    await sayHandle(open(), author, claim.id, another, second)
    await attribute(open(), moderator, author, member)
    const ballots = await open().selectFrom('ballots').selectAll().where('claim_id', '=', claim.id).execute()
    expect(ballots.map((row) => [row.standpoint_id, row.framing_id, row.member_id, row.verdict]).sort()).toEqual(
      [
        [standpoint, first, member.id, 'misfits'],
        [standpoint, second, member.id, 'partly'],
        [another, first, member.id, 'fits'],
      ].sort(),
    )
    expect(await recount(open())).toEqual({})
    expect(await lastOfHistory(open(), claim.id)).toEqual(
      ballots.map((row) => `${row.standpoint_id} ${row.framing_id} ${row.member_id} ${row.verdict}`).sort(),
    )
  })

  test('leaves nothing that refers to the imported author but its name, its end of histories and the decision', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const { id } = await writePost(open(), author, { title: 'Brought', body: 'x' })
    await vote(open(), author, { kind: 'comment', id: (await commentBy(open(), moderator, id)).id }, 'agreement', 1)
    await silence(open(), moderator, author, 'mute')
    await askForAttribution(open(), member, author, 'It says so on my page.')
    await attribute(open(), moderator, author, member)
    expect(await silencedBy(open(), moderator)).toEqual(new Set([member.id]))
    const left: string[] = []
    for (const table of await open().introspection.getTables())
      for (const { name } of table.columns.filter((column) => /(member_id|placed_by|silenced_id)$/.test(column.name))) {
        const rows = sql`select 1 as one from ${sql.table(table.name)} where ${sql.ref(name)} = ${author.id}`
        if ((await rows.execute(open())).rows.length > 0) left.push(`${table.name}.${name}`)
      }
    expect(left).toEqual([])
  })

  test('is a moderator’s to do, once, also when two do it at once', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const other = await someMember(open())
    await expect(attribute(open(), member, author, member)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(attribute(open(), moderator, other, member)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(attribute(open(), moderator, author, await imported(open()))).rejects.toMatchObject({
      kind: 'conflict',
    })
    await writePost(open(), author, { title: 'Brought', body: 'x' })
    const both = await Promise.allSettled([
      attribute(open(), moderator, author, member),
      attribute(open(), moderator, author, other),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is asked for with a reason; granted to one, it is refused to the others who asked', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const other = await someMember(open())
    await expect(askForAttribution(open(), member, author, ' ')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(askForAttribution(open(), member, other, 'me')).rejects.toMatchObject({ kind: 'conflict' })
    await askForAttribution(open(), other, author, 'It is me.')
    await askForAttribution(open(), member, author, 'It says so on my page.')
    await refuseAttribution(open(), moderator, author, other)
    expect(await askedBy(open(), other, author.id)).toMatchObject({ decision: 'refused' })
    await askForAttribution(open(), other, author, 'It really is me.')
    expect(await openAttributions(open(), author.id)).toHaveLength(2)
    const waiting = Number(await waitingCount(open(), moderator))
    await attribute(open(), moderator, author, member)
    expect(await waitingCount(open(), moderator)).toBe(waiting - 2)
    expect(await askedBy(open(), member, author.id)).toMatchObject({ decision: 'granted' })
    expect(await askedBy(open(), other, author.id)).toMatchObject({ decision: 'refused' })
    expect(await openAttributions(open(), author.id)).toEqual([])
  })

  test('while others vote on what it wrote and voted on loses and doubles no vote', async () => {
    const { author, member, moderator } = await somebodyImported(open())
    const { id } = await writePost(open(), author, { title: 'Brought', body: 'x' })
    const comment: Target = { kind: 'comment', id: (await commentBy(open(), moderator, id)).id }
    await vote(open(), author, comment, 'approval', 1)
    const voters = await Promise.all(Array.from({ length: 10 }, () => someMember(open())))
    await Promise.all([
      ...voters.map((voter) => vote(open(), voter, comment, 'approval', 1)),
      vote(open(), member, comment, 'approval', 1),
      attribute(open(), moderator, author, member),
      ...voters.map((voter) => vote(open(), voter, { kind: 'post', id }, 'approval', 1)),
    ])
    expect(await approval(open(), comment)).toEqual({ up: 11, down: 0 })
    expect(await approval(open(), { kind: 'post', id })).toEqual({ up: 10, down: 0 })
  })
})

const commentBy = (db: Db, member: Member, postId: string) =>
  reply(db, member, { kind: 'post', id: postId }, { body: 'y' })

/** What stands by the history alone, as tallies of days gone by are counted. */
async function lastOfHistory(db: Db, claimId: string) {
  const rows = await db.selectFrom('ballot_history').selectAll().where('claim_id', '=', claimId).orderBy('at').execute()
  const last = new Map(rows.map((row) => [`${row.standpoint_id} ${row.framing_id} ${row.member_id}`, row.verdict]))
  return [...last]
    .filter(([, verdict]) => verdict !== null)
    .map(([key, verdict]) => `${key} ${verdict}`)
    .sort()
}
