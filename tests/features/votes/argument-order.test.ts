import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { argumentPage } from '#app/features/votes/argument-order.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

describeOnBothEngines('The order of arguments', (open) => {
  test('what those approve who judge otherwise comes before what more approve, and deleted ones are gone', async () => {
    const { author, claim } = await newCase(open())
    const [framing] = claim.framings
    const [standpoint] = claim.standpoints
    if (!framing || !standpoint) throw new Error('the case has neither')
    const bearing = { claimId: claim.id, framingId: framing.id, direction: 'for' as const }
    const write = (title: string) => writePost(open(), author, { title, body: 'x', bearing })
    const [liked, across, gone] = [await write('Liked'), await write('Across'), await write('Gone')]
    await deletePost(open(), author, gone.id)
    const members = await newMembers(open(), 6)
    for (const member of members.slice(0, 3)) {
      await castBallot(
        open(),
        member,
        { claimId: claim.id, standpointId: standpoint.id, framingId: framing.id },
        'misfits',
      )
      await vote(open(), member, { kind: 'post', id: across.id }, 'approval', 1)
    }
    const titles = async () => (await argumentPage(open(), claim.id, null)).arguments.map(({ title }) => title)
    for (const member of members.slice(2)) await vote(open(), member, { kind: 'post', id: liked.id }, 'approval', 1)
    expect(await titles()).toEqual(['Across', 'Liked'])
    await vote(open(), members[0] as (typeof members)[0], { kind: 'post', id: across.id }, 'approval', -1)
    expect(await titles()).toEqual(['Liked', 'Across'])
  })
})
