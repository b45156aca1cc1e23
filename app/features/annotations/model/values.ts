import { unkeepable } from '#app/lib/text.ts'

export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const uri = /^[a-z][a-z\d+.-]*:([\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})+(#([\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

export const isUri = (value: unknown): value is string =>
  typeof value === 'string' && uri.test(value) && URL.canParse(value)
export const isTime = (value: unknown) =>
  typeof value === 'string' && time.test(value) && !Number.isNaN(Date.parse(value))
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** What was found wrong, by where it stands: `target.selector.exact`. */
export class Faults {
  readonly errors: Record<string, string[]> = {}

  get areAny() {
    return Object.keys(this.errors).length > 0
  }

  say(path: string, sentence: string) {
    this.errors[path] ??= []
    this.errors[path].push(sentence)
  }

  /** Says so of a member of an object that is there and not as it should be. */
  unless(path: string, of: Json, key: string, isRight: (value: unknown) => boolean, sentence: string) {
    if (of[key] !== undefined && !isRight(of[key])) this.say(`${path}${path && '.'}${key}`, sentence)
  }
}

const mostDepth = 12

/** Nested so deep that it means nothing, and that writing it out would run out of stack. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth > mostDepth || Object.values(value).some((part) => isTooDeep(part, depth + 1))
}

/** Text that no database keeps, and nesting without end. */
export function checkKeepable(value: unknown, faults: Faults, path = '', depth = 0) {
  if (depth === 0 && isTooDeep(value)) return faults.say('body', 'This is nested too deep.')
  if (typeof value === 'string') return checkText(value, faults, path)
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    checkText(key, faults, path)
    checkKeepable(part, faults, unkeepable(key) ? path : [path, key].filter(Boolean).join('.'), depth + 1)
  }
}

function checkText(text: string, faults: Faults, path: string) {
  const why = unkeepable(text)
  if (why) faults.say(path || 'body', `This ${why}`)
}
