import { expect, test } from 'vitest'
import { addWithoutPassword, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { wronglyCounted } from '#app/features/labels/counting/recount.server.ts'
import { answerQueue, giveLabel, labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { allLabelNames, findLabel, proposeLabel } from '#app/features/labels/labels.server.ts'
import { nextPair } from '#app/features/labels/queue/queue.server.ts'
import { bringLabelBack, disputeEdit, retireLabel } from '#app/features/labels/rulings/retire.server.ts'
import { rulingsOn } from '#app/features/labels/rulings/rulings.server.ts'
import { editLabel, versionsOfLabel } from '#app/features/labels/wording/wording.server.ts'
import { attribute } from '#app/features/moderation/attributions.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

let names = 0
const why = { why: 'It hid the question.' }

async function scene(db: Db) {
  const moderator = await addWithoutPassword(db, `ruler-${++names}`, 'moderator')
  const author = await newMember(db)
  const { label } = await proposeLabel(db, author, { name: `ruled ${names}`, definition: 'First.' })
  return {
    moderator,
    author,
    labelId: label.id,
    excerptId: await newExcerpt(db, author),
    voters: await newMembers(db, 3),
  }
}

const on = async (db: Db, excerptId: string) => (await labellingsOf(db, [excerptId], null)).get(excerptId)

describeOnBothEngines('A retired label', (open) => {
  test('is put on nothing more, however one tries; what carries it is voted on as before', async () => {
    const { moderator, author, labelId, excerptId, voters } = await scene(open())
    const other = await newExcerpt(open(), author)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await retireLabel(open(), moderator, labelId, why)
    expect(await voteOnLabel(open(), voters[0]!, excerptId, labelId, 'disagree')).toMatchObject({
      agree: 1,
      disagree: 1,
    })
    for (const put of [voteOnLabel, answerQueue])
      await expect(put(open(), voters[0]!, other, labelId, 'agree')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(giveLabel(open(), author, other, labelId)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await on(open(), other)).toEqual([])
    expect((await allLabelNames(open())).find(({ id }) => id === labelId)).toMatchObject({
      retiredAt: expect.any(Number),
    })
    await bringLabelBack(open(), moderator, labelId, why)
    expect(await voteOnLabel(open(), voters[0]!, other, labelId, 'agree')).toMatchObject({ agree: 1 })
  })

  test('leaves the queue, and comes back with it', async () => {
    const { moderator, author, labelId, excerptId, voters } = await scene(open())
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    const isAsked = async () => {
      for (let skip = 0; skip < 60; skip++)
        if ((await nextPair(open(), voters[0]!, skip))?.labelId === labelId) return true
      return false
    }
    expect(await isAsked()).toBe(true)
    await retireLabel(open(), moderator, labelId, why)
    expect(await isAsked()).toBe(false)
    await bringLabelBack(open(), moderator, labelId, why)
    expect(await isAsked()).toBe(true)
  })

  test('is retired and brought back by moderators, with a reason, once; both are in its history and the log', async () => {
    const { moderator, author, labelId } = await scene(open())
    await expect(retireLabel(open(), author, labelId, why)).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(retireLabel(open(), moderator, labelId, { why: '' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(retireLabel(open(), moderator, 'nothing', why)).rejects.toMatchObject({ kind: 'not found' })
    await expect(bringLabelBack(open(), moderator, labelId, why)).rejects.toMatchObject({ kind: 'conflict' })
    const tries = await Promise.allSettled([1, 2, 3].map(() => retireLabel(open(), moderator, labelId, why)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await bringLabelBack(open(), moderator, labelId, { why: 'Asked for.' })
    expect(await rulingsOn(open(), labelId)).toMatchObject([
      { kind: 'returned', why: 'Asked for.', handle: moderator.handle },
      { kind: 'retired', why: why.why },
    ])
    const log = await open().selectFrom('activity').select('verb').where('subject_id', '=', labelId).execute()
    expect(log.map(({ verb }) => verb).sort()).toEqual(['label.proposed', 'label.retired', 'label.returned'])
  })
})

describeOnBothEngines('An edit that was said to keep the meaning', (open) => {
  test('is said by a moderator to change it: votes before it are set apart, those after it count', async () => {
    const { moderator, author, labelId, excerptId, voters } = await scene(open())
    const [one, two, three] = voters
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await voteOnLabel(open(), one!, excerptId, labelId, 'disagree')
    await editLabel(open(), author, labelId, { definition: 'Second.', change: 'same' })
    await voteOnLabel(open(), two!, excerptId, labelId, 'agree')
    await editLabel(open(), author, labelId, { definition: 'Third.', change: 'same' })
    await voteOnLabel(open(), three!, excerptId, labelId, 'disagree')
    const dispute = (version: number, who = moderator) => disputeEdit(open(), who, labelId, version, why)
    await expect(dispute(2, author)).rejects.toMatchObject({ kind: 'not allowed' })
    for (const version of [1, 4, 1.5, -1]) await expect(dispute(version)).rejects.toMatchObject({ kind: 'conflict' })
    await dispute(2)
    expect(await on(open(), excerptId)).toMatchObject([
      { agree: 1, disagree: 1, n: 2, earlier: { agree: 1, disagree: 1 } },
    ])
    expect(await findLabel(open(), labelId)).toMatchObject({ version: 3, meaning: 2 })
    expect((await versionsOfLabel(open(), labelId)).map(({ change }) => change)).toEqual(['same', 'changed', 'first'])
    await expect(dispute(2)).rejects.toMatchObject({ kind: 'conflict' })
    await dispute(3)
    expect(await on(open(), excerptId)).toMatchObject([{ agree: 0, disagree: 1, earlier: { agree: 2, disagree: 1 } }])
    expect(await wronglyCounted(open())).toEqual([])
    expect((await rulingsOn(open(), labelId)).map(({ kind, version }) => [kind, version])).toEqual([
      ['changed', 3],
      ['changed', 2],
    ])
  })

  test('may be disputed while many vote: every vote is counted once, on the words that it was cast on', async () => {
    const { moderator, author, labelId, excerptId } = await scene(open())
    const voters = await newMembers(open(), 20)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    for (const definition of ['b', 'c']) await editLabel(open(), author, labelId, { definition, change: 'same' })
    const votes = voters.map((voter, n) => voteOnLabel(open(), voter, excerptId, labelId, n % 2 ? 'agree' : 'disagree'))
    await Promise.all([
      ...votes,
      disputeEdit(open(), moderator, labelId, 3, why),
      retireLabel(open(), moderator, labelId, why),
    ])
    expect(await wronglyCounted(open())).toEqual([])
    expect(await on(open(), excerptId)).toMatchObject([{ agree: 10, disagree: 10, earlier: { agree: 1 } }])
  })
})

describeOnBothEngines('Votes on earlier words', (open) => {
  test('stay so when their imported author turns out to be a member', async () => {
    const { moderator, author, labelId, excerptId, voters } = await scene(open())
    const imported = await unclaimedMember(open(), `Imported ${names}`)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await voteOnLabel(open(), imported, excerptId, labelId, 'disagree')
    await editLabel(open(), author, labelId, { definition: 'Another.', change: 'changed' })
    await attribute(open(), moderator, imported, voters[0]!)
    expect(await on(open(), excerptId)).toMatchObject([{ agree: 0, disagree: 0, earlier: { agree: 1, disagree: 1 } }])
    expect(await wronglyCounted(open())).toEqual([])
  })
})
