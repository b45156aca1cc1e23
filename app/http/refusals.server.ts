import { isRefusal, Refusal, type RefusalKind } from '#app/lib/refusal.ts'

/** The one place where refusals become statuses. */
const statuses: Record<RefusalKind, [status: number, title: string]> = {
  invalid: [422, 'Not as it should be'],
  'not signed in': [401, 'Not signed in'],
  'not allowed': [403, 'Not allowed'],
  'not found': [404, 'Not found'],
  conflict: [409, 'Conflict'],
  'changed meanwhile': [412, 'Changed meanwhile'],
  'too large': [413, 'Too large'],
  'too many': [429, 'Too many requests'],
  'not now': [503, 'Not now'],
}

export function statusOf(refusal: Refusal): { status: number; title: string } {
  const [status, title] = statuses[refusal.kind]
  return { status, title }
}

/** A refusal as RFC 9457 problem+json. */
export function problem(refusal: Refusal, headers: Record<string, string> = {}): Response {
  const { status, title } = statusOf(refusal)
  const { errors, message: detail } = refusal
  const { comesBack: _, ...more } = refusal.more
  const when: Record<string, string> = 'retryAfter' in more ? { 'retry-after': String(more.retryAfter) } : {}
  return problemAnswer({ type: 'about:blank', title, status, detail, errors, ...more }, { ...when, ...headers })
}

export function problemAnswer(
  body: { status: number } & Record<string, unknown>,
  headers: Record<string, string> = {},
) {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}

/** For paths under /api that are no endpoint. */
export const noEndpoint = () =>
  problem(new Refusal('not found', 'There is no such endpoint; /api/v1/openapi.json lists them.'))

/** What a form that was refused is shown again with. */
export interface RefusedForm {
  errors: Record<string, string[]>
  values: Record<string, string>
  more: Record<string, unknown>
}

/** What a person mends in the form itself: two kinds, and what says so of itself (`comesBack`). The others get a page of their own. */
export function isMendable(error: unknown): error is Refusal {
  return isRefusal(error) && (error.kind === 'invalid' || error.kind === 'conflict' || error.more.comesBack === true)
}
