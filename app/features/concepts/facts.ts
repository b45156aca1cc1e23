import * as v from 'valibot'
import { optional, text } from '#app/lib/validation.ts'
import type { ConceptKind } from '#db/tables.ts'

/** What is known of a concept beside its definition; which of it depends on its kind. */
export interface Facts {
  authors: string[]
  year: number | null
  /** Without its address: `10.48550/arxiv.2412.14093`. */
  doi: string
  /** Without version: `2412.14093`. */
  arxiv: string
  /** Where it is found. */
  url: string
  saidBy: string
  saidIn: string
}

export const noFacts: Facts = { authors: [], year: null, doi: '', arxiv: '', url: '', saidBy: '', saidIn: '' }

/** Which facts a kind has. */
export const factsOfKind: Record<ConceptKind, readonly (keyof Facts)[]> = {
  paper: ['authors', 'year', 'doi', 'arxiv', 'url'],
  quote: ['saidBy', 'saidIn', 'url'],
  thinker: ['url'],
  framework: ['url'],
  method: ['url'],
  artifact: ['url'],
  concept: [],
  question: [],
}

const mostAuthors = 300
const authors = v.pipe(
  v.nullish(v.union([v.array(text(200)), text(mostAuthors * 100)]), []),
  v.transform((given) => (typeof given === 'string' ? given.split('\n') : given)),
  v.transform((names) => names.map((name) => name.replace(/\s+/g, ' ').trim()).filter(Boolean)),
  v.maxLength(mostAuthors, `At most ${mostAuthors} authors.`),
)

const year = v.pipe(
  v.nullish(v.union([v.number(), v.string()]), ''),
  v.transform((given) => (given === '' ? null : Number(given))),
  v.check((given) => given === null || (Number.isInteger(given) && Math.abs(given) < 3000), 'A year, as 2024.'),
)

/** A DOI without what stands before it in addresses, in small letters, as DOIs are compared. */
export const plainDoi = (given: string) =>
  given
    .trim()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase()

/** The number of an arXiv paper without version, from whatever way of writing it. */
export const plainArxiv = (given: string) =>
  given
    .trim()
    .replace(/^(https?:\/\/(www\.)?arxiv\.org\/(abs|pdf|html)\/|arxiv:\s*)/i, '')
    .replace(/(\.pdf)?$/i, '')
    .replace(/v\d+$/i, '')

const isDoi = (given: string) => given === '' || /^10\.\d{4,9}\/\S+$/.test(given)
const isArxiv = (given: string) => given === '' || /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/.test(given)
const isUrl = (given: string) => given === '' || (/^https?:\/\//i.test(given) && URL.canParse(given))

export const factFields = {
  authors,
  year,
  doi: v.pipe(optional(300), v.transform(plainDoi), v.check(isDoi, 'A DOI, as 10.48550/arXiv.2412.14093.')),
  arxiv: v.pipe(optional(100), v.transform(plainArxiv), v.check(isArxiv, 'An arXiv number, as 2412.14093.')),
  url: v.pipe(optional(2000), v.check(isUrl, 'An address that begins with http:// or https://.')),
  saidBy: optional(300),
  saidIn: optional(300),
}

/** Those of the facts given that the kind has. */
export function factsFor(kind: ConceptKind, given: Facts): Facts {
  const kept = factsOfKind[kind].map((fact) => [fact, given[fact]])
  return { ...noFacts, ...Object.fromEntries(kept) }
}

export const doiAddress = (doi: string) => `https://doi.org/${encodeURI(doi)}`
export const arxivAddress = (arxiv: string) => `https://arxiv.org/abs/${arxiv}`

/** What of the facts can be searched for. */
export const factWords = ({ authors, year, doi, arxiv, url, saidBy, saidIn }: Facts) =>
  [...authors, year, doi, arxiv, url, saidBy, saidIn].filter(Boolean).join(' · ')
