import { expect, test } from 'vitest'
import { agreementIn, agreementOn } from '#app/features/labels/agreement/agreement.server.ts'
import { confusionsOn, ownOn } from '#app/features/labels/agreement/machines.server.ts'
import { meaningOf } from '#app/features/labels/agreement/meaning.ts'
import { giveLabel, labelByMachine, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { machineAgainstPeople } from '#app/features/labels/lists/lists.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

test('what α means is said by the customary bounds, and only from ten excerpts on', () => {
  expect(meaningOf(0.95, 9)).toBe('too few to say')
  expect(meaningOf(null, 10)).toMatch(/nothing is known/)
  expect([0.8, 0.79, 0.667, 0.66, 0].map((alpha) => meaningOf(alpha, 10))).toEqual([
    'reliable',
    'tentative',
    'tentative',
    'low: readers take the question differently',
    'no better than chance',
  ])
})

describeOnBothEngines('Agreement', (open) => {
  test('on a label is told everywhere and collection by collection', async () => {
    const author = await newMember(open())
    const voters = await newMembers(open(), 2)
    const { label } = await proposeLabel(open(), author, { name: 'told apart' })
    for (const slug of ['ones', 'others']) {
      const id = await newExcerpt(open(), author)
      await giveLabel(open(), author, id, label.id)
      await addToCollection(open(), author, slug, [(await findExcerptFacts(open(), id)).transcriptId])
      await voteOnLabel(open(), voters[0]!, id, label.id, 'agree')
      await voteOnLabel(open(), voters[1]!, id, label.id, slug === 'ones' ? 'agree' : 'disagree')
    }
    const { everywhere, collections } = await agreementOn(open(), label.id)
    expect(everywhere).toMatchObject({ items: 2, votes: 4 })
    expect(collections.map(({ id, agreement }) => [id, agreement.items, agreement.raw])).toEqual([
      ['ones', 1, 1],
      ['others', 1, 0],
    ])
    expect(await agreementIn(open(), 'ones')).toEqual([collections[0]?.agreement])
  })

  test('of a classifier with people is a table of what it says against what most say; each sees their own row', async () => {
    const author = await newMember(open())
    const voters = await newMembers(open(), 3)
    const { label } = await proposeLabel(open(), author, { name: 'machine-made' })
    const read = async (score: number | null, votes: ('agree' | 'disagree')[]) => {
      const id = await newExcerpt(open(), author)
      await labelByMachine(open(), author, id, label.id, { classifier: 'sorter', score })
      for (const [n, value] of votes.entries()) await voteOnLabel(open(), voters[n]!, id, label.id, value)
      return id
    }
    await read(0.9, ['agree', 'agree', 'agree'])
    await read(null, ['agree', 'agree', 'disagree'])
    const against = await read(0.5, ['disagree', 'disagree', 'disagree'])
    await read(0.49, ['disagree', 'disagree', 'agree'])
    await read(0.1, ['agree', 'disagree'])
    await read(0.1, [])
    expect(await confusionsOn(open(), label.id)).toMatchObject([
      {
        classifier: 'sorter',
        fits: { agree: 2, disagree: 1, split: 0, nothing: 0 },
        fitsNot: { agree: 0, disagree: 1, split: 1, nothing: 1 },
        ...{ n: 4, same: 3, share: 0.75 },
      },
    ])
    const list = await machineAgainstPeople(open(), 20, null)
    expect(list.map(({ excerpt }) => excerpt.id)).toEqual([against])
    expect(await ownOn(open(), label.id, voters[2]!)).toMatchObject({ n: 4, same: 2 })
    expect(await ownOn(open(), label.id, author)).toMatchObject({ n: 0, share: null })
  })
})
