import { expect, test } from 'vitest'
import { newId } from '#app/lib/ids.ts'
import { migrate } from '#db/migrate.ts'
import { type Db, type Engine, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshDatabase } from '#tests/support/engines.ts'

const author = newId()
const html = '<p>It <em>kept</em> to 🦊 &amp; said so. It said so again.</p>\n'

const quoted = (exact: string) => JSON.stringify({ exact, prefix: 'be', suffix: 'fore', start: null, isVerified: true })

/** As tables were before: a quote stood in its comment. */
async function oldComments(db: Db, post: string) {
  const written = { body: 'x', html, member_id: author, created_at: 1 }
  const under = { subject_kind: 'post', subject_id: post, revision: 1, ...written }
  const first = { id: newId(), ...under, parent_id: null, depth: 0, quote: null }
  const answer = (quote: string | null, parent_id: string | null = null) => ({
    ...{ id: newId(), ...under, parent_id, depth: Number(parent_id !== null), quote },
  })
  const answers = {
    once: answer(quoted('kept to 🦊 & said')),
    twice: answer(quoted('said so')),
    gone: answer(quoted('never written')),
    ofComment: answer(quoted('again'), first.id),
    none: answer(null),
  }
  await inTransaction(db, async (tx) => {
    const member = { id: author, handle: 'Wren', handle_key: 'wren', created_at: 1 }
    await tx
      .insertInto('members')
      .values({ ...member, bio: '', role: 'member', unclaimed: 0, shows_ballots: 0, password_hash: null } as never)
      .execute()
    await tx
      .insertInto('posts')
      .values({ id: post, kind: 'essay', title: 'T', revision: 1, ...written } as never)
      .execute()
    for (const row of [first, ...Object.values(answers)])
      await tx
        .insertInto('comments')
        .values(row as never)
        .execute()
  })
  return { first, ...answers }
}

test.each(['sqlite', 'postgres'] as Engine[])(
  'Quotes of a database from before they had a table are carried over, on %s',
  async (engine) => {
    const url = await freshDatabase(engine, false)
    expect((await migrate(url, '0009_reading')).at(-1)).toBe('0009_reading')
    const db = openDatabase(url)
    const post = newId()
    const { first, once, twice, gone, ofComment, none } = await oldComments(db, post)
    expect(await migrate(url)).toContain('0010_quotes')
    const rows = await db.selectFrom('quotes').selectAll().execute()
    const of = ({ id }: { id: string }) => rows.find((row) => row.comment_id === id)
    const said = { prefix: 'be', suffix: 'fore', verified: 1, revision: null }
    const onPost = { target_kind: 'post', target_id: post, ...said }
    const text = 'It kept to 🦊 & said so. It said so again.\n'
    const at = [...text.slice(0, text.indexOf('kept'))].length
    const length = [...'kept to 🦊 & said'].length
    expect(of(once)).toMatchObject({
      ...onPost,
      exact: 'kept to 🦊 & said',
      state: 'exact',
      from_offset: at,
      to_offset: at + length,
    })
    expect(of(twice)).toMatchObject({ ...onPost, exact: 'said so', state: 'ambiguous', from_offset: null })
    expect(of(gone)).toMatchObject({ ...onPost, exact: 'never written', state: 'orphaned', to_offset: null })
    expect(of(ofComment)).toMatchObject({ target_kind: 'comment', target_id: first.id, exact: 'again', state: 'exact' })
    expect(of(none)).toBeUndefined()
    expect(await migrate(url)).toEqual([])
    await db.destroy()
  },
)
