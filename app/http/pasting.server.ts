import { redirect } from '@remix-run/node'
import type { Member } from '#app/features/accounts/member.ts'
import {
  checkPublishing,
  publishPaste,
  type Waiting,
  waitingOf,
} from '#app/features/labels/pasting/publish-paste.server.ts'
import { pastingFrom } from '#app/features/limits/limit.ts'
import type { PasteFields } from '#app/features/transcripts/bringing/pasted.ts'
import { spanIn, turnsIn } from '#app/features/transcripts/pasting/paste.ts'
import { dropPaste, findPaste, pasteOf, saySo, stagePaste } from '#app/features/transcripts/pasting/pastes.server.ts'
import { newSecret } from '#app/lib/ids.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { FormFields } from './body.server.ts'
import type { Asked } from './context.server.ts'
import { keepingSecret, pasteSecret } from './paste-cookie.ts'
import { askingOf } from './signed-in.server.ts'

type Sent = Asked & { form: FormFields }

/** Does what a form of a paste's page was sent for, and answers where that leads. */
export async function actOnPaste(asked: Sent) {
  const { db, form, request } = asked
  const fields: PasteFields = form.values()
  if (fields.intent === 'text') return stage(asked, fields)
  const secret = pasteSecret(request) ?? ''
  if (fields.intent === 'mark') await mark(db, secret, fields)
  else if (fields.intent === 'publish') return publish(asked, secret, fields)
  else if (fields.intent === 'drop') await dropPaste(db, secret)
  else await saySo(db, secret, fields)
  const from = /^[1-9]\d{0,3}$/.test(fields.from ?? '') ? `&from=${fields.from}` : ''
  return redirect(fields.intent === 'mark' ? '/paste' : `/paste?step=turns${from}`)
}

/** What was said of the turns before, on the page that brings a whole transcript, comes along. */
async function stage({ db, env, request, limits, address }: Sent, { text = '', ...said }: PasteFields) {
  await limits.spend(db, [pastingFrom, address])
  const secret = pasteSecret(request) ?? newSecret()
  await stagePaste(db, secret, text)
  if (said.previewed) await saySo(db, secret, said)
  return redirect('/paste?step=turns', { headers: keepingSecret(secret, askingOf({ request, env }).isSecure) })
}

async function mark(db: Db, secret: string, { start, end }: PasteFields) {
  const paste = await findPaste(db, secret)
  spanIn(turnsIn(paste).turns, { start, end })
  await saySo(db, secret, { start, end })
}

/** A visitor is asked to join first, or whoever was signed in to sign in again; what was chosen is kept with the paste meanwhile. */
async function publish({ db, member, request }: Sent, secret: string, fields: PasteFields) {
  const { excerptId } = await findPaste(db, secret)
  if (excerptId) return redirect(`/excerpts/${excerptId}`)
  const { labelId = '', wish: _, ...said } = fields
  await saySo(db, secret, { ...said, labelId, wish: 'publish' })
  await checkPublishing(db, secret)
  if (member) return redirect(`/excerpts/${await publishPaste(db, member, secret)}`)
  const was = request.headers.get('cookie')?.includes('parallax_session=')
  return redirect(`${was ? '/sign-in' : '/join'}?to=/paste`)
}

/** What is published once somebody has signed in on the way to `to`. */
export async function waitingFor(db: Db, to: string, request: Request): Promise<Waiting | null> {
  return to === '/paste' ? waitingOf(db, await pasteOf(db, pasteSecret(request))) : null
}

/** Publishes what waited for its member to sign in. Answers where to go on: where it cannot be published, that is said there. */
export async function publishWaiting(db: Db, member: Member, request: Request): Promise<string> {
  const secret = pasteSecret(request)
  if (!secret) return '/paste'
  try {
    const { said, excerptId } = await findPaste(db, secret)
    if (said.wish !== 'publish' && !excerptId) return '/paste'
    return `/excerpts/${await publishPaste(db, member, secret)}`
  } catch (error) {
    if (!isRefusal(error)) throw error
    return '/paste'
  }
}
