import type { Member } from '#app/features/accounts/member.ts'
import { thingKey, versionsOf } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import { findImport } from './imports.server.ts'
import * as queries from './preview.queries.server.ts'

const mostNamed = 50

/** An import as its page shows it: with the first of what it brought by name, and the version from which on to watch. */
export async function importWith(db: Db, member: Member, id: string) {
  const watched = { kind: 'import', id }
  // Asked for first: what changes between the two is told once more.
  const version = (await versionsOf(db, [watched])).get(thingKey(watched)) ?? 0
  const shown = await findImport(db, member, id)
  const first = shown.report?.ids.slice(0, mostNamed) ?? []
  const named = await queries.selectNamed(db, first)
  const brought = first.flatMap((one) => named.get(one) ?? [])
  return { shown, version, brought }
}
