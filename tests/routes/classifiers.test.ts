import { beforeAll, expect, test } from 'vitest'
import { labelByMachine } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { wasShown } from '#app/features/labels/showings/showings.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newMember } from '#tests/support/claims.ts'
import { classifierPages } from '#tests/support/classified.ts'
import { describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('What a model was asked and answered', (site) => {
  let paths: string[]
  beforeAll(async () => {
    const member = await newMember(site().db)
    for (const n of [1, 2, 3])
      await addTranscript(site().db, member, { title: `Talk ${n}`, turns: [{ role: 'user', text: `Words ${n}.` }] })
    paths = await classifierPages(site().db)
  })

  async function read(path: string, token?: string) {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    const answer = await fetch(site().address + path, { headers })
    return { status: answer.status, html: await answer.text() }
  }

  test('can be read: the prompt, the model, each raw answer, and what of it was not found', async () => {
    const [classifier, yes, unread, machine] = (await Promise.all(paths.map((path) => read(path)))).map(
      ({ html }) => html,
    )
    expect(classifier).toContain('Does it doubt the setup?')
    for (const words of ['judge-1', 'Yes, score 0.9', 'Cannot be read', 'These words do not stand in it.'])
      expect(classifier).toContain(words)
    expect(yes).toContain('on all that was asked about')
    expect(yes).toContain('{&quot;label&quot;: &quot;yes&quot;')
    expect(unread).toContain('I cannot tell.')
    expect(unread).toContain('There is no JSON object in it.')
    for (const words of ['Does it doubt the setup?', '{&quot;label&quot;: &quot;yes&quot;', paths[0] as string])
      expect(machine).toContain(words)
    expect((await read('/classifiers')).html).toContain(paths[0])
    expect((await read(String(paths[3]).replace('/machine', ''))).html).toContain(paths[3])
  })

  test('of an import says that nothing of it is known', async () => {
    const member = await newMember(site().db)
    const turns = [{ role: 'user' as const, text: 'Words of an import.' }]
    const { transcript } = await addTranscript(site().db, member, { turns })
    const { excerpt } = await excerptOfQuote(site().db, member, transcript.id, { exact: 'an import' })
    const { label } = await proposeLabel(site().db, member, { name: 'imported' })
    await labelByMachine(site().db, member, excerpt.id, label.id, { classifier: 'elsewhere', score: 0.2 })
    const { html } = await read(`/excerpts/${excerpt.id}/machine`)
    expect(html).toContain('No, score 0.2')
    expect(html).toContain('This came with an import')
  })

  test('is a showing: who read it does not vote blindly on those words any more', async () => {
    const excerptId = String(paths[3]).split('/')[2] as string
    for (const path of [paths[0], paths[1], paths[3]] as string[]) {
      const { member, token } = await newClient(site(), `reader-${paths.indexOf(path)}`)
      expect(await wasShown(site().db, member, excerptId)).toBe(false)
      await read(path, token)
      expect([path, await wasShown(site().db, member, excerptId)]).toEqual([path, true])
    }
  })

  test('is nowhere where there is none', async () => {
    for (const path of ['/classifiers/nothing', '/classifiers/answers/nothing', '/excerpts/nothing/machine'])
      expect((await read(path)).status).toBe(404)
    expect((await read(`${paths[0]}?cursor=nonsense`)).status).toBe(422)
  })
})
