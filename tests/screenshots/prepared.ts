import { memberOfHandle, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import {
  answerResetRequests,
  askToConfirm,
  askToReset,
  replaceAddress,
} from '#app/features/accounts/letters/letters.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { bringUpload, onceSeen } from '#app/features/exchange/importing/imports.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { classifierPages } from '#tests/support/classified.ts'

const dialogue = 'User: Do it.\nAssistant: <think>They watch.</think> I will comply now.\n'

/** Pages that no link of the demo leads to, each with what it shows. */
export async function preparedPages(db: Db, origin: string): Promise<string[]> {
  const wren = (await memberOfHandle(db, 'demo-wren')) as Member
  const first = async (table: 'claims' | 'posts' | 'comments') =>
    (await db.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()).id
  const author = await unclaimedMember(db, 'Someone elsewhere')
  const settings = { format: 'auto' as const }
  const { id } = await bringUpload(db, wren, { files: [], text: dialogue, settings })
  await onceSeen(db, id)
  return [
    `/claims/${await first('claims')}/over-time`,
    `/posts/${await first('posts')}/history`,
    `/comments/${await first('comments')}/history`,
    '/collections/demo-two-tiers/add',
    '/collections/demo-two-tiers/history',
    `/members/${author.handle}/attribution`,
    '/members/demo-rook/removal',
    `/imports/${id}`,
    ...(await classifierPages(db)),
    ...(await lettersTo(db, wren, origin)),
  ]
}

/** Where the links of letters lead. */
async function lettersTo(db: Db, member: Member, origin: string): Promise<string[]> {
  const address = 'wren@example.org'
  await askToConfirm(db, member, address, origin)
  const confirm = await linkIn(db, 'confirm')
  await replaceAddress(db, member, address)
  await askToReset(db, { name: member.handle })
  await answerResetRequests(db, origin)
  const row = { hash: sha256('a-token'), member_id: member.id, created_at: now() }
  await inTransaction(db, (tx) => tx.insertInto('unsubscribe_tokens').values(row).execute())
  return [confirm, await linkIn(db, 'reset'), '/unsubscribe/a-token']
}

async function linkIn(db: Db, purpose: string): Promise<string> {
  const mails = await db.selectFrom('outbox').select('text').orderBy('id', 'desc').execute()
  return mails.map(({ text }) => new RegExp(`/letters/${purpose}/\\S+`).exec(text)?.[0]).find(Boolean) ?? '/'
}
