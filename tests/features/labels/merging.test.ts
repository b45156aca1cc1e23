import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { wronglyCounted } from '#app/features/labels/counting/recount.server.ts'
import type { LabelVoteValue } from '#app/features/labels/labelling.ts'
import {
  giveLabel,
  labelByMachine,
  labellingsOf,
  takeBackLabelVote,
  voteOnLabel,
} from '#app/features/labels/labellings.server.ts'
import { findLabel, labelNamed, newestLabels, proposeLabel } from '#app/features/labels/labels.server.ts'
import { readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import { mergedInto, mergeLabel, partLabel } from '#app/features/labels/merging/merge.server.ts'
import { rulingsOn } from '#app/features/labels/rulings/rulings.server.ts'
import { search } from '#app/features/search/search.server.ts'
import { thingsSuggested } from '#app/features/search/suggestions/suggestions.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

let names = 0
const why = { why: 'They say the same.' }

async function scene(db: Db, many = 3) {
  const moderator = await addWithoutPassword(db, `mod-${++names}`, 'moderator')
  const label = async (name: string) => (await proposeLabel(db, moderator, { name: `${name} ${names}` })).label
  const [from, into] = [await label('candour'), await label('honesty')]
  const author = await newMember(db)
  return { moderator, from, into, author, excerptId: await newExcerpt(db, author), voters: await newMembers(db, many) }
}

const on = async (db: Db, excerptId: string, member: Member | null = null) =>
  (await labellingsOf(db, [excerptId], member)).get(excerptId) ?? []

/** All rows of a label, to compare before and after. */
async function rowsOf(db: Db, labelId: string) {
  const of = (table: 'labellings' | 'label_votes' | 'machine_labellings') =>
    db.selectFrom(table).selectAll().where('label_id', '=', labelId).orderBy('excerpt_id').execute()
  const votes = (await of('label_votes')) as { member_id?: string }[]
  votes.sort((a, b) => String(a.member_id).localeCompare(String(b.member_id)))
  return { votes, labellings: await of('labellings'), machine: await of('machine_labellings') }
}

describeOnBothEngines('Merging a label into another', (open) => {
  test('carries votes along as votes on earlier words, confirmed with one more; of two votes of one member their vote on the other stands', async () => {
    const { moderator, from, into, author, excerptId, voters } = await scene(open())
    const [one, both, third] = voters as [Member, Member, Member]
    for (const voter of [author, one, both]) await voteOnLabel(open(), voter, excerptId, from.id, 'agree')
    await voteOnLabel(open(), third, excerptId, into.id, 'agree')
    await voteOnLabel(open(), both, excerptId, into.id, 'disagree')
    await mergeLabel(open(), moderator, from.id, into.id, why)
    expect(await on(open(), excerptId, one)).toMatchObject([
      {
        labelId: into.id,
        agree: 1,
        disagree: 1,
        earlier: { agree: 2, disagree: 0 },
        mine: 'agree',
        isMineEarlier: true,
      },
    ])
    expect(await voteOnLabel(open(), one, excerptId, into.id, 'agree')).toMatchObject({
      ...{ agree: 2, disagree: 1, n: 2, earlier: { agree: 1 }, isMineEarlier: false },
    })
    expect(await on(open(), excerptId, both)).toMatchObject([{ mine: 'disagree', isMineEarlier: false }])
    expect(await wronglyCounted(open())).toEqual([])
  })

  test('puts the other where only the first was, with who placed it, what came with the data and what classifiers said', async () => {
    const { moderator, from, into, author, voters } = await scene(open())
    const [placed, given, said] = [
      await newExcerpt(open(), author),
      await newExcerpt(open(), author),
      await newExcerpt(open(), author),
    ]
    await voteOnLabel(open(), author, placed, from.id, 'agree')
    await giveLabel(open(), author, given, from.id)
    await labelByMachine(open(), author, said, from.id, { classifier: 'sorter', score: 0.7 })
    await mergeLabel(open(), moderator, from.id, into.id, why)
    expect(await on(open(), placed)).toMatchObject([{ labelId: into.id, agree: 0, earlier: { agree: 1 } }])
    expect(await on(open(), given)).toMatchObject([{ labelId: into.id, given: true }])
    expect(await on(open(), said)).toMatchObject([{ labelId: into.id, machine: { classifier: 'sorter', score: 0.7 } }])
    await voteOnLabel(open(), author, placed, into.id, 'agree')
    expect(await voteOnLabel(open(), voters[0]!, placed, into.id, 'agree')).toMatchObject({ agree: 2, n: 1 })
  })

  test('leads to the other by name in search, suggestions, proposals and filters, and leaves lists', async () => {
    const { moderator, from, into, author, excerptId, voters } = await scene(open(), 6)
    for (const [n, voter] of voters.entries())
      await voteOnLabel(open(), voter, excerptId, from.id, n % 2 ? 'agree' : 'disagree')
    await mergeLabel(open(), moderator, from.id, into.id, why)
    expect(await proposeLabel(open(), author, { name: from.name.toUpperCase() })).toMatchObject({
      ...{ isNew: false, label: { id: into.id } },
    })
    expect(await labelNamed(open(), from.name)).toMatchObject({ id: into.id })
    const page = { limit: 20, after: null }
    const found = await search(open(), `"${from.name}"`, 'label', page)
    expect(found.items.map(({ id, href }) => [id, href])).toEqual([[into.id, `/labels/${into.id}`]])
    expect((await search(open(), `label:"${from.name}"`, 'label', page)).items).toMatchObject([{ id: into.id }])
    expect(await thingsSuggested(open(), from.name)).toMatchObject([{ id: into.id, name: into.name }])
    const listed = (await newestLabels(open(), { limit: 200, after: null })).items.map(({ id }) => id)
    expect([listed.includes(from.id), listed.includes(into.id)]).toEqual([false, true])
    const split = await readMostDifferently(open(), 200, null)
    expect(split.some(({ labelling }) => labelling.labelId === from.id)).toBe(false)
    await expect(voteOnLabel(open(), author, excerptId, from.id, 'agree')).rejects.toMatchObject({
      ...{ kind: 'conflict', more: { movedTo: into.id } },
    })
  })

  test('is for moderators, with a reason; never into itself, a circle, what is merged or what is retired', async () => {
    const { moderator, from, into, author } = await scene(open())
    const merge = (a: string, b: string, member = moderator, reason = why) => mergeLabel(open(), member, a, b, reason)
    await expect(merge(from.id, into.id, author)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(merge(from.id, into.id, moderator, { why: ' ' })).rejects.toMatchObject({
      errors: { why: [expect.any(String)] },
    })
    await expect(merge(from.id, from.id)).rejects.toMatchObject({ errors: { into: [expect.any(String)] } })
    await expect(merge(from.id, 'nothing')).rejects.toMatchObject({ errors: { into: [expect.any(String)] } })
    await expect(merge('nothing', into.id)).rejects.toMatchObject({ kind: 'not found' })
    await merge(from.id, into.id)
    await expect(merge(into.id, from.id)).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('circle'),
    })
    await expect(merge(from.id, into.id)).rejects.toMatchObject({ kind: 'conflict' })
    const { label: third } = await proposeLabel(open(), author, { name: `third ${++names}` })
    await expect(merge(third.id, from.id)).rejects.toMatchObject({ kind: 'conflict', more: { movedTo: into.id } })
  })

  test('is taken back exactly: the first is as it was, the other keeps what was said of it itself', async () => {
    const { moderator, from, into, author, excerptId, voters } = await scene(open())
    const [one, two, three] = voters as [Member, Member, Member]
    const elsewhere = await newExcerpt(open(), author)
    await voteOnLabel(open(), author, excerptId, from.id, 'agree')
    await voteOnLabel(open(), one, excerptId, from.id, 'disagree')
    await voteOnLabel(open(), two, excerptId, from.id, 'agree')
    await voteOnLabel(open(), two, excerptId, into.id, 'unsure')
    await giveLabel(open(), author, elsewhere, from.id)
    await labelByMachine(open(), author, elsewhere, from.id, { classifier: 'sorter', score: 0.7 })
    const [before, otherBefore] = [await rowsOf(open(), from.id), await rowsOf(open(), into.id)]
    await mergeLabel(open(), moderator, from.id, into.id, why)
    await partLabel(open(), moderator, from.id, why)
    expect([await rowsOf(open(), from.id), await rowsOf(open(), into.id)]).toEqual([before, otherBefore])
    expect(await findLabel(open(), from.id)).toMatchObject({ mergedInto: null })
    expect(await labelNamed(open(), from.name)).toMatchObject({ id: from.id })
    await mergeLabel(open(), moderator, from.id, into.id, why)
    await voteOnLabel(open(), one, excerptId, into.id, 'agree')
    await voteOnLabel(open(), three, elsewhere, into.id, 'disagree')
    await partLabel(open(), moderator, from.id, { why: 'They do not.' })
    expect(await rowsOf(open(), from.id)).toEqual(before)
    expect((await on(open(), excerptId)).find(({ labelId }) => labelId === into.id)).toMatchObject({
      ...{ agree: 1, disagree: 0, unsure: 1, earlier: { agree: 0, disagree: 0 } },
    })
    expect(await wronglyCounted(open())).toEqual([])
    expect((await rulingsOn(open(), into.id)).map(({ kind, name, otherName }) => [kind, name, otherName])).toEqual(
      ['parted', 'merged', 'parted', 'merged'].map((kind) => [kind, from.name, into.name]),
    )
    await expect(partLabel(open(), moderator, from.id, why)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a vote that is taken back meanwhile is taken back for good', async () => {
    const { moderator, from, into, author, excerptId, voters } = await scene(open())
    await voteOnLabel(open(), author, excerptId, from.id, 'agree')
    await voteOnLabel(open(), voters[0]!, excerptId, from.id, 'disagree')
    await mergeLabel(open(), moderator, from.id, into.id, why)
    await takeBackLabelVote(open(), voters[0]!, excerptId, into.id)
    await partLabel(open(), moderator, from.id, why)
    expect(await on(open(), excerptId)).toMatchObject([{ labelId: from.id, agree: 1, disagree: 0 }])
    expect(await wronglyCounted(open())).toEqual([])
  })

  test('goes on along a chain, and is taken back from its end', async () => {
    const { moderator, from, into, author, excerptId } = await scene(open())
    const { label: last } = await proposeLabel(open(), author, { name: `last ${++names}` })
    await voteOnLabel(open(), author, excerptId, from.id, 'agree')
    await mergeLabel(open(), moderator, from.id, into.id, why)
    await mergeLabel(open(), moderator, into.id, last.id, why)
    expect(await findLabel(open(), from.id)).toMatchObject({ mergedInto: last.id })
    expect((await mergedInto(open(), last.id)).map(({ id }) => id).sort()).toEqual([from.id, into.id].sort())
    expect(await on(open(), excerptId)).toMatchObject([{ labelId: last.id, earlier: { agree: 1 } }])
    await expect(mergeLabel(open(), moderator, last.id, from.id, why)).rejects.toMatchObject({
      message: expect.stringContaining('circle'),
    })
    await expect(partLabel(open(), moderator, from.id, why)).rejects.toMatchObject({ kind: 'conflict' })
    await partLabel(open(), moderator, into.id, why)
    expect(await findLabel(open(), from.id)).toMatchObject({ mergedInto: into.id })
    await partLabel(open(), moderator, from.id, why)
    expect(await on(open(), excerptId)).toMatchObject([{ labelId: from.id, agree: 1 }])
    expect(await wronglyCounted(open())).toEqual([])
  })
})

describeOnBothEngines('Merging at once', (open) => {
  const settle = (deeds: Promise<unknown>[]) => Promise.allSettled(deeds)

  test('with votes: every vote is counted once, on the label that it was cast on', async () => {
    const { moderator, from, into, author, excerptId, voters } = await scene(open(), 24)
    await voteOnLabel(open(), author, excerptId, from.id, 'agree')
    const said = (n: number): LabelVoteValue => (n % 2 ? 'agree' : 'disagree')
    const votes = voters.flatMap((voter, n) => [
      voteOnLabel(open(), voter, excerptId, from.id, said(n)),
      ...(n % 3 ? [voteOnLabel(open(), voter, excerptId, into.id, said(n + 1))] : []),
    ])
    const deeds = await settle([
      ...votes.slice(0, 8),
      mergeLabel(open(), moderator, from.id, into.id, why),
      ...votes.slice(8),
    ])
    const refused = deeds.filter((deed) => deed.status === 'rejected').map(({ reason }) => reason.kind)
    expect(new Set(refused).difference(new Set(['conflict']))).toEqual(new Set())
    expect(await wronglyCounted(open())).toEqual([])
    const cast = await open().selectFrom('label_votes').selectAll().where('excerpt_id', '=', excerptId).execute()
    const voted = (id: string) => new Set(cast.filter((vote) => vote.label_id === id).map((vote) => vote.member_id))
    expect(voted(from.id).difference(voted(into.id))).toEqual(new Set())
  })

  test('in opposite directions: one is done, the other refused; many the same way: one', async () => {
    for (let round = 0; round < 5; round++) {
      const { moderator, from, into } = await scene(open(), 0)
      const there = () => mergeLabel(open(), moderator, from.id, into.id, why)
      const back = () => mergeLabel(open(), moderator, into.id, from.id, why)
      const deeds = await settle([there(), back(), there(), back()])
      expect(deeds.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const ends = [await findLabel(open(), from.id), await findLabel(open(), into.id)]
      expect(ends.filter(({ mergedInto }) => mergedInto === null)).toHaveLength(1)
    }
  })
})
