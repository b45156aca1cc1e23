import { expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'

test('ids are 18 characters of an alphabet without doubtful letters, and sort as they were made, also within a millisecond', () => {
  const ids = Array.from({ length: 5000 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{18}$/)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
