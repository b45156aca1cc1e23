import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { giveLabel, labelByMachine, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { collectionAgreement } from '#app/features/surveys/agreement/collection-agreement.server.ts'
import { browsed } from '#app/features/surveys/browse.server.ts'
import { browseOf } from '#app/features/surveys/browse.ts'
import { surveyOf } from '#app/features/surveys/shares.server.ts'
import { type Comparing, comparingOf, comparingQuery, pairOf } from '#app/features/surveys/shares.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { counting } from '#tests/support/queries.ts'
import { newCollection, newMember } from './support.ts'

const ask = (query = ''): Comparing => comparingOf(new URLSearchParams(query))

test('what is compared stands in the address, and comes back from it', () => {
  const query = '?of=free&against=paid+tier&label=x&score=harm&counting=settled'
  expect(comparingQuery(ask(query))).toBe(query)
  expect(comparingQuery(ask())).toBe('')
  expect(() => ask('counting=hearts')).toThrow(/all, judged, settled/)
})

test('the pair is the first two conditions, or those that are named', () => {
  const names = ['free', 'paid', 'trial']
  const pair = (of: string, against: string) => pairOf(names, { of, against })
  expect(pair('', '')).toEqual(['free', 'paid'])
  expect(pair('trial', '')).toEqual(['trial', 'free'])
  expect(pair('', 'free')).toEqual(['paid', 'free'])
  expect(pair('paid', 'trial')).toEqual(['paid', 'trial'])
  expect(pair('paid', 'paid')).toBeNull()
  expect(pair('nothing', 'trial')).toEqual(['free', 'trial'])
  expect(pairOf([null], { of: '', against: '' })).toBeNull()
})

describeOnBothEngines('Shares by condition', (open) => {
  let someone: Member
  let voters: Member[]
  let slug: string
  let ids: string[]
  let labelId: string

  beforeAll(async () => {
    someone = await newMember(open())
    voters = await Promise.all(Array.from({ length: 6 }, () => newMember(open())))
    const given = Array.from({ length: 16 }, (_, n) => ({
      condition: n < 8 ? 'free' : 'paid',
      scores: { complied: n < 6 || n > 14, harm: n < 8 ? n : 2 * n + 0.5, mood: n % 2 ? 'calm' : 'tense' },
    }))
    ;({ slug, ids } = await newCollection(open(), someone, given))
    labelId = (await proposeLabel(open(), someone, { name: `compromise ${slug}` })).label.id
    // Free: 0 settled on, 1 leaning on, 2 leaning off, 3 settled off, 4 given and unvoted. Paid: 8 placed by one alone.
    await vote(0, 6, 0)
    await vote(1, 2, 1)
    await vote(2, 0, 2)
    await vote(3, 0, 6)
    await giveLabel(open(), someone, await whole(4), labelId)
    await vote(8, 0, 0)
    await labelByMachine(open(), someone, await whole(0), labelId, { classifier: 'bright', score: 0.9 })
    await labelByMachine(open(), someone, await whole(3), labelId, { classifier: 'bright', score: 0.2 })
    await labelByMachine(open(), someone, await whole(9), labelId, { classifier: 'bright', score: null })
  })

  const whole = async (place: number) => (await wholeExcerpt(open(), someone, ids[place] as string)).excerpt.id
  const vote = async (place: number, yes: number, no: number) => {
    const excerptId = await whole(place)
    await voteOnLabel(open(), someone, excerptId, labelId, 'agree')
    for (const [n, voter] of voters.slice(0, yes + no).entries())
      await voteOnLabel(open(), voter, excerptId, labelId, n < yes ? 'agree' : 'disagree')
  }
  const cellsOf = async (query: string, kind: string) => {
    const { series } = await surveyOf(open(), slug, ask(query))
    return series.find((one) => one.kind === kind)?.cells.map(({ condition, yes, n }) => [condition, yes, n])
  }

  test('a label is counted of all, of those judged, or of those settled; machines apart', async () => {
    const of = (yes: number, n: number, paidYes: number, paidN: number) => [
      ['free', yes, n],
      ['paid', paidYes, paidN],
    ]
    expect(await cellsOf('', 'label')).toEqual(of(3, 8, 1, 8))
    expect(await cellsOf('counting=judged', 'label')).toEqual(of(3, 5, 1, 1))
    expect(await cellsOf('counting=settled', 'label')).toEqual(of(1, 2, 0, 0))
    expect(await cellsOf('', 'classifier')).toEqual(of(1, 2, 1, 1))
  })

  test('the gap has its interval, turns with the pair, and is not said of too few', async () => {
    const label = async (query: string) => (await surveyOf(open(), slug, ask(query))).series[0]
    const gap = (await label(''))?.gap
    expect(gap?.difference).toBeCloseTo(3 / 8 - 1 / 8, 12)
    const turned = (await label('of=paid&against=free'))?.gap
    expect(turned?.low).toBeCloseTo(-(gap?.high as number), 12)
    expect(await label('counting=judged')).toMatchObject({ gap: null, tooFew: true })
  })

  test('scores: yes or no and words are shares, numbers a spread with its mean', async () => {
    const { series, spreads } = await surveyOf(open(), slug, ask())
    const score = (name: string, value: string | null) =>
      series.find((one) => one.kind === 'score' && one.name === name && one.value === value)?.cells
    expect(score('complied', null)).toMatchObject([
      { yes: 6, n: 8, share: 0.75 },
      { yes: 1, n: 8 },
    ])
    expect(score('mood', 'calm')).toMatchObject([
      { yes: 4, n: 8 },
      { yes: 4, n: 8 },
    ])
    const [harm] = spreads
    expect(harm).toMatchObject({ name: 'harm', low: 0, high: 30.5, tooFew: false })
    expect(harm?.cells[0]).toMatchObject({ condition: 'free', n: 8, mean: 3.5, bins: [4, 3, 1, 0, 0, 0, 0, 0, 0, 0] })
    expect(harm?.cells[0]?.squares).toBeCloseTo(42, 9)
    expect(harm?.cells[1]?.mean).toBeCloseTo(23.5, 9)
    expect(harm?.cells[1]?.bins.reduce((sum, n) => sum + n, 0)).toBe(8)
    expect(harm?.gap?.difference).toBeCloseTo(-20, 9)
    const alone = await surveyOf(open(), slug, ask('score=mood'))
    expect([alone.series.length, alone.spreads.length]).toEqual([2, 0])
  })

  test('agreement in the collection: by label, machines against people, and what is read most differently', async () => {
    const { labels, machines, mostSplit } = await collectionAgreement(open(), slug, null)
    expect(labels).toMatchObject([{ labelId, items: 4, settled: 2 }])
    expect(machines).toMatchObject([
      { labelId, confusion: { classifier: 'bright', n: 2, same: 2, fits: { agree: 1, nothing: 1 } } },
    ])
    expect(mostSplit.map(({ excerpt }) => excerpt.transcriptId)).toEqual([ids[1]])
  })

  test('of transcripts that say no condition, as logs of evaluations, go by their model', async () => {
    const models = ['lab/one', 'lab/one', 'lab/other', undefined]
    const { slug, ids } = await newCollection(
      open(),
      someone,
      models.map((model, n) => ({ model, scores: { match: n ? 'C' : 'I' } })),
    )
    const { conditions, series } = await surveyOf(open(), slug, ask())
    expect(conditions).toMatchObject([
      { condition: 'lab/one', n: 2 },
      { condition: 'lab/other', n: 1 },
      { condition: null, n: 1 },
    ])
    const right = series.find(({ value }) => value === 'C')
    expect(right?.cells.map(({ yes, n }) => [yes, n])).toEqual([
      [1, 2],
      [1, 1],
      [1, 1],
    ])
    const asked = browseOf(new URLSearchParams('condition=lab/one'))
    const found = await browsed(open(), slug, asked, { limit: 9, after: null })
    expect(found.items.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })

  test('asks as much of the database however large the collection', async () => {
    const { slug: small } = await newCollection(open(), someone, [
      { scores: { complied: true, harm: 1, mood: 'calm' } },
    ])
    const { excerpt } = await wholeExcerpt(
      open(),
      someone,
      (await newCollection(open(), someone, [{}], small)).ids[0] as string,
    )
    await voteOnLabel(open(), someone, excerpt.id, labelId, 'agree')
    const askedFor = async (one: string) => {
      const { db, asked } = counting(open())
      await surveyOf(db, one, ask())
      return asked()
    }
    expect(await askedFor(slug)).toBe(await askedFor(small))
    expect(await askedFor(slug)).toBeLessThan(12)
  })
})
