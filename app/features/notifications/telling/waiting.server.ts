import type { Db } from '#db/open.ts'
import type { ActivityRow } from '#db/tables.ts'
import type { About } from '../notification.ts'
import { becauseOf } from './reasons.ts'
import * as queries from './waiting.queries.server.ts'
import type { Tidings } from './written.server.ts'

/** Something was flagged: news for moderators, by the first of all who flag it before it is decided. It names whose it is; who flags is told to nobody. */
export async function flagTidings(tx: Db, { member_id, at }: ActivityRow): Promise<Tidings | undefined> {
  const flagged = await queries.selectFlagAt(tx, member_id as string, at)
  if (!flagged) return undefined
  const { kind, id, flagged_at } = flagged as Flagged
  const by = kind === 'member' ? id : await queries.selectWriter(tx, kind, id)
  if (by === undefined || (await queries.selectIsOpenBefore(tx, kind, id, flagged_at))) return undefined
  return { by, source: { kind: 'flag', id }, subject: { kind, id }, reasons: await forModerators(tx) }
}

type Flagged = { kind: 'post' | 'comment' | 'member'; id: string; flagged_at: number }

/** Somebody asks for another look at what a moderator did. */
export async function askedTidings(tx: Db, { member_id, at }: ActivityRow): Promise<Tidings | undefined> {
  const memberId = member_id as string
  const asked = await queries.selectAppealAt(tx, memberId, at)
  if (!asked) return undefined
  const subject: About = { kind: 'member', id: memberId }
  return { source: { kind: 'appeal', id: asked.act_id }, subject, reasons: await forModerators(tx) }
}

const forModerators = async (tx: Db) => becauseOf('waiting', await queries.selectModerators(tx))
