import { expect, test } from 'vitest'
import { excerptAnswer } from '#app/features/exchange/answers/excerpt-answer.server.ts'
import { agreementIn } from '#app/features/labels/agreement/agreement.server.ts'
import {
  answerQueue,
  giveLabel,
  labelByMachine,
  labellingsOf,
  takeBackLabelVote,
  voteOnLabel,
} from '#app/features/labels/labellings.server.ts'
import { newestLabels, proposeLabel } from '#app/features/labels/labels.server.ts'
import { weightOf } from '#app/features/labels/merging/merge.server.ts'
import { nextPair, nextQuestion } from '#app/features/labels/queue/queue.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

let names = 0
const newLabel = async (db: Db) =>
  (await proposeLabel(db, await newMember(db), { name: `queued ${++names}`, definition: 'As told.' })).label.id

async function scene(db: Db) {
  const author = await newMember(db)
  return { author, labelId: await newLabel(db), excerptId: await newExcerpt(db, author) }
}

const votesOn = (db: Db, excerptId: string) =>
  db.selectFrom('label_votes').selectAll().where('excerpt_id', '=', excerptId).orderBy('member_id').execute()

describeOnBothEngines('Blind votes', (open) => {
  test('are those cast in the queue by whom nothing had shown how others label the excerpt', async () => {
    const { author, labelId, excerptId } = await scene(open())
    const [blind, seen, elsewhere] = await newMembers(open(), 3)
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    await answerQueue(open(), blind!, excerptId, labelId, 'disagree')
    await excerptAnswer(open(), excerptId, seen!)
    await answerQueue(open(), seen!, excerptId, labelId, 'agree')
    await voteOnLabel(open(), elsewhere!, excerptId, labelId, 'agree')
    const votes = await votesOn(open(), excerptId)
    const of = (id: string) => votes.find((vote) => vote.member_id === id)
    expect(of(author.id)).toMatchObject({ placing: 1, blind: 0 })
    expect(of(blind!.id)).toMatchObject({ placing: 0, blind: 1 })
    expect(of(seen!.id)).toMatchObject({ placing: 0, blind: 0 })
    expect(of(elsewhere!.id)).toMatchObject({ placing: 0, blind: 0 })
  })

  test('stay blind when they are repeated after looking, and are so no more when they are changed', async () => {
    const { author, labelId, excerptId } = await scene(open())
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    const voter = await newMember(open())
    const blindOf = async () => (await votesOn(open(), excerptId)).find((one) => one.member_id === voter.id)?.blind
    await answerQueue(open(), voter, excerptId, labelId, 'disagree')
    await voteOnLabel(open(), voter, excerptId, labelId, 'disagree')
    expect(await blindOf()).toBe(1)
    await voteOnLabel(open(), voter, excerptId, labelId, 'agree')
    expect(await blindOf()).toBe(0)
    await takeBackLabelVote(open(), voter, excerptId, labelId)
    await answerQueue(open(), voter, excerptId, labelId, 'disagree')
    expect(await blindOf()).toBe(0)
  })

  test('words that carry no label show nothing, and what visitors and imported voters are shown is not noted', async () => {
    const { author, labelId, excerptId } = await scene(open())
    const reader = await newMember(open())
    const shown = () => open().selectFrom('showings').selectAll().where('excerpt_id', '=', excerptId).execute()
    await labellingsOf(open(), [excerptId], reader)
    await labellingsOf(open(), [excerptId], null)
    await labellingsOf(open(), [excerptId], { ...reader, unclaimed: true })
    expect(await shown()).toEqual([])
    await giveLabel(open(), author, excerptId, labelId)
    await Promise.all(Array.from({ length: 10 }, () => labellingsOf(open(), [excerptId], reader)))
    expect(await shown()).toMatchObject([{ member_id: reader.id }])
  })

  test('α of blind votes is of these alone', async () => {
    const { author, labelId, excerptId } = await scene(open())
    const { transcriptId } = await excerptAnswer(open(), excerptId, null)
    await addToCollection(open(), author, 'blind-and-seen', [transcriptId])
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    const [one, two, three] = await newMembers(open(), 3)
    await answerQueue(open(), one!, excerptId, labelId, 'disagree')
    await answerQueue(open(), two!, excerptId, labelId, 'agree')
    await voteOnLabel(open(), three!, excerptId, labelId, 'agree')
    expect(await agreementIn(open(), 'blind-and-seen')).toMatchObject([
      { items: 1, votes: 3, alpha: 0, itemsBlind: 1, alphaBlind: 0 },
    ])
  })
})

describeOnBothEngines('The queue’s pairs', (open) => {
  test('place nothing: a label to which nobody agrees there is not on, one to which somebody does is', async () => {
    const { labelId, excerptId } = await scene(open())
    const [one, two, reader] = await newMembers(open(), 3)
    await answerQueue(open(), one!, excerptId, labelId, 'disagree')
    expect((await labellingsOf(open(), [excerptId], reader!)).get(excerptId)).toEqual([])
    const used = async () => {
      const { items } = await newestLabels(open(), { limit: 100, after: null })
      return [items.find(({ id }) => id === labelId)?.used, (await weightOf(open(), labelId)).excerpts]
    }
    expect(await used()).toEqual([0, 0])
    await answerQueue(open(), two!, excerptId, labelId, 'agree')
    expect(await used()).toEqual([1, 1])
    expect((await labellingsOf(open(), [excerptId], reader!)).get(excerptId)).toMatchObject([{ agree: 1, n: 2 }])
    expect(await votesOn(open(), excerptId)).toMatchObject([{ placing: 0 }, { placing: 0 }])
  })

  test('that nobody agreed to are placed by whoever puts the label on, also by one who disagreed before', async () => {
    const { labelId, excerptId } = await scene(open())
    const [one, two] = await newMembers(open(), 2)
    await answerQueue(open(), one!, excerptId, labelId, 'disagree')
    expect(await voteOnLabel(open(), one!, excerptId, labelId, 'agree')).toMatchObject({ agree: 1, disagree: 0, n: 0 })
    expect(await voteOnLabel(open(), two!, excerptId, labelId, 'agree')).toMatchObject({ agree: 2, n: 1 })
    const [row] = await open().selectFrom('labellings').selectAll().where('excerpt_id', '=', excerptId).execute()
    expect(row).toMatchObject({ agree: 2, disagree: 0, placing_agree: 1, placing_disagree: 0, placed_by: one!.id })
  })

  test('are counted exactly while many answer and put on at once', async () => {
    const { labelId, excerptId } = await scene(open())
    const voters = await newMembers(open(), 20)
    await Promise.all(
      voters.flatMap((voter, n) => [
        answerQueue(open(), voter, excerptId, labelId, n % 2 ? 'agree' : 'disagree'),
        voteOnLabel(open(), voter, excerptId, labelId, n % 3 ? 'disagree' : 'unsure'),
      ]),
    )
    const [row] = await open().selectFrom('labellings').selectAll().where('excerpt_id', '=', excerptId).execute()
    const votes = await votesOn(open(), excerptId)
    const count = (value: string, placing = [0, 1]) =>
      votes.filter((vote) => vote.value === value && placing.includes(vote.placing)).length
    expect(row).toMatchObject({
      ...{ agree: count('agree'), disagree: count('disagree'), unsure: count('unsure') },
      ...{ placing_agree: count('agree', [1]), placing_disagree: count('disagree', [1]) },
    })
    expect(votes).toHaveLength(20)
    expect(votes.filter(({ placing }) => placing).length).toBeLessThanOrEqual(1)
  })
})

describeOnBothEngines('The queue', (open) => {
  test('of a site without excerpts, or without labels, is empty', async () => {
    const member = await newMember(open())
    expect(await nextQuestion(open(), member, 0)).toBeNull()
    await newExcerpt(open(), member)
    expect(await nextQuestion(open(), member, 0)).toBeNull()
  })

  test('hands out pairs that nobody put together a third of the time, and never what was shown or voted on', async () => {
    const author = await newMember(open())
    const labels = [await newLabel(open()), await newLabel(open()), await newLabel(open())]
    const ids = []
    for (let n = 0; n < 12; n++) ids.push(await newExcerpt(open(), author))
    for (const id of ids.slice(0, 11)) await voteOnLabel(open(), author, id, labels[0]!, 'agree')
    await labelByMachine(open(), author, ids[11]!, labels[0]!, { classifier: 'sorter', score: 0.9 })
    const voter = await newMember(open())
    await labellingsOf(open(), ids.slice(0, 3), voter)
    await answerQueue(open(), voter, ids[3]!, labels[0]!, 'agree')
    const pairs = []
    for (let skip = 0; skip < 300; skip++) pairs.push(await nextPair(open(), voter, skip))
    const random = pairs.filter((pair) => pair?.labelId !== labels[0])
    expect(random.length).toBeGreaterThan(75)
    expect(random.length).toBeLessThan(125)
    const asked = new Set(pairs.map((pair) => `${pair?.excerptId} ${pair?.labelId}`))
    for (const id of ids.slice(0, 3)) expect([...asked].some((pair) => pair.startsWith(id))).toBe(false)
    expect(asked.has(`${ids[3]} ${labels[0]}`)).toBe(false)
    for (const id of ids.slice(4)) expect(asked.has(`${id} ${labels[0]}`)).toBe(true)
  })

  test('asks the same until it is answered, shows the words in their context, and comes to an end', async () => {
    const author = await newMember(open())
    const labelId = await newLabel(open())
    const excerptId = await newExcerpt(open(), author, 'I would rather say no.', 'Nobody reads this. ')
    await voteOnLabel(open(), author, excerptId, labelId, 'agree')
    const voter = await newMember(open())
    const first = await nextQuestion(open(), voter, 0)
    expect(await nextQuestion(open(), voter, 0)).toEqual(first)
    expect(JSON.stringify(first)).not.toMatch(/agree|A talk/)
    let answered = 0
    let left = await nextPair(open(), voter, 0)
    for (; left && answered < 200; answered++) {
      await answerQueue(open(), voter, left.excerptId, left.labelId, 'disagree')
      left = await nextPair(open(), voter, 0)
    }
    expect(left).toBeNull()
    expect(answered).toBeLessThan(200)
  })
})
