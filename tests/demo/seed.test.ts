import { expect, test } from 'vitest'
import { demo } from '#app/demo/demo.ts'
import { demoSignIn, isDemo, seed } from '#app/demo/seed.server.ts'
import { authenticate, oldestMembers } from '#app/features/accounts/accounts.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { newestClaims } from '#app/features/claims/claims.server.ts'
import { newestConcepts } from '#app/features/concepts/concepts.server.ts'
import { surveyOf } from '#app/features/surveys/shares.server.ts'
import { comparingOf } from '#app/features/surveys/shares.ts'
import { openDatabase } from '#db/open.ts'
import { demoDatabase, describeOnBothEngines, freshDatabase } from '#tests/support/engines.ts'

describeOnBothEngines(
  'The demo content',
  (open, engine) => {
    test('goes into an empty database whole, once', async () => {
      const empty = openDatabase(await freshDatabase(engine))
      expect(await isDemo(empty)).toBe(false)
      await empty.destroy()
      expect(await seed(open())).toBe(false)
      expect(await oldestMembers(open())).toHaveLength(demo.members.length)
      expect(await isDemo(open())).toBe(true)
    })

    test('says that it is a demo wherever a person would be taken for real', () => {
      for (const { handle, bio } of demo.members)
        expect([handle, bio]).toEqual([expect.stringMatching(/^demo-/), expect.stringContaining('demo account')])
      for (const { body } of demo.posts) expect(body).toMatch(/\*Demo content[^*]*\*\s*$/)
      for (const { description } of demo.collections) expect(description).toMatch(/\*Demo content[^*]*\*\s*$/)
      for (const { source } of demo.transcripts) expect(source).toContain('no model said this')
    })

    test('has a collection whose two conditions stand apart, and come with votes and scores', async () => {
      const { pair, series, spreads } = await surveyOf(open(), 'demo-two-tiers', comparingOf(new URLSearchParams()))
      expect(pair).toEqual(['imagined free tier', 'imagined paid tier'])
      expect(series.map(({ kind }) => kind)).toEqual(['label', 'classifier', 'score'])
      expect(series[0]?.cells).toMatchObject([
        { yes: 1, n: 6 },
        { yes: 5, n: 6 },
      ])
      expect(spreads).toMatchObject([{ name: 'harm', cells: [{ n: 6, mean: 3 }, { n: 6 }] }])
    })

    test('has a map whose names lead to its concepts', async () => {
      const { items } = await newestConcepts(open(), { kind: null, part: '' }, { limit: 100, after: null })
      expect(items).toHaveLength(demo.concepts.length)
      expect(items.filter(({ definitionHtml }) => definitionHtml.includes('class="unnamed"')).length).toBeLessThan(3)
      const paper = items.find(({ name }) => name === 'Alignment faking in large language models')
      expect(paper?.facts).toMatchObject({ year: 2024, arxiv: '2412.14093' })
    })

    test('can be signed in to as a plain member only', async () => {
      expect(await authenticate(open(), demoSignIn.handle, demoSignIn.password)).toMatchObject({ role: 'member' })
      for (const { handle, role } of demo.members.filter((one) => one.role)) {
        await expect(authenticate(open(), handle, demoSignIn.password), role).rejects.toMatchObject({ kind: 'invalid' })
      }
    })

    test('shows what the place is for: contested overall, much less so from either intent', async () => {
      const { items } = await newestClaims(open(), { limit: 50, after: null })
      const main = items.find((claim) => claim.statement === 'What Claude 3 Opus does in the helpful-only setting')
      const tally = await tallyOf(open(), main?.id as string, {})
      const [fake] = tally.cells.filter((cell) => cell.state === 'contested')
      expect(fake).toMatchObject({ fits: 6, partly: 2, misfits: 7, n: 15 })
      const effect = tally.standpointEffect.find((one) => one.framingId === fake?.framingId)
      expect(effect).toMatchObject({ effect: expect.closeTo(0.7, 1), n: 15 })
    })
  },
  demoDatabase,
)
