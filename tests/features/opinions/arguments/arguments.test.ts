import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { sayHandle } from '#app/features/ballots/handles.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { moveArguments } from '#app/features/discussion/arguments/merging/move-arguments.server.ts'
import { deleteComment } from '#app/features/discussion/comments/comments.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { strongestOnClaim, strongestOver } from '#app/features/opinions/arguments/list-arguments.server.ts'
import { takeBackVote, vote } from '#app/features/votes/votes.server.ts'
import { newId } from '#app/lib/ids.ts'
import { inTransaction } from '#db/transaction.ts'
import { approve, argue, judge, listed, openSight } from '#tests/support/arguments.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { queriesOf } from '#tests/support/queries.ts'
import { someThings } from '../../discussion/things.ts'

const idOf = (list: { source: { id: string } }[]) => list.map(({ source }) => source.id)
const first = (claim: Claim) => ({
  claimId: claim.id,
  standpointId: claim.standpoints[0]?.id as string,
  framingId: claim.framings[0]?.id as string,
})

describeOnBothEngines('The arguments on a claim', (open) => {
  /** Six who judge that the first framing fits and four who judge that it does not: contested. */
  const divided = async () => {
    const { author, claim } = await newCase(open())
    const [yes, no] = [await newMembers(open(), 6), await newMembers(open(), 4)]
    await judge(open(), yes, claim, 'fits')
    await judge(open(), no, claim, 'misfits')
    return { author, claim, yes, no }
  }

  test('are strongest where most approve who judge otherwise, at least three of them; then best', async () => {
    const { author, claim, yes, no } = await divided()
    const liked = await argue(open(), author, claim, 'Liked')
    const across = await argue(open(), author, claim, 'Across')
    const against = await argue(open(), author, claim, 'Against', { direction: 'against' })
    await approve(open(), yes, liked)
    await approve(open(), no.slice(0, 2), liked)
    await approve(open(), no.slice(0, 3), across)
    await approve(open(), yes.slice(0, 4), against)
    const { items } = await listed(open(), claim)
    expect(idOf(items)).toEqual([against, across, liked])
    expect(items.map(({ otherwise }) => otherwise)).toEqual([4, 3, 0])
    await takeBackVote(open(), no[0] as never, { kind: 'comment', id: across }, 'approval')
    expect(idOf((await listed(open(), claim)).items)).toEqual([against, liked, across])
  })

  test('5 of 6 on one side and 3 of 4 on the other reach 0.666667 across the line, which bridges', async () => {
    const { author, claim, yes, no } = await divided()
    const id = await argue(open(), author, claim, 'For all')
    await approve(open(), yes, id, 5)
    await approve(open(), no, id, 3)
    const lopsided = await argue(open(), author, claim, 'For one side')
    await approve(open(), yes, lopsided)
    await approve(open(), no, lopsided, 0)
    const { items } = await listed(open(), claim, 'sort=across')
    expect(idOf(items)).toEqual([id, lopsided])
    expect(items[0]?.line).toMatchObject({ yes: { chosen: 5, seen: 6 }, no: { chosen: 3, seen: 4 }, bridges: true })
    expect(items[0]?.line?.value).toBeCloseTo(0.666667, 6)
    expect(items[1]?.line).toMatchObject({ value: 1 / 6, bridges: false })
  })

  test('are looked at across the line only where members are divided, and with three votes on each side', async () => {
    const { author, claim, yes, no } = await divided()
    const few = await argue(open(), author, claim, 'Two against')
    await approve(open(), [...yes, ...no.slice(0, 2)], few)
    expect((await listed(open(), claim)).items[0]).toMatchObject({ isContested: true, line: null })
    await approve(open(), no, few)
    expect((await listed(open(), claim)).items[0]?.line?.bridges).toBe(true)
    await judge(open(), await newMembers(open(), 8), claim, 'fits')
    expect((await listed(open(), claim)).items[0]).toMatchObject({ isContested: false, line: null })
  })

  test('at a standpoint are weighed by the ballots cast from there', async () => {
    const { author, claim, yes, no } = await divided()
    const standpointId = claim.standpoints[1]?.id as string
    const there = await argue(open(), author, claim, 'From there', { standpointId })
    await approve(open(), [...yes, ...no], there)
    expect((await listed(open(), claim)).items[0]).toMatchObject({ otherwise: 0, isContested: false })
    await judge(open(), yes, claim, 'misfits', 1)
    await judge(open(), no, claim, 'fits', 1)
    expect((await listed(open(), claim, `standpoint=${standpointId}`)).items[0]).toMatchObject({
      otherwise: 6,
      line: { yes: { chosen: 4, seen: 4 }, no: { chosen: 6, seen: 6 } },
    })
    expect((await listed(open(), claim, 'standpoint=none')).count).toBe(0)
  })

  test('on a name are weighed by who would use it', async () => {
    const { author, claim, yes, no } = await divided()
    const [faking, guarding] = claim.framings.map(({ id }) => id)
    const { standpointId } = first(claim)
    for (const member of yes) await sayHandle(open(), member, claim.id, standpointId, faking as string)
    for (const [n, member] of no.entries())
      await sayHandle(open(), member, claim.id, standpointId, n < 2 ? (guarding as string) : null)
    const id = await argue(open(), author, claim, 'A good name', { on: 'name' })
    await approve(open(), yes, id, 2)
    await approve(open(), no, id, 3)
    const [argument] = (await listed(open(), claim, 'on=name')).items
    expect(argument).toMatchObject({
      otherwise: 3,
      isContested: true,
      line: { yes: { chosen: 2, seen: 6 }, no: { chosen: 3, seen: 4 } },
    })
    expect((await listed(open(), claim, 'on=fit')).count).toBe(0)
  })

  test('count the ballots that they, or an excerpt that they cite, are said to have moved; once each, and not the writer’s', async () => {
    const { author, claim, yes, no } = await divided()
    const [excerpt] = (await someThings(open())).excerpts
    const evidence = [{ excerptId: excerpt, labelId: null, note: '' }]
    const id = await argue(open(), author, claim, 'With words', { evidence })
    const other = await argue(open(), author, claim, 'Without')
    const by = (type: 'comment' | 'excerpt', what: string) => ({ movedBy: { type, id: what } })
    await castBallot(open(), yes[0] as never, first(claim), 'partly', by('comment', id))
    await castBallot(open(), yes[0] as never, first(claim), 'misfits', by('excerpt', excerpt))
    await castBallot(open(), no[0] as never, first(claim), 'fits', by('excerpt', excerpt))
    await castBallot(open(), no[1] as never, first(claim), 'unsure', by('comment', other))
    await castBallot(open(), author, first(claim), 'fits', by('comment', id))
    const elsewhere = (await newCase(open(), { statement: 'Elsewhere' })).claim
    await castBallot(open(), no[2] as never, first(elsewhere), 'fits', by('excerpt', excerpt))
    const { items } = await listed(open(), claim, 'sort=moved')
    expect(items.map(({ moved }) => moved)).toEqual([2, 1])
    expect(idOf(items)).toEqual([id, other])
  })

  test('show the labels that they rely on across the line, without the vote that put them on', async () => {
    const { author, claim, yes, no } = await divided()
    const {
      excerpts: [excerptId],
      labelId,
    } = await someThings(open())
    await argue(open(), author, claim, 'With a label', { evidence: [{ excerptId, labelId, note: '' }] })
    await judge(open(), [author], claim, 'fits')
    for (const [n, member] of yes.entries())
      await voteOnLabel(open(), member, excerptId, labelId, n < 5 ? 'agree' : 'disagree')
    for (const [n, member] of no.entries())
      await voteOnLabel(open(), member, excerptId, labelId, n < 3 ? 'agree' : 'unsure')
    const [argument] = (await listed(open(), claim)).items
    expect(argument?.labels).toMatchObject([
      { labelId, yes: { chosen: 5, seen: 6 }, no: { chosen: 3, seen: 4 }, bridges: true },
    ])
  })

  test('are gone from everywhere when they are deleted, and page on in their order', async () => {
    const { author, claim, yes } = await divided()
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push(await argue(open(), author, claim, `Argument ${n}`))
    await deleteComment(open(), author, ids[2] as string)
    await vote(open(), yes[0] as never, { kind: 'comment', id: ids[4] as string }, 'approval', 1)
    const page = await listed(open(), claim, 'sort=best', 3)
    expect(idOf(page.items)).toEqual([ids[4], ids[0], ids[1]])
    expect(page.count).toBe(4)
    expect(page.next).not.toBeNull()
    const { framings, count } = await strongestOnClaim(openSight(open()), claim)
    expect(count).toBe(4)
    expect(framings).toMatchObject([{ count: { for: 4, against: 0 }, strongest: { against: null } }])
    expect(framings[0]?.strongest.for?.source.id).toBe(ids[4])
  })

  test('on a framing are gathered from all its claims, the strongest first on each side', async () => {
    const framings = [{ name: `A reading ${newId()}`, definition: 'It reads so.' }]
    const [one, other] = [await newCase(open(), { framings }), await newCase(open(), { framings })]
    const members = await newMembers(open(), 4)
    const plain = await argue(open(), one.author, one.claim, 'On the one')
    const better = await argue(open(), other.author, other.claim, 'On the other')
    const against = await argue(open(), one.author, one.claim, 'Against it', { direction: 'against' })
    await judge(open(), members, other.claim, 'misfits')
    await approve(open(), members, better)
    const over = await strongestOver(openSight(open()), one.claim.framings[0]?.id as string)
    expect(idOf(over.for)).toEqual([better, plain])
    expect(over.for[0]).toMatchObject({ otherwise: 4, claimId: other.claim.id })
    expect(idOf(over.against)).toEqual([against])
  })

  test('are carried to another framing whole, with what they rest on', async () => {
    const { author, claim } = await divided()
    const [merged, kept] = [...claim.framings, ...(await newCase(open())).claim.framings].map(({ id }) => id)
    const id = await argue(open(), author, claim, 'Argued about what is merged')
    await inTransaction(open(), (tx) => moveArguments(tx, merged as string, kept as string))
    const { framings } = await strongestOnClaim(openSight(open()), claim)
    expect(framings.map(({ framingId }) => framingId)).toEqual([kept])
    expect(framings[0]?.strongest.for?.source.id).toBe(id)
  })

  test('say nothing of how others judge to whoever has yet to say', async () => {
    const { author, claim, yes, no } = await divided()
    const id = await argue(open(), author, claim, 'For all')
    await approve(open(), [...yes, ...no], id)
    const { framings } = await strongestOnClaim({ ...openSight(open()), shownOn: async () => new Set<string>() }, claim)
    expect(framings[0]?.strongest.for).toMatchObject({
      otherwise: 0,
      line: null,
      labels: [],
      rating: null,
      isContested: false,
    })
  })

  test('are read with as many queries whether they are 2 or 30', async () => {
    const { author, claim, yes, no } = await divided()
    const [excerpt] = (await someThings(open())).excerpts
    const add = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const evidence = [{ excerptId: excerpt, labelId: null, note: `${n}` }]
        await approve(open(), [...yes, ...no], await argue(open(), author, claim, `Argument ${n}`, { evidence }))
      }
    }
    const asked = (count: number) =>
      queriesOf(open(), async (db) => expect((await listed(db, claim, 'sort=across', 30)).items).toHaveLength(count))
    await add(2)
    const few = await asked(2)
    await add(30)
    expect(await asked(30)).toBe(few)
    expect(few).toBeLessThanOrEqual(12)
  })

  test('of a claim are not asked for by what it does not have', async () => {
    const { claim } = await divided()
    for (const query of ['framing=nothing', 'direction=up', 'on=both', 'standpoint=nothing', 'sort=loudest'])
      await expect(listed(open(), claim, query), query).rejects.toMatchObject({ kind: 'invalid' })
  })
})
