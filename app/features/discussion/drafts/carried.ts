import type { Fields } from './draft.ts'

const prefix = 'typed.'

/** What a writing form held that was sent without being signed in: first under its own names, then under those that it is carried through signing in by. */
export function carriedIn(values: Fields): Fields {
  const carried = Object.entries(values).filter(([name]) => name.startsWith(prefix))
  if (carried.length > 0) return Object.fromEntries(carried.map(([name, value]) => [name.slice(prefix.length), value]))
  return isSigningIn(values) ? {} : values
}

export const carriedName = (name: string) => prefix + name

/** Whether somebody signs in or joins, and does not come with another form. */
export const isSigningIn = (values: Fields) => 'handle' in values || 'passkey' in values
