/** Sentences about what was wrong, by the field that it was wrong in. */
export type FieldErrors = Record<string, string[]>

export type RefusalKind =
  | 'invalid'
  | 'not signed in'
  | 'not allowed'
  | 'not found'
  | 'conflict'
  | 'changed meanwhile'
  | 'too large'
  | 'too many'
  | 'not now'

const mark = Symbol.for('parallax.refusal')

/** Why something asked for is not done. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly [mark] = true
  readonly kind: RefusalKind
  readonly errors: FieldErrors
  /** More that the answer carries, as `candidates` of an ambiguous quote. */
  readonly more: Record<string, unknown>

  constructor(kind: RefusalKind, message: string, errors: FieldErrors = {}, more: Record<string, unknown> = {}) {
    super(message)
    this.kind = kind
    this.errors = errors
    this.more = more
  }
}

/** True of refusals from either module graph (the server's own files and the built bundle each load this one). */
export function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && mark in error
}

export const notFound = (what: string) => new Refusal('not found', `There is no such ${what}.`)
export const notSignedIn = () => new Refusal('not signed in', 'Sign in first.')
export const notAllowed = (why: string) => new Refusal('not allowed', why)
export const conflict = (why: string, more: Record<string, unknown> = {}) => new Refusal('conflict', why, {}, more)
export const changedMeanwhile = (why: string) => new Refusal('changed meanwhile', why)
/** Refuses for so many seconds; a form comes back with what was typed. */
export const tooMany = (why: string, retryAfter: number) =>
  new Refusal('too many', why, {}, { retryAfter, comesBack: true })

const soonS = 30
/** Nobody here can help it; what was typed in a form is shown again. */
export const notNow = (why: string) => new Refusal('not now', why, {}, { retryAfter: soonS, comesBack: true })
export const tooLarge = (why: string) => new Refusal('too large', why)

/** Refuses input; each field has one sentence or several. */
export function invalid(errors: Record<string, string | string[]>): Refusal {
  const all = Object.fromEntries(Object.entries(errors).map(([field, said]) => [field, [said].flat()]))
  return new Refusal('invalid', Object.values(all).flat().join(' '), all)
}
