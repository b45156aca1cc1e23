import { expect, test } from 'vitest'
import { ConceptDraft, type ConceptGiven } from '#app/features/concepts/concept.ts'
import {
  conceptNamed,
  countsByKind,
  createConcept,
  createConcepts,
  findConcept,
  newestConcepts,
} from '#app/features/concepts/concepts.server.ts'
import { parse } from '#app/lib/validation.ts'
import { inTransaction } from '#db/transaction.ts'
import { newMember, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const paper = {
  kind: 'paper',
  name: 'Alignment faking in large language models',
  aliases: ['AF paper', ' Greenblatt et al. '],
  definition: 'Reports *selective* compliance.',
  authors: 'Ryan Greenblatt\nCarson Denison\n',
  year: '2024',
  doi: 'https://doi.org/10.48550/arXiv.2412.14093',
  arxiv: 'arXiv:2412.14093v2',
  saidBy: 'not a fact of a paper',
} satisfies ConceptGiven

describeOnBothEngines('Concepts', (open) => {
  test('a concept is made with its names and the facts that its kind has', async () => {
    const { concept, isNew } = await createConcept(open(), await newMember(open()), paper)
    expect(isNew).toBe(true)
    expect(concept).toMatchObject({
      aliases: ['AF paper', 'Greenblatt et al.'],
      definitionHtml: '<p>Reports <em>selective</em> compliance.</p>\n',
      facts: { authors: ['Ryan Greenblatt', 'Carson Denison'], year: 2024, arxiv: '2412.14093', saidBy: '' },
    })
    expect(concept.facts.doi).toBe('10.48550/arxiv.2412.14093')
    expect(await findConcept(open(), concept.id)).toEqual(concept)
  })

  test('any of its names finds it, in whatever case and spacing, and making it again answers with it', async () => {
    const { concept } = await createConcept(open(), await newMember(open()), {
      kind: 'concept',
      name: 'Goal misgeneralisation',
      aliases: ['goal misgeneralization'],
    })
    expect(await conceptNamed(open(), ' GOAL  Misgeneralization ')).toEqual(concept)
    const again = { kind: 'method', name: 'goal  MISGENERALIZATION' } as const
    expect(await createConcept(open(), await newMember(open()), again)).toEqual({ concept, isNew: false })
    expect(await conceptNamed(open(), 'nothing at all')).toBeUndefined()
  })

  test('an alias that is another’s is refused, and nothing of the concept stays', async () => {
    const member = await newMember(open())
    await createConcept(open(), member, { kind: 'thinker', name: 'Paul Christiano' })
    const given = { kind: 'thinker', name: 'Someone new', aliases: 'paul christiano' } as const
    await expect(createConcept(open(), member, given)).rejects.toMatchObject({
      errors: { aliases: ['Another concept goes by “paul christiano”: “Paul Christiano”.'] },
    })
    expect(await conceptNamed(open(), 'Someone new')).toBeUndefined()
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ name: 'a [b]' }, 'name'],
    [{ kind: 'idea' }, 'kind'],
    [{ doi: '11.5/x' }, 'doi'],
    [{ arxiv: 'about 2412' }, 'arxiv'],
    [{ year: 'last year' }, 'year'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ excerptId: 'nowhere' }, 'excerptId'],
    [{ definition: `${'> '.repeat(60)}x` }, 'definition'],
  ])('%j is refused by its field', async (wrong, field) => {
    const made = createConcept(open(), await newMember(open()), { ...paper, ...wrong } as ConceptGiven)
    await expect(made).rejects.toMatchObject({ errors: { [field]: [expect.any(String)] } })
  })

  test('the same name from many at once is one concept', async () => {
    const members = await newMembers(open(), 8)
    const made = await Promise.all(
      members.map((member) => createConcept(open(), member, { kind: 'concept', name: 'Situational awareness' })),
    )
    expect(new Set(made.map(({ concept }) => concept.id)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test('very many are made in a few queries; names that are taken give what has them', async () => {
    const member = await newMember(open())
    const { concept } = await createConcept(open(), member, { kind: 'concept', name: 'One', aliases: ['Uno'] })
    const drafts = ['Two', 'UNO', 'two', 'Three'].map((name) => parse(ConceptDraft, { kind: 'concept', name }))
    const made = await inTransaction(open(), (tx) => createConcepts(tx, member, drafts))
    expect(made.map(({ isNew }) => isNew)).toEqual([true, false, false, true])
    expect(made[1]?.id).toBe(concept.id)
    expect(made[2]?.id).toBe(made[0]?.id)
    expect(await findConcept(open(), made[3]?.id ?? '')).toMatchObject({ name: 'Three', version: 1 })
  })

  test('the list is newest first, by kind and by a part of a name, and goes on by cursor', async () => {
    const member = await newMember(open())
    for (const name of ['100% sure', '100_sure', 'unsure']) await createConcept(open(), member, { kind: 'quote', name })
    const page = { limit: 2, after: null }
    const first = await newestConcepts(open(), { kind: 'quote', part: '' }, page)
    expect(first.items.map(({ name }) => name)).toEqual(['unsure', '100_sure'])
    expect(first.next).not.toBeNull()
    const part = await newestConcepts(open(), { kind: null, part: '100%' }, page)
    expect(part.items.map(({ name, madeBy }) => [name, madeBy])).toEqual([['100% sure', member.handle]])
    expect(await countsByKind(open())).toMatchObject({ quote: 3 })
  })
})
