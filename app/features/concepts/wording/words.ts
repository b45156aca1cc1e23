import type { Concept, ConceptKind } from '../concept.ts'
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

/** What a concept says; of its other names, those that are its own. */
export function wordsOf({ kind, name, definition, facts, excerptId }: Concept, aliases: string[]): Words {
  return { kind, name, aliases, definition, facts, excerptId }
}

export const fieldNames = {
  kind: 'Kind',
  name: 'Name',
  aliases: 'Other names',
  definition: 'What it is',
  authors: 'Authors',
  year: 'Year',
  doi: 'DOI',
  arxiv: 'arXiv',
  saidBy: 'Who said it',
  saidIn: 'Where',
  excerptId: 'Excerpt',
  url: 'Address',
} as const

export type Field = keyof typeof fieldNames

/** Each field as the form shows it. */
export function fieldsOf({ kind, name, aliases, definition, facts, excerptId }: Words): Record<Field, string> {
  return {
    ...{ kind, name, aliases: aliases.join('\n'), definition, excerptId: excerptId ?? '' },
    ...{ authors: facts.authors.join('\n'), year: facts.year?.toString() ?? '' },
    ...{ doi: facts.doi, arxiv: facts.arxiv, url: facts.url, saidBy: facts.saidBy, saidIn: facts.saidIn },
  }
}

export interface Changed {
  name: string
  from: string
  to: string
}

/** Which fields say something else, in the order of the form. */
export function changesBetween(from: Record<string, string>, to: Record<string, string>): Changed[] {
  return Object.entries(fieldNames)
    .map(([field, name]) => ({ name, from: plain(from[field]), to: plain(to[field] ?? from[field]) }))
    .filter((one) => one.from !== one.to)
}

/** Browsers send lines with CRLF. */
const plain = (text = '') => text.replace(/\r\n/g, '\n').trim()
