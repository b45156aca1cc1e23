import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newId } from '#app/lib/ids.ts'
import { ownPicture } from '#app/lib/markdown/pictures.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { makePicture } from './make-picture.server.ts'
import type { Picture } from './picture.ts'
import * as queries from './pictures.queries.server.ts'

/** Takes a picture in. The same bytes again are the picture that is there. */
export async function bringPicture(db: Db, member: Member, sent: Uint8Array): Promise<Picture & { isNew: boolean }> {
  const hash = sha256(sent)
  const known = await queries.selectPictureSent(db, hash)
  if (known) return { ...known, isNew: false }
  const made = await makePicture(sent)
  return inTransaction(db, async (tx) => {
    const row = { id: newId(), sent_hash: hash, type: 'image/webp', ...made, member_id: member.id, created_at: now() }
    if (await queries.insertPicture(tx, row)) {
      await record(tx, member, 'picture.brought', { kind: 'picture', id: row.id })
      return { id: row.id, width: row.width, height: row.height, isNew: true }
    }
    const there = (await queries.selectPictureSent(tx, hash)) as Picture
    return { ...there, isNew: false }
  })
}

/** The bytes of a picture by the end of its address; one with another size than the picture's is of nothing. */
export async function findPicture(db: Db, file: string): Promise<{ type: string; bytes: Buffer }> {
  const asked = ownPicture(`/pictures/${file}`)
  const row = asked && (await queries.selectPicture(db, asked.id))
  const isSize = !asked?.width || (Number(asked.width) === row?.width && Number(asked.height) === row.height)
  if (!row || !isSize) throw notFound('picture')
  return row
}
