import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { labellingsOf, takeBackLabelVote, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { findLabel, proposeLabel } from '#app/features/labels/labels.server.ts'
import { editLabel, versionsOfLabel } from '#app/features/labels/wording/wording.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

let names = 0

async function scene(db: Db, many = 3) {
  const author = await newMember(db)
  const { label } = await proposeLabel(db, author, { name: `worded ${++names}`, definition: 'First.' })
  return { author, labelId: label.id, excerptId: await newExcerpt(db, author), voters: await newMembers(db, many) }
}

const rowOn = (db: Db, excerptId: string) =>
  db.selectFrom('labellings').selectAll().where('excerpt_id', '=', excerptId).executeTakeFirst()

describeOnBothEngines('What a label means', (open) => {
  test('is edited by whoever proposed it and by moderators, and every version is kept', async () => {
    const { author, labelId, voters } = await scene(open())
    const moderator = await addWithoutPassword(open(), `mod-${labelId}`, 'moderator')
    await editLabel(open(), author, labelId, { definition: 'Second.', change: 'same' })
    await editLabel(open(), moderator, labelId, { definition: 'Third.', examples: 'a', change: 'changed' })
    await editLabel(open(), moderator, labelId, { definition: 'Third.', examples: 'a', change: 'changed' })
    expect(await findLabel(open(), labelId)).toMatchObject({ definition: 'Third.', version: 3, meaning: 3 })
    const versions = await versionsOfLabel(open(), labelId)
    expect(versions.map(({ version, change, definition }) => [version, change, definition])).toEqual([
      [3, 'changed', 'Third.'],
      [2, 'same', 'Second.'],
      [1, 'first', 'First.'],
    ])
    const edit = { definition: 'Mine.', change: 'same' } as const
    await expect(editLabel(open(), voters[0]!, labelId, edit)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(editLabel(open(), author, 'nothing', edit)).rejects.toMatchObject({ kind: 'not found' })
    await expect(editLabel(open(), author, labelId, { definition: 'x', change: '' as 'same' })).rejects.toMatchObject({
      errors: { change: [expect.any(String)] },
    })
  })

  test('may be said in other words, and votes go on counting; another meaning sets them apart until confirmed', async () => {
    const { author, labelId, excerptId, voters } = await scene(open())
    for (const voter of [author, ...voters]) await voteOnLabel(open(), voter, excerptId, labelId, 'agree')
    await editLabel(open(), author, labelId, { definition: 'Other words.', change: 'same' })
    const now = async () => (await labellingsOf(open(), [excerptId], voters[0]!)).get(excerptId)?.[0]
    expect(await now()).toMatchObject({ agree: 4, n: 3, earlier: { agree: 0 }, isMineEarlier: false })
    await editLabel(open(), author, labelId, { definition: 'Another thing.', change: 'changed' })
    expect(await now()).toMatchObject({ agree: 0, n: 0, earlier: { agree: 4 }, mine: 'agree', isMineEarlier: true })
    expect(await voteOnLabel(open(), voters[0]!, excerptId, labelId, 'agree')).toMatchObject({
      ...{ agree: 1, n: 1, earlier: { agree: 3 }, isMineEarlier: false },
    })
    await voteOnLabel(open(), author, excerptId, labelId, 'disagree')
    await takeBackLabelVote(open(), voters[1]!, excerptId, labelId)
    expect(await now()).toMatchObject({ agree: 1, disagree: 1, n: 1, earlier: { agree: 1, disagree: 0 } })
  })

  test('may change while many vote: every vote is counted once, on the words that it was cast on', async () => {
    const { author, labelId, excerptId, voters } = await scene(open(), 20)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    const votes = voters.map((voter, n) => voteOnLabel(open(), voter, excerptId, labelId, n % 2 ? 'agree' : 'disagree'))
    const edits = ['a', 'b', 'c'].map((definition) =>
      editLabel(open(), author, labelId, { definition, change: 'changed' }),
    )
    await Promise.all([...votes, ...edits])
    const { meaning, version } = await findLabel(open(), labelId)
    expect([meaning, version]).toEqual([4, 4])
    const cast = await open().selectFrom('label_votes').selectAll().where('excerpt_id', '=', excerptId).execute()
    const count = (value: string, isNow: boolean) =>
      cast.filter((vote) => vote.value === value && vote.label_version >= meaning === isNow).length
    expect(await rowOn(open(), excerptId)).toMatchObject({
      ...{ agree: count('agree', true), disagree: count('disagree', true) },
      ...{ earlier_agree: count('agree', false), earlier_disagree: count('disagree', false) },
    })
  })
})
