import type { Member } from '#app/features/accounts/member.ts'
import { keepCarried } from '#app/features/discussion/drafts/carried.server.ts'
import { carriedIn, isSigningIn } from '#app/features/discussion/drafts/carried.ts'
import { actOnExcerpt } from '#app/features/labels/voting/act-on-excerpt.server.ts'
import { actOnClaim } from '#app/features/opinions/moving/moving.server.ts'
import { voteAsked } from '#app/features/votes/vote-asked.server.ts'
import { isRefusal, Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { FormFields } from './body.server.ts'
import { deedAt } from './carried-to.ts'
import { localPath } from './page.server.ts'
import { publishWaiting } from './pasting.server.ts'

const asked = {
  ballot: 'Sign in or join, and your vote counts.',
  vote: 'Sign in or join, and your vote counts.',
  label: 'Sign in or join, and your vote counts.',
  paste: 'Sign in or join, and your words are published.',
  draft: 'Sign in or join first. What you typed goes with you: it will be in the form again.',
}

/** Refuses a form that was sent on to signing in: the page asks for that first, and carries what the form held. */
export function refuseSentOn(form: FormFields, url: URL) {
  if (isSigningIn(form.values())) return
  const deed = deedAt(localPath(url.searchParams.get('to')))
  throw new Refusal('not signed in', asked[deed?.kind ?? 'draft'], {}, { comesBack: true, isNoFault: true })
}

/** Does what somebody had asked for before they signed in, or keeps it as a draft. Answers where to go on. */
export async function goOn(db: Db, member: Member, form: FormFields, request: Request): Promise<string> {
  const to = localPath(form.get('to'))
  const deed = deedAt(to)
  if (deed?.kind === 'paste') return publishWaiting(db, member, request)
  if (!deed) return keepCarried(db, member, to, form.values())
  const said = carriedIn(form.values())
  try {
    if (deed.kind === 'label' && (said.deed || said.value)) await actOnExcerpt(db, member, deed.id, said)
    if (deed.kind === 'vote') await voteAsked(db, member, said)
    if (deed.kind === 'ballot' && (said.intent === 'handle' || said.intent === 'ballot'))
      return `/claims/${deed.id}${await actOnClaim(db, member, deed.id, said)}`
  } catch (error) {
    // The page says what can be done there; that somebody signed in holds.
    if (!isRefusal(error)) throw error
  }
  return to
}
