import { slice } from '#app/lib/text.ts'
import { type ConceptKind, isConceptKind, nameLimit } from './concept.ts'

/** Which concepts a list shows. */
export interface Choice {
  kind: ConceptKind | null
  /** Of a name; empty: any. */
  part: string
}

export function choiceOf(url: URL): Choice {
  const kind = url.searchParams.get('kind')
  return {
    kind: isConceptKind(kind) ? kind : null,
    part: slice(url.searchParams.get('part')?.trim() ?? '', 0, nameLimit),
  }
}

export function listPath({ kind, part }: Choice): string {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(part ? { part } : {}) }).toString()
  return query ? `/concepts?${query}` : '/concepts'
}
