import { expect, test } from 'vitest'
import {
  claimsByIds,
  findClaim,
  newestClaims,
  proposeClaim,
  similarClaims,
  variantsOf,
} from '#app/features/claims/claims.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { helpfulOnly, newCase, newMember, newMembers, newProposition } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('Claims', (open) => {
  test('a case is found again with its standpoints, the first of them “all things considered”, and its framings', async () => {
    const { claim, author } = await newCase(open())
    expect(await findClaim(open(), claim.id)).toEqual(claim)
    expect(claim).toMatchObject({ kind: 'case', version: 1, author: { handle: author.handle }, variantOf: null })
    expect(claim.standpoints.map(({ name, position }) => [name, position])).toEqual([
      ['all things considered', 0],
      ['relative to Intent_1', 1],
      ['relative to Intent_2', 2],
    ])
    expect(claim.framings.map(({ name }) => name)).toEqual(['alignment faking', 'goal guarding'])
    expect(new Set(claim.framings.map(({ hue }) => hue)).size).toBe(2)
  })

  test('a claim without framings is a proposition, and all propositions share one framing, also when made at once', async () => {
    const members = await newMembers(open(), 8)
    const made = await Promise.all(
      members.map((member, i) => proposeClaim(open(), member, { statement: `It holds ${i}`, framings: [] })),
    )
    expect(made.every(({ kind }) => kind === 'proposition')).toBe(true)
    expect(new Set(made.map(({ framings }) => framings.map(({ id }) => id).join())).size).toBe(1)
    expect(made[0]?.framings[0]).toMatchObject({ name: 'holds as stated', isBuiltIn: true })
    const rows = await open().selectFrom('framings').select('id').where('built_in', '=', 1).execute()
    expect(rows).toHaveLength(1)
  })

  test('a framing whose name is known is used again, whatever its case, and keeps its hue', async () => {
    const { claim } = await newCase(open())
    const again = await proposeClaim(open(), await newMember(open()), {
      statement: 'Another case',
      framings: [{ name: 'Goal  GUARDING' }, { id: claim.framings[0]?.id }, { name: 'goal guarding', definition: 'x' }],
    })
    expect(again.framings).toEqual([claim.framings[1], claim.framings[0]])
  })

  test('a variant inherits framings and standpoints and adds its own', async () => {
    const { claim: parent } = await newCase(open())
    const variant = await proposeClaim(open(), await newMember(open()), {
      statement: 'The same, but a drunk principal asks',
      variantOf: parent.id,
      differs: 'A drunk principal asks for it.',
      standpoints: [{ name: 'as the bartender', definition: 'Sober.' }],
      framings: [{ name: 'discretion', definition: 'It judges who may ask.' }],
    })
    expect(variant).toMatchObject({ kind: 'case', variantOf: parent.id, differs: 'A drunk principal asks for it.' })
    expect(variant.framings.slice(0, 2).map(({ id }) => id)).toEqual(parent.framings.map(({ id }) => id))
    expect(variant.framings.map(({ name }) => name)).toEqual(['alignment faking', 'goal guarding', 'discretion'])
    expect(variant.standpoints.map(({ name }) => name)).toEqual([
      ...parent.standpoints.map(({ name }) => name),
      'as the bartender',
    ])
    expect(variant.standpoints.some(({ id }) => parent.standpoints.some((own) => own.id === id))).toBe(false)
    expect((await variantsOf(open(), parent.id)).map(({ id }) => id)).toEqual([variant.id])
  })

  test('a supposition names a proposition and nothing else', async () => {
    const proposition = await newProposition(open())
    const supposing = (propositionId: string) => ({
      statement: 'A case under a supposition',
      standpoints: [{ name: 'supposing it believed', definition: 'It did.', propositionId }],
      framings: helpfulOnly.framings,
    })
    const author = await newMember(open())
    const { claim } = await newCase(open())
    const made = await proposeClaim(open(), author, supposing(proposition.id))
    expect(made.standpoints[1]?.propositionId).toBe(proposition.id)
    for (const wrong of [claim.id, 'nothing'])
      await expect(proposeClaim(open(), author, supposing(wrong))).rejects.toMatchObject({
        kind: 'invalid',
        errors: { 'standpoints.0.propositionId': [expect.any(String)] },
      })
  })

  test('“what happens” asks the same as “what happened”', async () => {
    const { claim } = await newCase(open(), { asks: 'what happens' })
    expect(claim.asks).toBe('what happened')
  })

  test.each([
    ['statement', { statement: '  ' }],
    ['statement', { statement: '𝒳'.repeat(301) }],
    ['context', { statement: 'A claim', context: 'x'.repeat(10_001) }],
    ['asks', { statement: 'A claim', asks: 'who is right' }],
    ['variantOf', { statement: 'A claim', variantOf: 'nothing', differs: 'a line' }],
    ['differs', { statement: 'A claim', differs: 'a line' }],
    ['framings.1.id', { statement: 'A claim', framings: [helpfulOnly.framings[0], { id: 'nothing' }] }],
    ['framings.0.name', { statement: 'A claim', framings: [{ definition: 'nameless' }] }],
    ['framings.0.name', { statement: 'A claim', framings: [{ name: 'Holds as  stated', definition: 'x' }] }],
    ['framings.0.name', { statement: 'A claim', framings: [{ name: 'x'.repeat(121), definition: 'x' }] }],
    ['framings.0.definition', { statement: 'A claim', framings: [{ name: 'never heard of' }] }],
    ['standpoints.0.name', { statement: 'A claim', standpoints: [{ name: 'nul \0', definition: 'x' }] }],
  ])('refuses a wrong %s, names it and writes nothing', async (field, draft) => {
    const author = await newMember(open())
    await expect(proposeClaim(open(), author, draft as never)).rejects.toMatchObject({
      kind: 'invalid',
      errors: { [field]: [expect.any(String)] },
    })
    const written = await open().selectFrom('claims').select('id').where('member_id', '=', author.id).execute()
    expect(written).toEqual([])
  })

  test('a variant says what differs, and only a case has variants', async () => {
    const { claim } = await newCase(open())
    const proposition = await newProposition(open())
    const vary = async (variantOf: string, differs: string) =>
      proposeClaim(open(), await newMember(open()), { statement: 'A variant', variantOf, differs })
    await expect(vary(claim.id, '')).rejects.toMatchObject({ errors: { differs: [expect.any(String)] } })
    await expect(vary(proposition.id, 'x')).rejects.toMatchObject({ errors: { variantOf: [expect.any(String)] } })
  })

  test('300 emoji are 300 characters', async () => {
    const { claim } = await newCase(open(), { statement: '🦜'.repeat(300) })
    expect(claim.statement).toBe('🦜'.repeat(300))
  })

  test('an unknown claim is not found', async () => {
    await expect(findClaim(open(), 'nothing')).rejects.toMatchObject({ kind: 'not found' })
    expect(await claimsByIds(open(), [])).toEqual([])
  })

  test('the newest come first, page by page, each once', async () => {
    for (let i = 0; i < 3; i++) await newProposition(open(), `Paged ${i}`)
    const all = await newestClaims(open(), { limit: 200, after: null })
    expect(all.next).toBeNull()
    const seen: string[] = []
    let cursor: string | null = ''
    for (let address = '/?limit=2'; cursor !== null; address = `/?limit=2&cursor=${cursor}`) {
      const page: typeof all = await newestClaims(open(), pageOf(new URL(address, 'http://localhost')))
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(seen).toEqual(all.items.map(({ id }) => id))
  })

  test('claims in much the same words are found before another is proposed', async () => {
    const known = await newProposition(open(), 'Large models hide what they intend from graders')
    const found = await similarClaims(open(), 'A large model is hiding its intentions from the grader')
    expect(found[0]?.id).toBe(known.id)
    expect(await similarClaims(open(), 'Tea tastes of tin')).toEqual([])
  })
})
