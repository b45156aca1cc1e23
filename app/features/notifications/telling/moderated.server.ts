import type { Db } from '#db/open.ts'
import type { ActivityRow } from '#db/tables.ts'
import * as queries from './moderated.queries.server.ts'
import { becauseOf } from './reasons.ts'
import type { Tidings } from './written.server.ts'

/** A moderator did something to what is a member's: news for them. */
export async function actTidings(tx: Db, { subject_id, member_id, at }: ActivityRow): Promise<Tidings | undefined> {
  return tidingsFor(subject_id, 'act', await queries.selectActAt(tx, subject_id, member_id as string, at))
}

/** A moderator decided about an appeal: news for whoever appealed. */
export async function appealTidings(tx: Db, { subject_id, member_id, at }: ActivityRow): Promise<Tidings | undefined> {
  return tidingsFor(subject_id, 'appeal', await queries.selectDecisionAt(tx, subject_id, member_id as string, at))
}

function tidingsFor(memberId: string, kind: 'act' | 'appeal', about: { id: string } | undefined): Tidings | undefined {
  if (!about) return undefined
  const source = { kind, id: about.id }
  return { source, subject: { kind: 'member', id: memberId }, reasons: becauseOf('moderation', [memberId]) }
}
