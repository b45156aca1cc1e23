import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { conceptNamed, createConcept, findConcept, newestConcepts } from '#app/features/concepts/concepts.server.ts'
import { conceptMeant, mergeConcepts, mergesOf, partConcept } from '#app/features/concepts/merging/merge.server.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { newId } from '#app/lib/ids.ts'
import { newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const because = { why: 'They mean the same.' }

describeOnBothEngines('Merging concepts', (open) => {
  const moderator = () => addWithoutPassword(open(), `mod-${newId()}`, 'moderator')
  const make = async (name: string, aliases: string[] = [], member?: Member) =>
    (await createConcept(open(), member ?? (await newMember(open())), { kind: 'concept', name, aliases })).concept
  const whereLeads = async (name: string) => (await conceptNamed(open(), name))?.name

  test('its address and names lead to the other, and taken back it is exactly as it was', async () => {
    const [from, into] = [await make('scheming', ['to scheme']), await make('Scheming behaviour')]
    const mod = await moderator()
    await mergeConcepts(open(), mod, from.id, into.id, because)
    expect((await findConcept(open(), from.id)).mergedInto).toBe(into.id)
    expect((await findConcept(open(), into.id)).aliases).toEqual(['scheming', 'to scheme'])
    expect(await whereLeads('TO SCHEME')).toBe('Scheming behaviour')
    const { items } = await newestConcepts(open(), { kind: null, part: 'schem' }, { limit: 9, after: null })
    expect(items.map(({ id }) => id)).toEqual([into.id])
    expect(await partConcept(open(), mod, from.id, because)).toBe(into.id)
    expect([await findConcept(open(), from.id), await findConcept(open(), into.id)]).toEqual([from, into])
    expect((await mergesOf(open(), into.id)).map(({ kind, name }) => [kind, name])).toEqual([
      ['parted', 'scheming'],
      ['merged', 'scheming'],
    ])
  })

  test('merged one after another all lead to the last, and each is parted from its own', async () => {
    const [a, b, c] = [await make('chain a'), await make('chain b'), await make('chain c')]
    const mod = await moderator()
    await mergeConcepts(open(), mod, a.id, b.id, because)
    await mergeConcepts(open(), mod, b.id, c.id, because)
    expect(await whereLeads('chain a')).toBe('chain c')
    expect((await findConcept(open(), c.id)).aliases).toEqual(['chain a', 'chain b'])
    await partConcept(open(), mod, a.id, because)
    expect((await findConcept(open(), c.id)).aliases).toEqual(['chain b'])
    await partConcept(open(), mod, b.id, because)
    expect((await findConcept(open(), b.id)).aliases).toEqual([])
    expect((await findConcept(open(), c.id)).aliases).toEqual([])
  })

  test('itself, a circle, what was merged already, and what is not there are refused', async () => {
    const [a, b] = [await make('circle a'), await make('circle b')]
    const mod = await moderator()
    await expect(mergeConcepts(open(), mod, a.id, a.id, because)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(mergeConcepts(open(), mod, a.id, 'nothing', because)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(partConcept(open(), mod, a.id, because)).rejects.toMatchObject({ kind: 'conflict' })
    await mergeConcepts(open(), mod, a.id, b.id, because)
    await expect(mergeConcepts(open(), mod, b.id, a.id, because)).rejects.toThrow(/circle/)
    await expect(mergeConcepts(open(), mod, a.id, b.id, because)).rejects.toMatchObject({ kind: 'conflict' })
    const edit = editConcept(open(), mod, a.id, { since: 1, definition: 'x' })
    await expect(edit).rejects.toMatchObject({ more: { movedTo: b.id } })
    const renamed = editConcept(open(), mod, b.id, { since: 1, name: 'circle a' })
    await expect(renamed).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('two that are merged into each other at once lead to one', async () => {
    const [a, b] = [await make('at once a'), await make('at once b')]
    const mod = await moderator()
    const merges = [mergeConcepts(open(), mod, a.id, b.id, because), mergeConcepts(open(), mod, b.id, a.id, because)]
    const done = await Promise.allSettled(merges)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const leads = [await findConcept(open(), a.id), await findConcept(open(), b.id)].map((one) => one.mergedInto)
    expect(leads.filter((lead) => lead === null)).toHaveLength(1)
  })

  test('whoever made one of the two may, until somebody else has edited it', async () => {
    const maker = await newMember(open())
    const [from, into] = [await make('mine', [], maker), await make('theirs')]
    await expect(mergeConcepts(open(), await newMember(open()), from.id, into.id, because)).rejects.toMatchObject({
      kind: 'not allowed',
    })
    await mergeConcepts(open(), maker, from.id, into.id, because)
    await partConcept(open(), maker, from.id, because)
    await editConcept(open(), await newMember(open()), from.id, { since: 1, definition: 'By another.' })
    await expect(mergeConcepts(open(), maker, from.id, into.id, because)).rejects.toMatchObject({ kind: 'not allowed' })
  })

  test('a form names the other by its id, its address or any name', async () => {
    const { id } = await make('to be named', ['known as'])
    const given = [id, `http://here/concepts/${id}`, 'Known  as']
    for (const one of given) expect(await conceptMeant(open(), one)).toBe(id)
    await expect(conceptMeant(open(), 'nothing like it')).rejects.toMatchObject({ errors: { into: [/called so/] } })
  })
})
