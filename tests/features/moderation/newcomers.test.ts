import { expect, test } from 'vitest'
import { join } from '#app/features/accounts/accounts.server.ts'
import type { Member, Role } from '#app/features/accounts/member.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { actsOf, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { appeal, decideAppeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { flag } from '#app/features/moderation/flags/flags.server.ts'
import { isNewcomer } from '#app/features/moderation/newcomers/newcomer.ts'
import { isNewHere } from '#app/features/moderation/newcomers/newcomers.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { dayMs } from '#app/lib/clock.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const member = { id: 'm', handle: 'Wren', role: 'member', unclaimed: false } as const

test.each([
  [0, 9, null, true],
  [8, 2, null, true],
  [8, 3, null, false],
  [29, 0, null, true],
  [31, 0, null, false],
  [400, 9, 394, true],
  [400, 9, 392, false],
  [400, 2, 392, true],
  [400, 2, 369, false],
])(
  'after %d days, with %d approved contributions and a rule broken on day %s, a member is new here: %s',
  (...given) => {
    const [days, approved, upheldOn, isNew] = given
    const known = { joinedAt: 0, approved, upheldAt: upheldOn === null ? null : upheldOn * dayMs }
    expect(isNewcomer(member, known, days * dayMs)).toBe(isNew)
    expect(isNewcomer({ ...member, role: 'moderator' }, known, days * dayMs)).toBe(false)
  },
)

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

  test('a rule that was broken counts until it is reversed or shown again; flags and votes against do not', async () => {
    const db = open()
    const [lark, crow, mod, other] = [
      ...(await Promise.all(
        ['member', 'member', 'moderator', 'moderator'].map((role) => someMember(db, role as Role)),
      )),
    ] as [Member, Member, Member, Member]
    const long = { created_at: Date.now() - 400 * dayMs }
    await db.transaction().execute((tx) => tx.updateTable('members').set(long).where('id', '=', lark.id).execute())
    const post = { kind: 'post' as const, id: (await writePost(db, lark, { title: 'Against most', body: 'x' })).id }
    await flag(db, crow, post, { rule: 'spam', why: '' })
    await vote(db, crow, post, 'approval', -1)
    expect(await isNewHere(db, lark)).toBe(false)
    await moderate(db, mod, post, { act: 'dismissed', rule: 'spam', why: 'It sells nothing.' })
    expect(await isNewHere(db, lark)).toBe(false)
    await moderate(db, mod, post, { act: 'warned', rule: 'spam', why: 'It does sell.' })
    expect(await isNewHere(db, lark)).toBe(true)
    const [warning] = await actsOf(db, lark)
    await appeal(db, lark, warning?.id as string, { why: 'It does not.' })
    expect(await isNewHere(db, lark)).toBe(true)
    await decideAppeal(db, other, warning?.id as string, { decision: 'reversed', why: 'Right.' })
    expect(await isNewHere(db, lark)).toBe(false)
    await moderate(db, mod, post, { act: 'hidden', rule: 'spam', why: 'Still.' })
    expect(await isNewHere(db, lark)).toBe(true)
    await moderate(db, mod, post, { act: 'restored', rule: 'spam', why: 'No.' })
    expect(await isNewHere(db, lark)).toBe(false)
  })
})
