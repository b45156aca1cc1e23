import { expect, test } from 'vitest'
import { firstQuestion } from '#app/features/claims/framing.ts'

const own = { claimId: 'c' }
const ofTheSite = { claimId: null }

test('a case is asked for a name, and one whose framings came with it for the sentence that says it best', () => {
  expect(firstQuestion({ framings: [] })).toBe('What would you call this?')
  expect(firstQuestion({ framings: [ofTheSite, ofTheSite, own] })).toBe('What would you call this?')
  expect(firstQuestion({ framings: [own, own, ofTheSite] })).toBe('Which of these says it best?')
})
