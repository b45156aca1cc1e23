import { isNodeKind, type Node } from '../node.ts'

/** A node in an address or a field: `concept.ID`. */
export const refOf = ({ kind, id }: Node): string => `${kind}.${id}`

export function nodeOfRef(ref: string | null | undefined): Node | null {
  const [, kind = '', id = ''] = /^(\w+)\.(.+)$/.exec(ref ?? '') ?? []
  return isNodeKind(kind) && id !== '' ? { kind, id } : null
}

/** A node by the address that its page has, here or with the site before it. */
export function nodeOfAddress(given: string, origin: string): Node | null {
  const path = given.startsWith(`${origin}/`) ? given.slice(origin.length) : given
  const [, kind = '', id = ''] = /^\/(\w+)s\/([^/?#\s]+)/.exec(path) ?? []
  return isNodeKind(kind) ? { kind, id: decodedId(id) } : null
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
