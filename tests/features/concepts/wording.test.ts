import { expect, test } from 'vitest'
import type { ConceptGiven } from '#app/features/concepts/concept.ts'
import { conceptNamed, createConcept, findConcept } from '#app/features/concepts/concepts.server.ts'
import { editConcept, restoreConcept, revisionsOf, wordsBefore } from '#app/features/concepts/wording/wording.server.ts'
import { changesBetween, fieldsOf } from '#app/features/concepts/wording/words.ts'
import { newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const whole = { limit: 50, after: null }

describeOnBothEngines('Editing concepts', (open) => {
  const make = async (given: Partial<ConceptGiven> & { name: string }) =>
    (await createConcept(open(), await newMember(open()), { kind: 'concept', ...given })).concept

  test('any member edits; every version is kept with who wrote it and why', async () => {
    const { id } = await make({ name: 'Reward hacking', definition: 'Old.' })
    const editor = await newMember(open())
    const edited = await editConcept(open(), editor, id, { since: 1, definition: 'New.', why: 'It said little.' })
    expect(edited).toMatchObject({ name: 'Reward hacking', definitionHtml: '<p>New.</p>\n', version: 2 })
    const { items } = await revisionsOf(open(), id, whole)
    expect(items.map(({ version, why, handle }) => [version, why, handle])).toEqual([
      [2, 'It said little.', editor.handle],
      [1, '', expect.any(String)],
    ])
    expect(items.map(({ words }) => words.definition)).toEqual(['New.', 'Old.'])
  })

  test('the same words again make no version', async () => {
    const concept = await make({ name: 'Sandbagging', aliases: ['playing dumb'] })
    const same = { since: 1, name: 'Sandbagging', aliases: 'playing dumb', year: '1999' }
    expect(await editConcept(open(), await newMember(open()), concept.id, same)).toEqual(concept)
  })

  test('of two who edit at once one is told, with the version that stands now', async () => {
    const { id } = await make({ name: 'Deceptive alignment' })
    const members = await newMembers(open(), 2)
    const edits = await Promise.allSettled(
      members.map((member, n) => editConcept(open(), member, id, { since: 1, definition: `By ${n}.` })),
    )
    expect(edits.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = edits.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ kind: 'conflict', more: { version: 2 } })
    expect((await revisionsOf(open(), id, whole)).items).toHaveLength(2)
  })

  test('a name that it had leads to it still, until it is dropped; a name of another is refused', async () => {
    const member = await newMember(open())
    const { id } = await make({ name: 'Old name' })
    await make({ name: 'Somebody else’s' })
    expect(await editConcept(open(), member, id, { since: 1, name: 'New name' })).toMatchObject({
      aliases: ['Old name'],
    })
    expect((await conceptNamed(open(), 'old name'))?.id).toBe(id)
    await editConcept(open(), member, id, { since: 2, aliases: [] })
    expect(await conceptNamed(open(), 'old name')).toBeUndefined()
    const taken = editConcept(open(), member, id, { since: 3, name: 'somebody  ELSE’s' })
    await expect(taken).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findConcept(open(), id)).toMatchObject({ name: 'New name', version: 3 })
  })

  test('an earlier version is restored as a new one, with its names', async () => {
    const member = await newMember(open())
    const { id } = await make({ kind: 'paper', name: 'First title', definition: 'One.', year: 2023 })
    await editConcept(open(), member, id, { since: 1, kind: 'concept', name: 'Second title', definition: 'Two.' })
    expect((await findConcept(open(), id)).facts.year).toBeNull()
    const restored = await restoreConcept(open(), member, id, 1)
    expect(restored).toMatchObject({ kind: 'paper', name: 'First title', definition: 'One.', version: 3 })
    expect(restored).toMatchObject({ facts: { year: 2023 }, aliases: ['Second title'] })
    const { items, next } = await revisionsOf(open(), id, { limit: 2, after: null })
    expect(items[0]).toMatchObject({ version: 3, restores: 1, handle: member.handle })
    expect(next).not.toBeNull()
    expect(await wordsBefore(open(), id, 2)).toMatchObject({ name: 'First title' })
    for (const version of [0, 4, 1.5, 1e12])
      await expect(restoreConcept(open(), member, id, version)).rejects.toMatchObject({ kind: 'not found' })
  })
})

test('what a form would change is told field by field; lines as browsers send them are the same', () => {
  const facts = { authors: ['A', 'B'], year: 2020, doi: '', arxiv: '', url: '', saidBy: '', saidIn: '' }
  const words = { kind: 'paper' as const, name: 'N', aliases: [], definition: 'One.\nTwo.', facts, excerptId: null }
  const typed = { definition: 'One.\r\nTwo.', authors: 'A\r\nB', year: '2021' }
  expect(changesBetween(fieldsOf(words), typed)).toEqual([{ name: 'Year', from: '2020', to: '2021' }])
})
