import { expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { giveVotes } from '#app/features/labels/giving/given-votes.server.ts'
import type { LabelVoteValue } from '#app/features/labels/labelling.ts'
import { giveLabel, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMembers } from './support.ts'

let names = 0

/** What is kept of the votes on an excerpt, but for times and ids. */
async function keptOn(db: Db, excerptId: string) {
  const of = { labellings: db.selectFrom('labellings'), votes: db.selectFrom('label_votes') }
  const labellings = await of.labellings.selectAll().where('excerpt_id', '=', excerptId).execute()
  const votes = await of.votes.selectAll().where('excerpt_id', '=', excerptId).orderBy('member_id').execute()
  const past = await db.selectFrom('label_vote_history').selectAll().where('excerpt_id', '=', excerptId).execute()
  const deeds = await db.selectFrom('activity').selectAll().where('subject_id', '=', excerptId).execute()
  return {
    labellings: labellings.map((row) => ({ ...row, excerpt_id: '', created_at: 0 })),
    votes: votes.map((row) => ({ ...row, excerpt_id: '', cast_at: 0 })),
    past: past.map(({ member_id, value }) => `${member_id} ${value}`).sort(),
    deeds: deeds.map(({ member_id, verb }) => `${member_id} ${verb}`).sort(),
  }
}

describeOnBothEngines('Votes that come with data', (open) => {
  test('are kept all at once as they would be one by one, changes of mind and votes on earlier words among them', async () => {
    const voters = await newMembers(open(), 4)
    const [author, other, third, last] = voters as [Member, Member, Member, Member]
    const { label } = await proposeLabel(open(), author, { name: `given ${++names}`, definition: 'First.' })
    const [apart, together] = [await newExcerpt(open(), author), await newExcerpt(open(), author)]
    // The author places it on both before anything is given.
    for (const excerpt of [apart, together]) await voteOnLabel(open(), author, excerpt, label.id, 'agree')
    for (const excerpt of [apart, together]) await voteOnLabel(open(), third, excerpt, label.id, 'disagree')
    const change = { definition: 'Second.', change: 'changed' } as const
    await editLabel(open(), author, label.id, change)
    const votes: [Member, LabelVoteValue][] = [
      [other, 'agree'],
      [third, 'disagree'],
      [author, 'unsure'],
      [other, 'disagree'],
      [author, 'agree'],
      [last, 'unsure'],
      [last, 'unsure'],
    ]
    await giveLabel(open(), author, apart, label.id)
    for (const [voter, value] of votes) await voteOnLabel(open(), voter, apart, label.id, value)
    const given = votes.map(([voter, value]) => ({ voter, value }))
    const isNew = await giveVotes(open(), author, together, label.id, given)
    expect(isNew).toEqual([true, false, true, true, true, true, false])
    expect(await keptOn(open(), together)).toEqual(await keptOn(open(), apart))
    expect(await giveVotes(open(), author, together, label.id, given.slice(-2))).toEqual([false, false])
  })
})
