import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Member } from '#app/features/accounts/member.ts'
import type { Costly } from '#app/features/limits/limit.ts'
import { isRefusal, type Refusal } from '#app/lib/refusal.ts'
import { unkeepable } from '#app/lib/text.ts'
import { type FormFields, readForm } from './body.server.ts'
import { isCarried } from './carried-to.ts'
import type { Asked } from './context.server.ts'
import type { Overlay } from './overlay/overlay.ts'
import { paramsOf, refuseUnkeepable, urlOf } from './params.server.ts'
import { isMendable, type RefusedForm, statusOf } from './refusals.server.ts'
import { memberAsking } from './signed-in.server.ts'
import { asRefusal } from './trouble.server.ts'

const formMegabytes = 10
// As the API's: see bodyMegabytes of the transcripts.
const transcriptMegabytes = 65
// Files have 50 together: see mostMegabytes of imports. The rest is what stands around them.
export const uploadMegabytes = 51

/** A page's loader: refusals become error pages, and whoever must sign in first is led there and back. What costs the site work says so; a page with an overlay is made once for all members. */
export function pageLoader<T>(load: (asked: Asked) => Promise<T>, costs?: Costly, overlay?: Overlay) {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      if (costs) await context.limits.work(costs, context.address)
      return await load(await askedOf(request, params, context))
    } catch (thrown) {
      const error = asRefusal(thrown, context)
      sayWhen(error, context.beside)
      throw errorPage(error, request)
    }
  }
  return Object.assign(loader, { overlay })
}

type Act<M extends Member | null, T> = (asked: Asked<M> & { form: FormFields }) => Promise<T>

/** A page's action. What can be mended in the form comes back to it with what was typed. */
export function pageAction<T>(act: Act<Member, T>) {
  return formAction(act, { mustSignIn: true, comesBack: true })
}

/** As pageAction, for forms that visitors may send. */
export function openAction<T>(act: Act<Member | null, T>, comesBack = true) {
  return formAction(act as Act<Member, T>, { mustSignIn: false, comesBack })
}

/** As pageAction, for an address that has no form of its own to come back to: every refusal is a page. */
export function buttonAction<T>(act: Act<Member, T>) {
  return formAction(act, { mustSignIn: true, comesBack: false })
}

interface Manner {
  mustSignIn: boolean
  comesBack: boolean
}

function formAction<T>(act: Act<Member, T>, { mustSignIn, comesBack }: Manner) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    let form: FormFields | undefined
    try {
      const asked = await askedOf(request, params, context)
      form = await readForm(request, megabytesAt(asked.url))
      if (mustSignIn && !asked.member)
        return toSignIn(asked.url, isCarried(asked.url.pathname + asked.url.search) ? 307 : 302)
      refuseUnkeepable(Object.entries(form.values()))
      return await act({ ...asked, member: asked.member as Member, form })
    } catch (thrown) {
      const error = asRefusal(thrown, context)
      sayWhen(error, context.beside)
      if (!comesBack || !isMendable(error)) throw errorPage(error, request)
      return comingBack(error, form)
    }
  }
}

const megabytesAt = ({ pathname }: URL) => {
  if (pathname.startsWith('/imports')) return uploadMegabytes
  return pathname.startsWith('/transcripts') ? transcriptMegabytes : formMegabytes
}

/** Leads to signing in and back; a form in which somebody wrote is sent on there by the browser (307). */
function toSignIn({ pathname, search }: URL, status: 302 | 307) {
  return redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, status)
}

function comingBack(error: Refusal, form: FormFields | undefined) {
  const errors = error.kind === 'invalid' ? error.errors : { form: [error.message] }
  const refused: RefusedForm = { errors, values: form?.values() ?? {}, more: error.more }
  return data(refused, { status: statusOf(error).status })
}

async function askedOf(
  request: Request,
  params: LoaderFunctionArgs['params'],
  context: LoaderFunctionArgs['context'],
): Promise<Asked> {
  const member = context.reader ?? (await memberAsking(context.db, request, context.env.ORIGIN))
  return {
    db: context.db,
    env: context.env,
    member,
    params: paramsOf(params),
    url: urlOf(request),
    request,
    watch: context.watch,
    camps: context.camps,
    ratings: context.ratings,
    intervals: context.intervals,
    limits: context.limits,
    address: context.address,
    fragments: context.fragments,
    insertions: context.insertions,
    pictures: context.pictures,
  }
}

/** When to try again, of what there was too much of, or no room for. Pages pass no headers of an action on. */
function sayWhen(error: unknown, beside: Headers) {
  if (isRefusal(error) && 'retryAfter' in error.more) beside.set('retry-after', String(error.more.retryAfter))
}

function errorPage(error: unknown, request: Request): unknown {
  if (!isRefusal(error)) return error
  if (error.kind === 'not signed in') return toSignIn(new URL(request.url), 302)
  const { status, title } = statusOf(error)
  // A response, not data: of the latter, addresses without a page of their own, as pictures, would say nothing.
  return Response.json({ title, detail: error.message }, { status })
}

/** A path of this site that a `to` parameter names; `/` for anything else. */
export function localPath(to: string | null | undefined): string {
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to) || unkeepable(to)) return '/'
  // A header takes ASCII alone; and dots in a path may leave `//elsewhere`.
  const { pathname, search, hash } = new URL(to, 'http://here')
  return pathname.startsWith('//') ? '/' : pathname + search + hash
}
