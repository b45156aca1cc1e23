import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { recount } from '#app/features/ballots/counting/recount.server.ts'
import { confirmVotes, earlierOf } from '#app/features/ballots/earlier/earlier.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim, proposeClaim } from '#app/features/claims/claims.server.ts'
import { findFraming, proposeFraming } from '#app/features/claims/framings.server.ts'
import { importCase } from '#app/features/claims/importing/imported-claim.server.ts'
import { addAlias, adoptFraming, aliasesOf, dropAlias } from '#app/features/claims/naming/names.server.ts'
import { mergeFramings } from '#app/features/moderation/merging/merge-framings.server.ts'
import type { Db } from '#db/open.ts'
import { helpfulOnly, newCase, newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const why = 'They say the same.'
const moderator = async (db: Db): Promise<Member> => ({ ...(await newMember(db)), role: 'moderator' })

let made = 0
async function twins(db: Db) {
  const n = ++made
  const named = (letter: string) => ({ name: `twin ${n} ${letter}`, definition: 'What it says.' })
  const { claim, author } = await newCase(db, { framings: [named('a'), named('x'), named('b')] })
  const [from, , into] = claim.framings.map(({ id }) => id) as [string, string, string]
  const at = (framingId: string) => ({ claimId: claim.id, standpointId: claim.standpoints[0]?.id ?? '', framingId })
  return { claim, author, from, into, at }
}

describeOnBothEngines('Merging and naming framings', (open) => {
  test('a merge leads everything to the other framing, and carries nobody’s opinion without their confirmation', async () => {
    const { claim, author, from, into, at } = await twins(open())
    const elsewhere = await proposeClaim(open(), author, { ...helpfulOnly, framings: [{ id: from }] })
    const [a, b] = (await newMembers(open(), 2)) as [Member, Member]
    await castBallot(open(), a, at(from), 'fits')
    await sayHandle(open(), a, claim.id, at(from).standpointId, from)
    await castBallot(open(), b, at(from), 'fits')
    await castBallot(open(), b, at(into), 'misfits')
    await mergeFramings(open(), await moderator(open()), from, { into, why })
    expect((await findClaim(open(), claim.id)).framings.map(({ id, name }) => [id, name])).toEqual([
      [claim.framings[1]?.id, claim.framings[1]?.name],
      [into, claim.framings[2]?.name],
    ])
    expect((await findClaim(open(), elsewhere.id)).framings.map(({ id }) => id)).toEqual([into])
    const tally = await tallyOf(open(), claim.id)
    expect(tally.voters).toBe(1)
    expect(tally.cells.find(({ framingId }) => framingId === into)).toMatchObject({ fits: 0, misfits: 1, handles: 0 })
    expect(tally.earlier).toMatchObject([{ framingId: into, fits: 1, misfits: 0, handles: 1 }])
    expect(await earlierOf(open(), b, claim.id)).toEqual({ ballots: [], handles: [] })
    expect((await earlierOf(open(), a, claim.id)).ballots).toMatchObject([{ ofName: claim.framings[0]?.name }])
    expect(await recount(open())).toEqual({})
    await confirmVotes(open(), a, claim.id)
    expect((await tallyOf(open(), claim.id)).cells.find(({ framingId }) => framingId === into)).toMatchObject({
      fits: 1,
      handles: 1,
    })
    expect(await recount(open())).toEqual({})
    const again = await proposeFraming(open(), author, elsewhere.id, { name: claim.framings[0]?.name ?? '' })
    expect([again.id, again.isNew]).toEqual([into, false])
    expect(await findFraming(open(), from)).toMatchObject({ mergedInto: into })
  })

  test('only moderators merge, and never in a circle', async () => {
    const { author, from, into } = await twins(open())
    const judge = await moderator(open())
    await expect(mergeFramings(open(), author, from, { into, why })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(mergeFramings(open(), judge, from, { into: from, why })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(mergeFramings(open(), judge, from, { into: 'nothing', why })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await mergeFramings(open(), judge, from, { into, why })
    for (const [one, other] of [
      [into, from],
      [from, into],
    ] as const)
      await expect(mergeFramings(open(), judge, one, { into: other, why })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('ballots that come in while framings are merged are counted on one or set apart, exactly', async () => {
    const { claim, from, into, at } = await twins(open())
    const members = await newMembers(open(), 16)
    const judge = await moderator(open())
    const cast = members.flatMap((member, i) => [
      castBallot(open(), member, at(from), 'fits'),
      castBallot(open(), member, at(into), 'partly'),
      sayHandle(open(), member, claim.id, at(from).standpointId, i % 2 ? from : into),
      ...(i === 5 ? [mergeFramings(open(), judge, from, { into, why })] : []),
    ])
    const refused = (await Promise.allSettled(cast)).filter((one) => one.status === 'rejected')
    for (const { reason } of refused) expect(['not found', 'invalid']).toContain(reason.kind)
    expect(await recount(open())).toEqual({})
    const left = await open().selectFrom('ballots').select('member_id').where('framing_id', '=', from).execute()
    expect(left).toEqual([])
    for (const member of members) await confirmVotes(open(), member, claim.id)
    expect(await recount(open())).toEqual({})
  })

  test('an alias leads to its framing when proposing; no two framings share a name', async () => {
    const { claim, author, from, into } = await twins(open())
    const alias = `other name ${made}`
    await addAlias(open(), author, from, { name: alias })
    await addAlias(open(), author, from, { name: alias.toUpperCase() })
    const [framing] = [await findFraming(open(), from)]
    expect(await aliasesOf(open(), framing)).toEqual([alias.toUpperCase()])
    await expect(addAlias(open(), author, into, { name: alias })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(addAlias(open(), await newMember(open()), from, { name: 'mine' })).rejects.toMatchObject({
      kind: 'not allowed',
    })
    expect(await proposeFraming(open(), author, claim.id, { name: alias, definition: 'x' })).toMatchObject({ id: from })
    await expect(dropAlias(open(), author, from, { name: framing.name })).rejects.toMatchObject({ kind: 'conflict' })
    await dropAlias(open(), author, from, { name: alias })
    const fresh = await proposeFraming(open(), author, claim.id, { name: alias, definition: 'Another.' })
    expect([fresh.id === from, fresh.isNew]).toEqual([false, true])
  })

  test('an imported framing is adopted for the whole site, and importing again finds it', async () => {
    const member = await newMember(open())
    const given = {
      origin: `o ${made++}`,
      statement: 'Imported',
      context: '',
      framings: [{ key: '1', text: `Said so ${made}` }],
    }
    const { claim, framingIds } = await importCase(open(), member, given)
    const id = framingIds.get('1') ?? ''
    const other = await newCase(open())
    await expect(proposeFraming(open(), member, other.claim.id, { id })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(adoptFraming(open(), await newMember(open()), id)).rejects.toMatchObject({ kind: 'not allowed' })
    await adoptFraming(open(), member, id)
    expect(await proposeFraming(open(), member, other.claim.id, { name: `said so ${made}` })).toMatchObject({
      id,
      claimId: null,
    })
    expect((await importCase(open(), member, given)).framingIds.get('1')).toBe(id)
    expect((await findClaim(open(), claim.id)).framings).toHaveLength(1)
  })
})
