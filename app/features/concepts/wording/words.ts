import type { ConceptRow } from '#db/tables.ts'
import type { ConceptKind } from '../concept.ts'
import type { Facts } from '../facts.ts'

/** All of a concept that is edited. */
export interface Words {
  kind: ConceptKind
  name: string
  aliases: string[]
  definition: string
  facts: Facts
  excerptId: string | null
}

type Row = Pick<ConceptRow, 'kind' | 'name' | 'definition' | 'facts' | 'excerpt_id'>

/** A row's words as its revision keeps them. */
export function wordsJson({ kind, name, definition, facts, excerpt_id, aliases }: Row & { aliases: string[] }): string {
  const words: Words = { kind, name, aliases, definition, facts: JSON.parse(facts) as Facts, excerptId: excerpt_id }
  return JSON.stringify(words)
}
