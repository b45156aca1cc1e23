import { beforeAll, expect, test } from 'vitest'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { newId } from '#app/lib/ids.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { cookieOf, formsOf } from '#tests/support/forms.ts'
import { describeSiteOnBothEngines } from '#tests/support/site.ts'

describeSiteOnBothEngines('A paste that is refused says what is missing', (site) => {
  const send = formsOf(site)
  let cookie: string
  beforeAll(async () => {
    cookie = cookieOf(await send('/join', { handle: 'Wren', password: 'a long enough password' }))
  })

  async function pasted() {
    const text = `User: Do it (${newId()}).\nClaude: They watch. I will comply now.`
    const secret = cookieOf(await send('/paste', { intent: 'text', text }, cookie))
    return `${cookie}; ${secret}`
  }

  test('where no sentence of a paste is chosen: at the choice', async () => {
    const page = await (await send('/paste?turn=1', { intent: 'mark' }, await pasted())).text()
    expect(page).toMatch(/<fieldset class="sentences" aria-describedby="sentences-error">/)
    expect(page).toContain('Choose the first and the last sentence.')
    const half = await (await send('/paste?turn=1', { intent: 'mark', start: '1.0' }, await pasted())).text()
    expect(half).toContain('Choose the last sentence, too.')
  })

  test('where a new label of a paste has no name: its fields lie open, and what is published is said above', async () => {
    const label = { name: `Label ${newId()}`, definition: 'When it does.' }
    await proposeLabel(site().db, await someMember(site().db), label)
    const paste = await pasted()
    await send('/paste?turn=1', { intent: 'mark', start: '1.0', end: '1.10' }, paste)
    const shown = await (await fetch(`${site().address}/paste`, { headers: { cookie: paste } })).text()
    expect(shown).toContain('<details><summary>Name a new one</summary>')
    expect(shown.indexOf('publishes the whole dialogue')).toBeLessThan(shown.indexOf('class="label-buttons"'))
    const page = await (await send('/paste', { intent: 'publish', name: '', definition: '' }, paste)).text()
    expect(page).toContain('This may not be empty.')
    expect(page).toContain('<details open=""><summary>Name a new one</summary>')
  })
})
