import { expect, test } from 'vitest'
import { waysOn } from '#app/http/found/ways-on.ts'

const hrefs = (status: number, path: string, isSignedIn: boolean) =>
  waysOn({ status, path, isSignedIn }).map(({ href }) => href)

test('a page that is not allowed leads back to the thing, to its thread, and visitors to signing in', () => {
  const [claim, back] = [
    '/claims/1m8016rm62y125p0s9',
    ['/claims/1m8016rm62y125p0s9', '/claims/1m8016rm62y125p0s9#comments'],
  ]
  expect(hrefs(403, `${claim}/edit`, true)).toEqual([...back, '/'])
  expect(hrefs(403, `${claim}/edit`, false)[0]).toBe(`/sign-in?to=${encodeURIComponent(`${claim}/edit`)}`)
  expect(hrefs(403, '/members/somebody/removal', true)).toEqual(['/members/somebody', '/'])
  expect(hrefs(403, '/moderation', true)).toEqual(['/'])
})

test('a page that is not there leads to the others of its kind, and to searching', () => {
  expect(hrefs(404, '/claims/nothing', false)).toEqual(['/claims', '/search', '/'])
  expect(hrefs(404, '/nothing-here', true)).toEqual(['/search', '/'])
  expect(hrefs(500, '/claims/nothing', true)).toEqual(['/'])
})
