import { expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { examine } from '#app/features/doctor/doctor.server.ts'
import { search } from '#app/features/search/search.server.ts'
import { migrate } from '#db/migrate.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshDatabase } from '#tests/support/engines.ts'

/** A post as tables had it then. */
function oldPost(db: Db) {
  const member = { id: 'm', handle: 'ada', handle_key: 'ada', created_at: 1, bio: '', role: 'member', unclaimed: 0 }
  const body = { body: 'A zebra.', html: '<p>A zebra.</p>' }
  const post = { id: 'p', kind: 'essay', title: 'Before', ...body, revision: 1, member_id: 'm' }
  return inTransaction(db, async (tx) => {
    await tx
      .insertInto('members')
      .values({ ...member, shows_ballots: 0 } as never)
      .execute()
    await tx
      .insertInto('posts')
      .values({ ...post, created_at: 1, published_at: 1 } as never)
      .execute()
  })
}

test('What was written before numbers said kinds is found after, as what it is', async () => {
  const url = await freshDatabase('sqlite', false)
  expect((await migrate(url, '0070_plan_once')).at(-1)).toBe('0070_plan_once')
  const db = openDatabase(url)
  await oldPost(db)
  expect(await migrate(url)).toContain('0071_kind_in_number')
  const bea = await addWithoutPassword(db, 'bea')
  await writePost(db, bea, { kind: 'essay', title: 'After', body: 'A zebra.', published: true })
  const { items, counts } = await search(db, 'zebra', null, { limit: 9, after: null })
  const found = items.map(({ kind, title }) => `${kind} ${title.map(({ text }) => text).join('')}`)
  expect(found).toEqual(['post After', 'post Before'])
  expect(counts).toMatchObject({ post: 2, comment: 0 })
  expect((await examine(db)).find(({ name }) => name === 'search index')).toMatchObject({ ok: true })
  await db.destroy()
})
