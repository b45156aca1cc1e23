import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { CollectionRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { findCollection } from '../collections.server.ts'
import { type Collection, CollectionEdit, type CollectionVersion, mayEditCollection } from './collection.ts'
import * as queries from './editing.queries.server.ts'

/** Writes a collection's title, description and visibility anew; what they were is kept. The same again changes nothing. */
export async function editCollection(db: Db, member: Member, slug: string, edit: CollectionEdit): Promise<Collection> {
  const { title, description, visibility } = parse(CollectionEdit, edit)
  const html = description === undefined ? undefined : await renderWritten(db, description, 'description')
  return inTransaction(db, async (tx) => {
    const before = (await queries.selectToEdit(tx, slug)) as CollectionRow
    const collection = await findCollection(tx, slug)
    if (!mayEditCollection(member, collection))
      throw notAllowed('Only whoever made a collection, and moderators, edit it.')
    const words = {
      title: title ?? before.title,
      description: description ?? before.description,
      html: html ?? before.html,
      visibility: visibility ?? before.visibility,
    }
    if (isSame(words, before)) return collection
    await queries.insertVersion(tx, replaced(before, member))
    await queries.updateWords(tx, slug, { ...words, version: before.version + 1 })
    await keepMentions(tx, { kind: 'collection', id: slug }, words.description)
    await record(tx, member, 'collection.edited', { kind: 'collection', id: slug })
    return findCollection(tx, slug)
  })
}

type Words = Pick<CollectionRow, 'title' | 'description' | 'html' | 'visibility'>

const isSame = (one: Words, other: Words) =>
  one.title === other.title && one.description === other.description && one.visibility === other.visibility

function replaced({ id, version, title, description, html, visibility }: CollectionRow, member: Member) {
  const words = { version, title, description, html, visibility }
  return { collection_id: id, ...words, edited_by: member.id, edited_at: now() }
}

const mostVersions = 200

/** What a collection was called and said to be, the newest first; the first is the one that stands. */
export async function versionsOfCollection(db: Db, collection: Collection): Promise<CollectionVersion[]> {
  const { version, title, description, visibility } = collection
  const rows = await queries.selectVersions(db, collection.id, mostVersions)
  return [
    { version, title, description, visibility, editedBy: null, editedAt: null },
    ...rows.map((row) => ({
      ...{ version: row.version, title: row.title, description: row.description, visibility: row.visibility },
      ...{ editedBy: row.handle, editedAt: row.edited_at },
    })),
  ]
}
