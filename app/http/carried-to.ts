import { placeAt } from '#app/features/discussion/drafts/place.ts'

/** What a form that was sent without being signed in does once its sender is. */
export type Deed = { kind: 'ballot' | 'label'; id: string } | { kind: 'paste' | 'vote' }

/** The deed that forms at an address of this site do; undefined where what they hold is kept as a draft, or not at all. */
export function deedAt(path: string): Deed | undefined {
  const { pathname } = new URL(path, 'http://here')
  if (pathname === '/paste') return { kind: 'paste' }
  if (pathname === '/votes') return { kind: 'vote' }
  const [, room, id] = /^\/(claims|excerpts)\/([a-z0-9]{18})$/.exec(pathname) ?? []
  return id ? { kind: room === 'claims' ? 'ballot' : 'label', id } : undefined
}

/** Whether what is sent to an address goes along through signing in. */
export const isCarried = (path: string) => placeAt(path) !== undefined || deedAt(path) !== undefined
