import type { Member } from '#app/features/accounts/member.ts'
import { isRefusal, Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { carriedIn } from './carried.ts'
import type { Fields } from './draft.ts'
import { keepSent } from './draft-steps.server.ts'
import { placeAt } from './place.ts'

/** Keeps what was typed before signing in as the draft of the place that it was sent to. Answers where to go on. */
export async function keepCarried(db: Db, member: Member, to: string, values: Fields): Promise<string> {
  const [place, typed] = [placeAt(to), carriedIn(values)]
  if (!place || Object.keys(typed).length === 0) return to
  try {
    return await keepSent(db, member, place, typed)
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new Refusal('conflict', `What you typed cannot be kept as a draft: ${error.message} Copy it from here first.`)
  }
}
