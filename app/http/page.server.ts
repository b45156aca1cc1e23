import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { Member } from '#app/features/accounts/member.ts'
import { isRefusal, notSignedIn } from '#app/lib/refusal.ts'
import { type FormFields, readForm } from './body.server.ts'
import type { Asked } from './context.server.ts'
import { paramsOf } from './params.server.ts'
import { isMendable, type RefusedForm, statusOf } from './refusals.server.ts'
import { memberAsking } from './signed-in.server.ts'

const formMegabytes = 10
const transcriptMegabytes = 65

/** A page's loader: refusals become error pages, and whoever must sign in first is led there and back. */
export function pageLoader<T>(load: (asked: Asked) => Promise<T>) {
  return async ({ request, params, context }: LoaderFunctionArgs): Promise<T> => {
    try {
      return await load(await askedOf(request, params, context))
    } catch (error) {
      throw errorPage(error, request)
    }
  }
}

/** A page's action. What can be mended in the form comes back to it with what was typed. */
export function pageAction<T>(act: (asked: Asked<Member> & { form: FormFields }) => Promise<T>) {
  return formAction(act, true)
}

/** As pageAction, for forms that visitors may send. */
export function openAction<T>(act: (asked: Asked & { form: FormFields }) => Promise<T>) {
  return formAction(act as (asked: Asked<Member> & { form: FormFields }) => Promise<T>, false)
}

function formAction<T>(act: (asked: Asked<Member> & { form: FormFields }) => Promise<T>, mustSignIn: boolean) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    let form: FormFields | undefined
    try {
      const asked = await askedOf(request, params, context)
      form = await readForm(
        request,
        asked.url.pathname.startsWith('/transcripts') ? transcriptMegabytes : formMegabytes,
      )
      if (mustSignIn && !asked.member) throw notSignedIn()
      return await act({ ...asked, member: asked.member as Member, form })
    } catch (error) {
      if (!isMendable(error)) throw errorPage(error, request)
      const errors = error.kind === 'conflict' ? { form: [error.message] } : error.errors
      const refused: RefusedForm = { errors, values: form?.values() ?? {}, more: error.more }
      return data(refused, { status: statusOf(error).status })
    }
  }
}

async function askedOf(
  request: Request,
  params: LoaderFunctionArgs['params'],
  context: LoaderFunctionArgs['context'],
): Promise<Asked> {
  const member = await memberAsking(context.db, request)
  return {
    db: context.db,
    env: context.env,
    member,
    params: paramsOf(params),
    url: new URL(request.url),
    request,
  }
}

function errorPage(error: unknown, request: Request): unknown {
  if (!isRefusal(error)) return error
  const { pathname, search } = new URL(request.url)
  if (error.kind === 'not signed in') return redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  const { status, title } = statusOf(error)
  return data({ title, detail: error.message }, { status })
}

/** A path of this site that a `to` parameter names; `/` for anything else. */
export function localPath(to: string | null | undefined): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/'
}
