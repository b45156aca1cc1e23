import { expect, test } from 'vitest'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { hueAfter } from '#app/features/claims/framing.ts'
import {
  addStandpoint,
  claimsJudgedBy,
  findFraming,
  newestFramings,
  proposeFraming,
} from '#app/features/claims/framings.server.ts'
import { importCase } from '#app/features/claims/importing/imported-claim.server.ts'
import { aliasesOf } from '#app/features/claims/naming/names.server.ts'
import { newCase, newMember, newMembers, newProposition } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('Framings and standpoints', (open) => {
  test('an imported case that two bring in at once is one, and its framings stand one behind the other', async () => {
    const members = await newMembers(open(), 2)
    const given = { origin: `polis ${members[0]?.id}`, statement: 'What it does', context: 'Imported.' }
    const bring = (...keys: string[]) =>
      importCase(open(), members[keys.length % 2]!, {
        ...given,
        framings: keys.map((key) => ({ key, text: `It does ${key}.` })),
      })
    const first = await Promise.all([bring('1', '2'), bring('3')])
    expect(first.map(({ isNew }) => isNew).sort()).toEqual([false, true])
    const all = await Promise.all([bring('4', '5'), bring('6')])
    expect(new Set([...first, ...all].map(({ claim }) => claim.id)).size).toBe(1)
    const rows = await open()
      .selectFrom('claim_framings')
      .select('position')
      .where('claim_id', '=', all[0].claim.id)
      .orderBy('position')
      .execute()
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('a framing comes onto a case with a rationale, once', async () => {
    const { claim } = await newCase(open())
    const member = await newMember(open())
    const draft = { name: 'improvised acting', definition: 'It plays.', coinedBy: 'janus', rationale: 'See the prose.' }
    const framing = await proposeFraming(open(), member, claim.id, draft)
    expect(framing).toMatchObject({
      name: 'improvised acting',
      coinedBy: 'janus',
      rationale: 'See the prose.',
      isNew: true,
    })
    const again = await proposeFraming(open(), member, claim.id, { id: framing.id, rationale: 'another' })
    expect(again).toEqual({ ...framing, isNew: false })
    expect((await findClaim(open(), claim.id)).framings.map(({ name }) => name)).toContain('improvised acting')
    expect(await findFraming(open(), framing.id)).toMatchObject({ definition: 'It plays.' })
    const judged = await claimsJudgedBy(open(), framing.id, { limit: 1, after: null })
    expect(judged).toMatchObject({ items: [{ id: claim.id }], next: null })
  })

  test('a proposition takes no other framing', async () => {
    const proposition = await newProposition(open())
    const proposed = proposeFraming(open(), await newMember(open()), proposition.id, { name: 'x', definition: 'y' })
    await expect(proposed).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('the built-in framing has one name', async () => {
    const { framings } = await newProposition(open())
    expect(await Promise.all(framings.map((framing) => aliasesOf(open(), framing)))).toEqual([[]])
  })

  test('the built-in framing comes onto no case', async () => {
    const proposition = await newProposition(open())
    const { claim } = await newCase(open())
    const given = { id: proposition.framings[0]?.id }
    await expect(proposeFraming(open(), await newMember(open()), claim.id, given)).rejects.toMatchObject({
      errors: { id: [expect.any(String)] },
    })
  })

  test('the same new name from many at once is one framing on the claim once, and other names get positions of their own', async () => {
    const { claim } = await newCase(open())
    const members = await newMembers(open(), 12)
    const names = members.map((_, i) => (i < 6 ? 'one name' : `name ${i}`))
    const made = await Promise.all(
      members.map((member, i) => proposeFraming(open(), member, claim.id, { name: names[i], definition: 'x' })),
    )
    expect(made.filter(({ name, isNew }) => name === 'one name' && isNew)).toHaveLength(1)
    const rows = await open().selectFrom('claim_framings').select('position').where('claim_id', '=', claim.id).execute()
    expect(rows.map(({ position }) => position).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('the same framing coined on two claims at once is one', async () => {
    const cases = [await newCase(open()), await newCase(open())]
    const made = await Promise.all(
      cases.map(({ claim, author }) => proposeFraming(open(), author, claim.id, { name: 'a twin', definition: 'x' })),
    )
    expect(made[0]?.id).toBe(made[1]?.id)
  })

  test('standpoints are added once by name, at most 24, on claims of either kind', async () => {
    const { claim, author } = await newCase(open())
    const first = await addStandpoint(open(), author, claim.id, { name: 'Relative to intent_1', definition: 'again' })
    expect(first).toMatchObject({ id: claim.standpoints[1]?.id, isNew: false })
    await Promise.all(
      Array.from({ length: 21 }, (_, i) =>
        addStandpoint(open(), author, claim.id, { name: `at ${i}`, definition: 'x' }),
      ),
    )
    const positions = (await findClaim(open(), claim.id)).standpoints.map(({ position }) => position)
    expect(positions).toEqual(Array.from({ length: 24 }, (_, i) => i))
    await expect(addStandpoint(open(), author, claim.id, { name: 'one more', definition: 'x' })).rejects.toMatchObject({
      errors: { name: [expect.any(String)] },
    })
    const proposition = await newProposition(open())
    expect(
      await addStandpoint(open(), author, proposition.id, { name: 'supposing so', definition: 'x' }),
    ).toMatchObject({ position: 1 })
  })

  test('a claim is no supposition of itself', async () => {
    const proposition = await newProposition(open())
    const itself = { name: 'supposing so', definition: 'x', propositionId: proposition.id }
    await expect(addStandpoint(open(), await newMember(open()), proposition.id, itself)).rejects.toMatchObject({
      errors: { propositionId: [expect.any(String)] },
    })
  })

  test('framings are listed newest first with how many claims they are on', async () => {
    const { items, next } = await newestFramings(open(), { limit: 3, after: null })
    const [newest, second] = items
    expect(items).toHaveLength(3)
    expect(next).toEqual(expect.any(String))
    expect(newest?.claimCount).toBeGreaterThan(0)
    const after = await newestFramings(open(), { limit: 1, after: [newest?.createdAt ?? 0, newest?.id ?? ''] })
    expect(after.items.map(({ id }) => id)).toEqual([second?.id])
  })
})

test('a new framing gets a hue that none beside it has, while there are any', () => {
  expect(hueAfter(8, [])).toBe(0)
  expect(hueAfter(8, [0, 1])).toBe(2)
  expect(hueAfter(7, [7])).toBe(0)
  expect(hueAfter(3, [0, 1, 2, 3, 4, 5, 6, 7])).toBe(3)
})
