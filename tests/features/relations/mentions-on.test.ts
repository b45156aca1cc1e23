import { expect, test } from 'vitest'
import { addAlias } from '#app/features/claims/naming/names.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { mentionsOn } from '#app/features/relations/neighbourhood/mentions-on.server.ts'
import type { NamedNode } from '#app/features/relations/node.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('What mentions a claim, framing or label', (open) => {
  test('is found by each of its names, the newest first, with the sentence', async () => {
    const db = open()
    const { author, claim } = await newCase(db)
    const framing = claim.framings[0] as { id: string; name: string }
    const { label } = await proposeLabel(db, author, { name: 'doubts the setup' })
    await addAlias(db, author, framing.id, { name: 'going along' })
    const write = (body: string) => writePost(db, author, { title: 'On names', body })
    await write(`Not [[${framing.name}]]. Rather [[doubts the setup]].`)
    await write('So they call it [[Going along]] here.')
    await write(`It is asked in [[${claim.statement}]].`)
    const on = async (kind: NamedNode['kind'], { id, name }: { id: string; name: string }) => {
      const found = await mentionsOn(db, { kind, id, name, group: kind as 'label' })
      return found?.items.map(({ sentence }) => sentence.map(({ text }) => text).join(''))
    }
    expect(await on('framing', framing)).toEqual(['So they call it Going along here.', `Not ${framing.name}.`])
    expect(await on('label', label)).toEqual(['Rather doubts the setup.'])
    expect(await on('claim', { id: claim.id, name: claim.statement })).toHaveLength(1)
    expect(await on('collection', { id: (await newMember(db)).id, name: 'any' })).toBeUndefined()
  })
})
