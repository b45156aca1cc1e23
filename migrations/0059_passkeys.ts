import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a key pair that a device keeps for a member, by the id that the device gave it. Bytes are kept as base64url; the counter is the device's own, 0 where it has none.
  await db.schema
    .createTable('passkeys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('counter', 'bigint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute()
  await db.schema.createIndex('passkeys_by_member').on('passkeys').column('member_id').execute()

  // One row: what a device was asked to sign, as SHA-256, until it did or some minutes went by. With a member it is for adding a passkey of theirs, and they have just proved who they are; without one, for signing in.
  await db.schema
    .createTable('passkey_challenges')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('passkey_challenges_by_end').on('passkey_challenges').column('expires_at').execute()
  await db.schema.createIndex('passkey_challenges_by_member').on('passkey_challenges').column('member_id').execute()
}
