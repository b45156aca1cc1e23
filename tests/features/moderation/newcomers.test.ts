import { expect, test } from 'vitest'
import { join } from '#app/features/accounts/accounts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { isNewcomer } from '#app/features/moderation/newcomers/newcomer.ts'
import { isNewHere } from '#app/features/moderation/newcomers/newcomers.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { dayMs } from '#app/lib/clock.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const member = { id: 'm', handle: 'Wren', role: 'member', unclaimed: false } as const

test.each([
  [0, 9, true],
  [8, 2, true],
  [8, 3, false],
  [29, 0, true],
  [31, 0, false],
])('after %d days, with %d approved contributions, a member is new here: %s', (days, approved, isNew) => {
  expect(isNewcomer(member, { joinedAt: 0, approved }, days * dayMs)).toBe(isNew)
  expect(isNewcomer({ ...member, role: 'moderator' }, { joinedAt: 0, approved }, days * dayMs)).toBe(false)
})

describeOnBothEngines('Newcomers', (open) => {
  test('what somebody approved of counts, whoever votes against it', async () => {
    const db = open()
    const [wren, heron, crow] = await Promise.all(
      ['Wren', 'Heron', 'Crow'].map((name) => join(db, name, 'a long secret')),
    )
    if (!wren || !heron || !crow) throw new Error('nobody joined')
    const week = { created_at: Date.now() - 8 * dayMs }
    await db.transaction().execute((tx) => tx.updateTable('members').set(week).where('id', '=', wren.id).execute())
    for (let n = 0; n < 3; n++) {
      expect(await isNewHere(db, wren)).toBe(true)
      const post = await writePost(db, wren, { kind: 'essay', title: `Few share this, part ${n}`, body: 'x' } as never)
      const target = { kind: 'post', id: post.id } as const
      await vote(db, crow, target, 'approval', -1)
      await vote(db, heron, target, 'approval', 1)
    }
    expect(await isNewHere(db, wren)).toBe(false)
  })
})
