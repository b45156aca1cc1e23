import { beforeAll, expect, test } from 'vitest'
import { someThings } from '#tests/features/discussion/things.ts'
import { cookieOf, formsOf } from '#tests/support/forms.ts'
import { describeSiteOnBothEngines } from '#tests/support/site.ts'

describeSiteOnBothEngines('A form that is refused says what to do in it', (site) => {
  const send = formsOf(site)
  let cookie: string
  beforeAll(async () => {
    cookie = cookieOf(await send('/join', { handle: 'Wren', password: 'a long enough password' }))
  })

  test('where a claim is chosen and its framings were not asked for: they stand there then, and one is to be chosen', async () => {
    const { claim } = await someThings(site().db)
    const fields = { title: 'T', body: 'B', 'bearing.claimId': claim.id }
    const page = await (await send('/posts/new', fields, cookie)).text()
    expect(page).toContain('Choose below which framing of this claim you argue for or against.')
    expect(page).toContain('name="bearing.framingId"')
    expect(page).not.toContain('This is missing.')
    expect(page).not.toContain('This is not an id.')
  })

  test('where an excerpt is free text', async () => {
    const fields = { title: 'T', body: 'B', 'evidence.0.excerptId': 'what it said' }
    const page = await (await send('/posts/new', fields, cookie)).text()
    expect(page).toContain('Give the address of an excerpt’s page.')
    expect(page).not.toContain('This is not an id.')
  })

  test('where a framing has no name', async () => {
    const { claim } = await someThings(site().db)
    const page = await (await send(`/claims/${claim.id}/framings/new`, { name: '' }, cookie)).text()
    expect(page).toContain('Give a name.')
    expect(page).not.toContain('the id of a framing')
  })
})
