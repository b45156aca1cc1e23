import { expect, test } from 'vitest'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { allLabelNames, findLabel, labelNamed, newestLabels, proposeLabel } from '#app/features/labels/labels.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newExcerpt, newMember, newMembers } from './support.ts'

describeOnBothEngines('Labels', (open) => {
  test('a member proposes a label with definition, examples and counter-examples', async () => {
    const member = await newMember(open())
    const draft = { name: ' doubts  the setup ', definition: 'Takes it as open.', examples: 'a', counterExamples: 'b' }
    const { label, isNew } = await proposeLabel(open(), member, draft)
    expect(isNew).toBe(true)
    expect(label).toMatchObject({ ...draft, name: 'doubts the setup', version: 1 })
    expect(await findLabel(open(), label.id)).toEqual(label)
    expect(await labelNamed(open(), 'Doubts The  Setup')).toEqual(label)
    expect(await labelNamed(open(), 'no such name')).toBeUndefined()
  })

  test('the same name again, in another case, is the label that is there, also when many ask at once', async () => {
    const member = await newMember(open())
    const names = ['compromise', 'Compromise', ' COMPROMISE ', 'compromise', 'Compromise']
    const all = await Promise.all(names.map((name) => proposeLabel(open(), member, { name })))
    expect(new Set(all.map(({ label }) => label.id)).size).toBe(1)
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test.each([
    ['name', { name: '  ' }],
    ['name', { name: '🙂'.repeat(81) }],
    ['name', { name: 'half \ud800' }],
    ['definition', { name: 'x', definition: 'x'.repeat(2001) }],
  ])('refuses what breaks a limit and names the field %s', async (field, draft) => {
    const member = await newMember(open())
    await expect(proposeLabel(open(), member, draft)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { [field]: [expect.any(String)] },
    })
  })

  test('a name of 80 code points is kept, however many units they take', async () => {
    const name = '🙂'.repeat(80)
    expect((await proposeLabel(open(), await newMember(open()), { name })).label.name).toBe(name)
  })

  test('lists the newest first, page by page, with how often each is used and contested', async () => {
    const voters = await newMembers(open(), 6)
    const [author] = voters as [(typeof voters)[0]]
    const { label } = await proposeLabel(open(), author, { name: 'open refusal' })
    const [one, two] = [await newExcerpt(open(), author), await newExcerpt(open(), author)]
    for (const [place, voter] of voters.entries()) {
      await voteOnLabel(open(), voter, one, label.id, place % 2 ? 'agree' : 'disagree')
    }
    await voteOnLabel(open(), author, two, label.id, 'agree')
    const first = await newestLabels(open(), { limit: 1, after: null })
    expect(first.items).toMatchObject([{ name: 'open refusal', used: 2, contested: 1 }])
    const after = JSON.parse(Buffer.from(first.next as string, 'base64url').toString())
    const rest = await newestLabels(open(), { limit: 50, after })
    expect(rest.next).toBeNull()
    const names = [...first.items, ...rest.items].map(({ name }) => name)
    expect(names.sort()).toEqual((await allLabelNames(open())).map(({ name }) => name).sort())
    expect(rest.items.find(({ name }) => name === 'compromise')).toMatchObject({ used: 0, contested: 0 })
  })

  test('an unknown label is not found', async () => {
    await expect(findLabel(open(), 'nothing')).rejects.toMatchObject({ kind: 'not found' })
  })
})
