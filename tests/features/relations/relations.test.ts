import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { mentionsOf } from '#app/features/mentions/mentions.server.ts'
import { addKind, relationKinds, renameKind } from '#app/features/relations/kinds/kinds.server.ts'
import { neighbourhoodOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import { relateByForm } from '#app/features/relations/relating/relating.server.ts'
import { editRelation, relate, withdrawRelation } from '#app/features/relations/relations.server.ts'
import { findRelation } from '#app/features/relations/said.server.ts'
import { newId } from '#app/lib/ids.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { edgesOf, newConcept, said } from '#tests/support/map.ts'

const nobody = '0'.repeat(18)
const moderator = (db: Parameters<typeof newMember>[0]) => addWithoutPassword(db, `mod-${newId()}`, 'moderator')

describeOnBothEngines('Saying that one thing relates to another', (open) => {
  test('joins concepts, claims, framings and labels, reads from either end, and counts for both', async () => {
    const db = open()
    const { author, claim } = await newCase(db)
    const paper = await newConcept(db, author, 'A paper on this', 'paper')
    const { label } = await proposeLabel(db, author, { name: 'doubts the setup' })
    await said(db, author, paper, 'studies', { kind: 'claim', id: claim.id }, 'It is the case of its fourth part.')
    await said(db, author, paper, 'introduces', { kind: 'framing', id: claim.framings[0]?.id as string })
    await said(db, author, { kind: 'label', id: label.id }, 'associated with', paper)
    const from = await neighbourhoodOf(db, { kind: 'claim', id: claim.id })
    expect(from).toMatchObject([
      {
        ...{ group: 'paper', count: 1 },
        items: [
          {
            node: { kind: 'concept', name: 'A paper on this' },
            edges: 3,
            relations: [
              { reads: 'studied by', why: 'It is the case of its fourth part.', by: author.handle, comments: 0 },
            ],
          },
        ],
      },
    ])
    const around = await neighbourhoodOf(db, paper)
    expect(around.map(({ group }) => group)).toEqual(['claim', 'framing', 'label'])
    expect(around.map(({ items }) => items[0]?.relations[0]?.reads)).toEqual([
      'studies',
      'introduces',
      'associated with',
    ])
    expect((await edgesOf(db)).kept).toEqual((await edgesOf(db)).counted)
  })

  test('takes a kind by its name from the other end too', async () => {
    const db = open()
    const member = await newMember(db)
    const [idea, paper] = [await newConcept(db, member), await newConcept(db, member)]
    const id = await said(db, member, idea, 'Studied  by', paper)
    expect(await findRelation(db, id)).toMatchObject({ kind: 'studies', from: { id: paper.id }, to: { id: idea.id } })
  })

  test('refuses what a thing would say of itself, unknown kinds and unknown things, and keeps what is said already', async () => {
    const db = open()
    const member = await newMember(db)
    const [one, other] = [await newConcept(db, member, 'One idea'), await newConcept(db, member, 'Another idea')]
    await expect(said(db, member, one, 'studies', one)).rejects.toThrow('Nothing has a relation to itself')
    const id = await said(db, member, one, 'contradicts', other, 'They cannot both hold.')
    expect(await said(db, await newMember(db), one, 'contradicts', other)).toBe(id)
    expect(await findRelation(db, id)).toMatchObject({ by: member.handle, why: 'They cannot both hold.' })
    const typed = { kind: 'contradicts', to: 'Another idea', why: 'x' }
    const way = { to: null, origin: 'https://here.example' }
    await expect(relateByForm(db, member, { kind: 'concept', id: one.id }, typed, way)).rejects.toMatchObject({
      kind: 'conflict',
      message: `“One idea” contradicts “Another idea” is said already, by ${member.handle}: They cannot both hold.`,
      more: { relationId: id },
    })
    expect(await said(db, member, other, 'contradicts', one)).not.toBe(id)
    const alike = await said(db, member, other, 'analogous to', one)
    expect(await said(db, member, one, 'analogous-to', other)).toBe(alike)
    await expect(said(db, member, one, 'resembles', other)).rejects.toMatchObject({
      errors: { kind: [expect.stringContaining('There are: ')] },
    })
    const unknown = { kind: 'claim', id: nobody } as const
    await expect(said(db, member, one, 'studies', unknown)).rejects.toMatchObject({
      errors: { to: ['There is no such claim.'] },
    })
    await expect(relate(db, member, { kind: 'studies', from: one.id, to: other.id, why: ' ' })).rejects.toMatchObject({
      errors: { why: ['This may not be empty.'] },
    })
  })

  test('refuses circles where a kind has none, and says which; where they may be, as in disputes, they are', async () => {
    const db = open()
    const member = await newMember(db)
    const [a, b, c] = [
      await newConcept(db, member, 'A'),
      await newConcept(db, member, 'B'),
      await newConcept(db, member, 'C'),
    ]
    await said(db, member, a, 'extends', b)
    await said(db, member, b, 'extends', c)
    await expect(said(db, member, c, 'extends', a)).rejects.toMatchObject({
      kind: 'conflict',
      message: '“extends” may not lead in a circle, and this one would: C → A → B → C.',
    })
    await expect(said(db, member, b, 'extends', a)).rejects.toThrow('B → A → B')
    await said(db, member, c, 'instance of', a)
    for (const [from, to] of [[a, b] as const, [b, c] as const, [c, a] as const])
      await said(db, member, from, 'supports', to)
  })

  test('closes no circle and says nothing twice when many speak at once, and counts exactly', async () => {
    const db = open()
    const member = await newMember(db)
    const ring = await Promise.all(Array.from({ length: 6 }, () => newConcept(db, member)))
    const tried = ring.flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length] as (typeof ring)[number]
      return [
        said(db, member, from, 'extends', to),
        said(db, member, from, 'extends', to),
        said(db, member, to, 'associated with', from),
        said(db, member, from, 'associated with', to),
      ]
    })
    const done = await Promise.allSettled(tried)
    const ids = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect([ids.length, new Set(ids).size]).toEqual([2 * (5 + 6), 5 + 6])
    for (const one of done) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'conflict' })
    const { kept, counted } = await edgesOf(db)
    expect(kept).toEqual(counted)
  })

  test('is edited and withdrawn by who said it and by moderators; its page keeps what it said', async () => {
    const db = open()
    const [member, other, mod] = [await newMember(db), await newMember(db), await moderator(db)]
    const [one, two] = [await newConcept(db, member), await newConcept(db, member)]
    const id = await said(db, member, one, 'supports', two, 'First thought.')
    await expect(editRelation(db, other, id, { why: 'Better.' })).rejects.toMatchObject({ kind: 'not allowed' })
    await expect(withdrawRelation(db, other, id)).rejects.toMatchObject({ kind: 'not allowed' })
    await editRelation(db, member, id, { why: 'Second thought.' })
    await withdrawRelation(db, mod, id)
    expect(await neighbourhoodOf(db, one)).toEqual([])
    expect(await findRelation(db, id)).toMatchObject({
      ...{ state: 'withdrawn', why: 'Second thought.', by: member.handle, again: null },
      history: [
        { change: 'withdrawn', handle: mod.handle, why: 'Second thought.' },
        { change: 'edited', handle: member.handle, why: 'First thought.' },
      ],
    })
    await expect(withdrawRelation(db, member, id)).rejects.toMatchObject({ kind: 'conflict' })
    const again = await said(db, other, one, 'supports', two)
    expect((await findRelation(db, id)).again).toBe(again)
    expect((await edgesOf(db)).kept).toEqual((await edgesOf(db)).counted)
  })

  test('mentions what its line names, until it says otherwise or is withdrawn', async () => {
    const db = open()
    const member = await newMember(db)
    const [one, two] = [await newConcept(db, member), await newConcept(db, member, `shadow ${newId()}`)]
    const about = async () => (await mentionsOf(db, two, [two.name])).items
    const id = await said(db, member, one, 'supports', two, `As [[${two.name}]] says.`)
    expect(await about()).toMatchObject([{ kind: 'relation', id }])
    await editRelation(db, member, id, { why: 'As it says.' })
    expect(await about()).toEqual([])
    await editRelation(db, member, id, { why: `As [[${two.name}]] says.` })
    await withdrawRelation(db, member, id)
    expect(await about()).toEqual([])
  })

  test('is withdrawn once when two do it at once', async () => {
    const db = open()
    const member = await newMember(db)
    const [one, two] = [await newConcept(db, member), await newConcept(db, member)]
    const id = await said(db, member, one, 'supports', two)
    const done = await Promise.allSettled([1, 2, 3].map(() => withdrawRelation(db, member, id)))
    expect(done.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect((await edgesOf(db)).kept).toEqual((await edgesOf(db)).counted)
  })
})

describeOnBothEngines('Kinds of relations', (open) => {
  test('are added and renamed by moderators; what was said reads by the new name', async () => {
    const db = open()
    const [member, mod] = [await newMember(db), await moderator(db)]
    await expect(addKind(db, member, { name: 'cites', inverse: 'cited by' })).rejects.toMatchObject({
      kind: 'not allowed',
    })
    const kind = await addKind(db, mod, { name: 'cites', inverse: 'cited by' })
    const [one, two] = [await newConcept(db, member), await newConcept(db, member)]
    const id = await said(db, member, one, 'cites', two)
    await renameKind(db, mod, kind.id, { name: 'refers to', inverse: 'referred to by' })
    expect(await findRelation(db, id)).toMatchObject({ kind: 'cites', reads: 'refers to', readsBack: 'referred to by' })
    const names = (await relationKinds(db)).map(({ name }) => name)
    expect(names).toEqual([...names.slice(0, -1), 'refers to'])
  })

  test('share no name from whichever end, and keep to reading the same from both ends or not', async () => {
    const db = open()
    const mod = await moderator(db)
    await expect(addKind(db, mod, { name: 'Studied by', inverse: 'reads' })).rejects.toThrow('These words are taken')
    await expect(renameKind(db, mod, 'studies', { name: 'studies', inverse: 'studies' })).rejects.toThrow('two names')
    await expect(renameKind(db, mod, 'analogous-to', { name: 'like', inverse: 'unlike' })).rejects.toThrow('one name')
    await expect(renameKind(db, mod, 'nothing', { name: 'x', inverse: 'y' })).rejects.toMatchObject({
      kind: 'not found',
    })
    await expect(addKind(db, mod, { name: 'akin to', inverse: 'akin to', acyclic: true })).rejects.toThrow('circle')
    const chain = await addKind(db, mod, { name: 'precedes', inverse: 'follows', acyclic: true })
    const [one, two] = [await newConcept(db, mod), await newConcept(db, mod)]
    await said(db, mod, one, chain.id, two)
    await expect(said(db, mod, one, 'follows', two)).rejects.toThrow('may not lead in a circle')
  })
})
