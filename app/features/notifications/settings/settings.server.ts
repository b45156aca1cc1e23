import { addressOf } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type NotificationKind, notificationKinds } from '../notification.ts'
import * as queries from './settings.queries.server.ts'
import { type Frequency, nextDigestAt, usualWishes, type Wishes } from './settings.ts'

/** What each of the members wishes, to be asked by id. */
export async function wishesOf(db: Db, memberIds: readonly string[]): Promise<(memberId: string) => Wishes> {
  const rows = await inBatches(memberIds, (batch) => queries.selectSettings(db, batch))
  const byMember = new Map<string, Wishes>()
  for (const { member_id, kind, on_site, by_mail } of rows) {
    const wishes = byMember.get(member_id) ?? usualWishes()
    wishes[kind] = { onSite: on_site === 1, byMail: by_mail === 1 }
    byMember.set(member_id, wishes)
  }
  return (memberId) => byMember.get(memberId) ?? usualWishes()
}

export interface NotificationSettings {
  wishes: Wishes
  email: string | null
  frequency: Frequency
}

export async function settingsOf(db: Db, member: Member): Promise<NotificationSettings> {
  const wishes = (await wishesOf(db, [member.id]))(member.id)
  const digest = await queries.selectDigest(db, member.id)
  return { wishes, email: await addressOf(db, member), frequency: digest?.frequency ?? 'none' }
}

/** Changes what a member is told of, where, and how often by mail. */
export async function changeSettings(
  db: Db,
  member: Member,
  wanted: Omit<NotificationSettings, 'email'>,
): Promise<void> {
  const { wishes, frequency } = wanted
  if (frequency !== 'none' && !(await addressOf(db, member)))
    throw invalid({ frequency: 'A digest needs an address to go to.' })
  const rowOf = (kind: NotificationKind) => {
    const { onSite, byMail } = wishes[kind]
    return { member_id: member.id, kind, on_site: Number(onSite), by_mail: Number(byMail) }
  }
  await inTransaction(db, async (tx) => {
    await queries.upsertSettings(tx, notificationKinds.map(rowOf))
    await changeFrequency(tx, member.id, frequency)
    await record(tx, member, 'notifications.set', { kind: 'member', id: member.id })
  })
}

/** How often a member gets a digest; the next keeps its day when nothing changes. */
export async function changeFrequency(tx: Db, memberId: string, frequency: Frequency): Promise<void> {
  const before = await queries.selectDigest(tx, memberId)
  if (before?.frequency === frequency) return
  const row = { member_id: memberId, frequency, next_at: nextDigestAt(frequency, now()) }
  await queries.upsertDigest(tx, row)
}
