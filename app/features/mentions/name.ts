import { nameKey } from '#app/lib/text.ts'

const kinds = /^(label|framing|concept):\s*(?=\S)/

/** A name's key as it was written, and what it asks for: `[[concept:scheming]]` asks for the concept of that name alone. */
export function keysAsked(name: string) {
  const full = nameKey(name)
  const kind = kinds.exec(full)?.[1] ?? null
  return { full, kind, key: full.replace(kinds, '') }
}

/** Every key by which a thing can be asked for. */
export function keysOf(kind: string, names: readonly string[]): string[] {
  const plain = names.map(nameKey)
  return [...plain, ...plain.map((key) => `${kind}:${key}`)]
}

/** Where a name leads that nothing is called yet. */
export const unnamedPath = (name: string) => `/named?name=${encodeURIComponent(name)}`
