import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import {
  mostSuggestions,
  peopleSuggested,
  thingsSuggested,
} from '#app/features/search/suggestions/suggestions.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const essay = async (db: Db, title: string, body = 'Nothing much.') =>
  writePost(db, await newMember(db), { kind: 'essay', title, body })
const idsFor = async (db: Db, typed: string) => (await thingsSuggested(db, typed)).map(({ id }) => id)

describeOnBothEngines('Suggestions while writing', (open) => {
  test('people are found by how their handles begin, in any case, in the order of the handles', async () => {
    for (const handle of ['Osprey_2', 'osprey', 'Osprey-1', 'ospray', 'kosprey'])
      await addWithoutPassword(open(), handle)
    const handles = async (typed: string) => (await peopleSuggested(open(), typed)).map(({ insert }) => insert)
    expect(await handles('OSPRE')).toEqual(['@osprey', '@Osprey-1', '@Osprey_2'])
    expect(await handles('osprey_')).toEqual(['@Osprey_2'])
    for (const nobody of ['o', '', 'osp%', "os'", 'ospreyz', '~~', 'os\u0000', 'øs'])
      expect(await handles(nobody)).toEqual([])
  })

  test('things are found by the words of their names, the last of which may just have begun', async () => {
    const { claim } = await newCase(open(), { statement: 'What the capybara does when it is alone' })
    const { label } = await proposeLabel(open(), await newMember(open()), {
      name: 'Capybara calm',
      definition: 'It stays calm.',
    })
    const post = await essay(open(), 'On calm and the capybara')
    const other = await essay(open(), 'Of something else', 'The capybara stands in the words, not in the name.')
    const all = await thingsSuggested(open(), 'capyb')
    expect(all.map(({ kind, id }) => [kind, id])).toEqual([
      ['label', label.id],
      ['claim', claim.id],
      ['post', post.id],
    ])
    expect(all[0]).toMatchObject({ name: 'Capybara calm', insert: '[[Capybara calm]]', detail: 'It stays calm.' })
    expect(await idsFor(open(), 'CALM capy')).toEqual([label.id, post.id])
    expect(await idsFor(open(), 'capybara cal')).toEqual([label.id, post.id])
    expect(await idsFor(open(), 'cal capybara')).toEqual([])
    expect(await idsFor(open(), 'capybara alone when')).toEqual([claim.id])
    expect(await idsFor(open(), 'else')).toEqual([other.id])
    for (const nothing of ['', 'c', '"', '*', ' - ', ']]', "'", '🙂🙂'])
      expect(await idsFor(open(), nothing)).toEqual([])
  })

  test('excerpts are found by their words, and stand as their address', async () => {
    const reader = await newMember(open())
    const turns = [{ role: 'assistant' as const, text: 'I would sooner keep the pangolin than be changed by it.' }]
    const { transcript } = await addTranscript(open(), reader, { title: 'A talk', turns })
    const { excerpt } = await excerptOfQuote(open(), reader, transcript.id, { exact: 'keep the pangolin' })
    const found = await thingsSuggested(open(), 'pangol')
    expect(found).toEqual([
      {
        kind: 'excerpt',
        id: excerpt.id,
        name: 'keep the pangolin',
        insert: `/excerpts/${excerpt.id}`,
        detail: 'from A talk',
      },
    ])
    expect(await idsFor(open(), 'sooner')).toEqual([])
  })

  test('what is inserted leads to the thing, also where two are called the same or brackets stand in the name', async () => {
    const [first, second] = [await essay(open(), 'The quokka smiles'), await essay(open(), 'The quokka smiles')]
    const odd = await essay(open(), 'A quokka [draft] *of* `sorts` | <b>')
    const found = await thingsSuggested(open(), 'quokka')
    expect(found.map(({ id }) => id).sort()).toEqual([first.id, second.id, odd.id].sort())
    for (const { id, insert } of found)
      expect(await renderWritten(open(), `See ${insert}.`), insert).toContain(`href="/posts/${id}"`)
    expect(found.filter(({ insert }) => insert === '[[The quokka smiles]]')).toHaveLength(1)
    expect(await renderWritten(open(), found.find(({ id }) => id === odd.id)?.insert ?? '')).toContain(
      'A quokka [draft] *of* `sorts` | &lt;b&gt;',
    )
  })

  test('what is private or deleted is never suggested', async () => {
    const author = await newMember(open())
    const write = (title: string) => writePost(open(), author, { kind: 'essay', title, body: 'x' })
    const [kept, hidden, gone] = [await write('Numbat one'), await write('Numbat two'), await write('Numbat three')]
    const waiting = await writePost(open(), author, {
      kind: 'essay',
      title: 'Numbat four',
      body: 'x',
      published: false,
    })
    await unpublishPost(open(), author, hidden.id)
    await deletePost(open(), author, gone.id)
    expect(waiting.id).toBeTruthy()
    expect(await idsFor(open(), 'numbat')).toEqual([kept.id])
  })

  test('a name that begins with what was typed goes first, and there are never more than eight', async () => {
    for (let n = 0; n < 10; n++) await essay(open(), `Number ${n} has a bilby`)
    const begun = await essay(open(), 'Bilby at large')
    const ids = await idsFor(open(), 'bilby')
    expect(ids).toHaveLength(mostSuggestions)
    expect(ids[0]).toBe(begun.id)
    await expect(thingsSuggested(open(), 'b'.repeat(101))).rejects.toThrow()
  })
})
