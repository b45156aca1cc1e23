import { expect, test } from 'vitest'
import { type LabelVoteValue, labelVoteValues } from '#app/features/labels/labelling.ts'
import {
  giveLabel,
  labelByMachine,
  labellingsOf,
  takeBackLabelVote,
  voteOnLabel,
} from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { excerptsCarrying, readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

let names = 0

async function scene(db: Db, many: number) {
  const voters = await newMembers(db, many)
  const [author] = voters as [(typeof voters)[0]]
  const { label } = await proposeLabel(db, author, { name: `label ${++names}` })
  return { voters, author, labelId: label.id, excerptId: await newExcerpt(db, author) }
}

/** The counters as they would be if counted anew from the votes. */
async function recounted(db: Db, excerptId: string) {
  const votes = await db.selectFrom('label_votes').selectAll().where('excerpt_id', '=', excerptId).execute()
  const of = (value: LabelVoteValue, placing = [0, 1]) =>
    votes.filter((vote) => vote.value === value && placing.includes(vote.placing)).length
  return {
    agree: of('agree'),
    disagree: of('disagree'),
    unsure: of('unsure'),
    placing_agree: of('agree', [1]),
    placing_disagree: of('disagree', [1]),
  }
}

const rowsOf = (db: Db, excerptId: string) =>
  db.selectFrom('labellings').selectAll().where('excerpt_id', '=', excerptId).execute()

describeOnBothEngines('Labellings', (open) => {
  test('the first vote puts the label on and is left out of the state', async () => {
    const { voters, labelId, excerptId } = await scene(open(), 6)
    for (const voter of voters.slice(0, 5)) await voteOnLabel(open(), voter, excerptId, labelId, 'agree')
    const [before] = (await labellingsOf(open(), [excerptId], null)).get(excerptId) ?? []
    expect(before).toMatchObject({
      labelId,
      agree: 5,
      disagree: 0,
      unsure: 0,
      n: 4,
      state: 'open',
      given: false,
      machine: null,
      mine: null,
    })
    const after = await voteOnLabel(open(), voters[5]!, excerptId, labelId, 'agree')
    expect(after).toMatchObject({ agree: 6, n: 5, state: 'settled', mine: 'agree' })
  })

  test('the latest vote counts and every one is kept', async () => {
    const { author, labelId, excerptId, voters } = await scene(open(), 2)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    for (const value of ['agree', 'unsure', 'unsure', 'disagree'] as const) {
      await voteOnLabel(open(), voters[1]!, excerptId, labelId, value)
    }
    const [labelling] = (await labellingsOf(open(), [excerptId], voters[1]!)).get(excerptId) ?? []
    expect(labelling).toMatchObject({ agree: 1, disagree: 1, unsure: 0, n: 1, mine: 'disagree' })
    const history = await open()
      .selectFrom('label_vote_history')
      .select('value')
      .where('member_id', '=', voters[1]!.id)
      .orderBy('at')
      .orderBy('id')
      .execute()
    expect(history.map(({ value }) => value).sort()).toEqual(['agree', 'disagree', 'unsure'])
  })

  test('the placing vote stays one when it is changed, or taken back and cast again', async () => {
    const { author, labelId, excerptId, voters } = await scene(open(), 2)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await voteOnLabel(open(), voters[1]!, excerptId, labelId, 'agree')
    expect(await voteOnLabel(open(), author, excerptId, labelId, 'disagree')).toMatchObject({
      agree: 1,
      disagree: 1,
      n: 1,
    })
    expect(await takeBackLabelVote(open(), author, excerptId, labelId)).toMatchObject({
      agree: 1,
      disagree: 0,
      n: 1,
      mine: null,
    })
    expect(await voteOnLabel(open(), author, excerptId, labelId, 'agree')).toMatchObject({ agree: 2, n: 1 })
    expect((await rowsOf(open(), excerptId))[0]).toMatchObject(await recounted(open(), excerptId))
  })

  test('a label that only its votes held goes with the last of them, and the next to vote places it', async () => {
    const { author, labelId, excerptId, voters } = await scene(open(), 2)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    expect(await takeBackLabelVote(open(), author, excerptId, labelId)).toMatchObject({
      labelId,
      agree: 0,
      n: 0,
      mine: null,
    })
    expect(await rowsOf(open(), excerptId)).toEqual([])
    expect(await takeBackLabelVote(open(), author, excerptId, labelId)).toMatchObject({ agree: 0 })
    expect(await voteOnLabel(open(), voters[1]!, excerptId, labelId, 'disagree')).toMatchObject({ disagree: 1, n: 0 })
  })

  test('on a label that was given or is a classifier’s, the first vote is one like any other, and the label stays', async () => {
    const { author, labelId, excerptId } = await scene(open(), 1)
    expect(await giveLabel(open(), author, excerptId, labelId)).toBe(true)
    expect(await giveLabel(open(), author, excerptId, labelId)).toBe(false)
    expect(await voteOnLabel(open(), author, excerptId, labelId, 'agree')).toMatchObject({
      agree: 1,
      n: 1,
      given: true,
    })
    expect(await takeBackLabelVote(open(), author, excerptId, labelId)).toMatchObject({ agree: 0, n: 0, given: true })
    const other = await scene(open(), 1)
    await labelByMachine(open(), author, other.excerptId, other.labelId, { classifier: 'sorter', score: 0.93 })
    expect(await voteOnLabel(open(), author, other.excerptId, other.labelId, 'disagree')).toMatchObject({ n: 1 })
    await takeBackLabelVote(open(), author, other.excerptId, other.labelId)
    expect([...(await rowsOf(open(), excerptId)), ...(await rowsOf(open(), other.excerptId))]).toHaveLength(2)
  })

  test('a classifier’s newest word stands, with what it was asked and said', async () => {
    const { author, labelId, excerptId } = await scene(open(), 1)
    const word = { classifier: 'sorter', score: 0.25, prompt: 'Is it?', answer: 'Hardly.' }
    expect(await labelByMachine(open(), author, excerptId, labelId, word)).toBe(true)
    expect(await labelByMachine(open(), author, excerptId, labelId, word)).toBe(false)
    expect(await labelByMachine(open(), author, excerptId, labelId, { ...word, score: 0.75 })).toBe(true)
    const [labelling] = (await labellingsOf(open(), [excerptId], null)).get(excerptId) ?? []
    expect(labelling?.machine).toEqual({ classifier: 'sorter', score: 0.75 })
    const kept = await open().selectFrom('machine_labellings').selectAll().where('excerpt_id', '=', excerptId).execute()
    expect(kept).toMatchObject([{ prompt: 'Is it?', answer: 'Hardly.', score: 0.75 }])
  })

  test('counts stay exact while fifty members place, change and take back at once', async () => {
    const { voters, labelId, excerptId } = await scene(open(), 50)
    const cast = (shift: number) =>
      Promise.all(
        voters.map((voter, n) => voteOnLabel(open(), voter, excerptId, labelId, labelVoteValues[(n + shift) % 3]!)),
      )
    await cast(0)
    expect((await rowsOf(open(), excerptId))[0]).toMatchObject({ agree: 17, disagree: 17, unsure: 16 })
    await Promise.all([
      cast(1),
      cast(2),
      ...voters.slice(0, 20).map((voter) => takeBackLabelVote(open(), voter, excerptId, labelId)),
    ])
    expect((await rowsOf(open(), excerptId))[0]).toMatchObject(await recounted(open(), excerptId))
    const placing = await open()
      .selectFrom('label_votes')
      .selectAll()
      .where('excerpt_id', '=', excerptId)
      .where('placing', '=', 1)
      .execute()
    expect(placing.length).toBeLessThanOrEqual(1)
    await Promise.all(voters.map((voter) => takeBackLabelVote(open(), voter, excerptId, labelId)))
    expect(await rowsOf(open(), excerptId)).toEqual([])
  })

  test('one member’s many clicks at once are one vote', async () => {
    const { author, labelId, excerptId } = await scene(open(), 1)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => voteOnLabel(open(), author, excerptId, labelId, labelVoteValues[n % 3]!)),
    )
    const [row] = await rowsOf(open(), excerptId)
    expect(row!.agree + row!.disagree + row!.unsure).toBe(1)
    expect(row).toMatchObject(await recounted(open(), excerptId))
  })

  test('placing and taking back the same label at once never leaves a count below zero or a vote uncounted', async () => {
    const { voters, labelId, excerptId } = await scene(open(), 8)
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        voters.flatMap((voter) => [
          voteOnLabel(open(), voter, excerptId, labelId, 'agree'),
          takeBackLabelVote(open(), voter, excerptId, labelId),
        ]),
      )
      const [row] = await rowsOf(open(), excerptId)
      expect(row ?? { agree: 0, placing_agree: 0 }).toMatchObject({ agree: (await recounted(open(), excerptId)).agree })
      expect(row?.placing_agree ?? 0).toBeGreaterThanOrEqual(0)
    }
  })

  test('excerpts that carry a label come the most contested first, page by page', async () => {
    const { voters, author, labelId } = await scene(open(), 5)
    const votes: LabelVoteValue[][] = [
      ['agree', 'agree', 'disagree', 'agree', 'disagree'],
      ['agree', 'agree', 'disagree'],
      ['agree', 'agree', 'agree'],
    ]
    const ids: string[] = []
    for (const values of votes) {
      const excerptId = await newExcerpt(open(), author)
      ids.push(excerptId)
      for (const [n, value] of values.entries()) await voteOnLabel(open(), voters[n]!, excerptId, labelId, value)
    }
    const found: string[] = []
    for (let after: (string | number)[] | null = null, more = true; more; ) {
      const { items, next } = await excerptsCarrying(open(), labelId, { limit: 1, after }, author)
      found.push(...items.map(({ excerpt }) => excerpt.id))
      more = next !== null
      after = more ? JSON.parse(Buffer.from(next as string, 'base64url').toString()) : null
    }
    expect(found).toEqual(ids)
  })

  test('the words read most differently are those over which most votes are most split; a placing vote splits nobody', async () => {
    const { voters, author, labelId } = await scene(open(), 9)
    const split = await newExcerpt(open(), author)
    const placedOnly = await newExcerpt(open(), author)
    for (const [n, voter] of voters.entries())
      await voteOnLabel(open(), voter, split, labelId, n % 2 ? 'agree' : 'disagree')
    await voteOnLabel(open(), voters[0]!, placedOnly, labelId, 'agree')
    await voteOnLabel(open(), voters[1]!, placedOnly, labelId, 'disagree')
    const read = await readMostDifferently(open(), 20, author)
    expect(read[0]).toMatchObject({
      excerpt: { id: split },
      labelling: { labelId, agree: 4, disagree: 5, mine: 'disagree' },
    })
    expect(read.map(({ excerpt }) => excerpt.id)).not.toContain(placedOnly)
  })

  test('refuses an unknown excerpt, an unknown label, one in the other’s place, and a value that is none', async () => {
    const { author, labelId, excerptId } = await scene(open(), 1)
    for (const [excerpt, label] of [
      ['none', labelId],
      [excerptId, 'none'],
      [labelId, excerptId],
    ] as const) {
      await expect(voteOnLabel(open(), author, excerpt, label, 'agree')).rejects.toMatchObject({ kind: 'not found' })
      await expect(takeBackLabelVote(open(), author, excerpt, label)).rejects.toMatchObject({ kind: 'not found' })
    }
    await expect(voteOnLabel(open(), author, excerptId, labelId, 'yes' as 'agree')).rejects.toMatchObject({
      errors: { value: [expect.any(String)] },
    })
    expect(await rowsOf(open(), excerptId)).toEqual([])
  })

  test('every vote tells pages that show the excerpt or the label', async () => {
    const { author, labelId, excerptId } = await scene(open(), 1)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await takeBackLabelVote(open(), author, excerptId, labelId)
    const versions = await open()
      .selectFrom('versions')
      .selectAll()
      .where('id', 'in', [excerptId, labelId])
      .orderBy('kind')
      .execute()
    expect(versions).toMatchObject([
      { kind: 'excerpt', version: 3 },
      { kind: 'label', version: 3 },
    ])
    expect(await labellingsOf(open(), [], await newMember(open()))).toEqual(new Map())
  })
})
