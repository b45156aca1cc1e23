import * as v from 'valibot'
import { type NotificationKind, notificationKinds } from '../notification.ts'

export const frequencies = ['none', 'daily', 'weekly'] as const
export type Frequency = (typeof frequencies)[number]

/** Where a member wants to be told of one kind of thing. */
export interface Wish {
  onSite: boolean
  byMail: boolean
}

export type Wishes = Record<NotificationKind, Wish>

/** What nobody has changed yet: told on the site, and in the digest for those who want one. */
export function usualWishes(): Wishes {
  return Object.fromEntries(notificationKinds.map((kind) => [kind, { onSite: true, byMail: true }])) as Wishes
}

export const DigestFrequency = v.picklist(frequencies, 'A digest comes daily, weekly, or not at all.')

const hour = 7

/** When the next digest after a time (ms, UTC) goes out: at seven in the morning UTC, of the next day or the next Monday. */
export function nextDigestAt(frequency: Frequency, after: number): number {
  const day = new Date(after)
  day.setUTCHours(hour, 0, 0, 0)
  const isMonday = () => frequency !== 'weekly' || day.getUTCDay() === 1
  while (day.getTime() <= after || !isMonday()) day.setUTCDate(day.getUTCDate() + 1)
  return day.getTime()
}
