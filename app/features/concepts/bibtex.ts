import { type Facts, plainArxiv } from './facts.ts'

interface Read {
  name: string
  facts: Partial<Facts>
}

/** What a BibTeX entry says of a paper. Of several entries the first is read; what is not there is left out. */
export function readBibtex(text: string): Read {
  const fields = fieldsIn(text)
  const said = (name: string) => plain(fields.get(name) ?? '')
  const year = Number(said('year') || said('date').slice(0, 4))
  const authors = (fields.get('author') ?? '').split(/(?<!\s)\s+and\s+/).map(authorName)
  const isArxiv = /arxiv/i.test(said('archiveprefix') + said('eprinttype')) || /^\d{4}\.\d{4,5}/.test(said('eprint'))
  const arxiv = isArxiv ? said('eprint') : (/arxiv[.:]\s*(\d{4}\.\d{4,5})/i.exec(text)?.[1] ?? '')
  return {
    name: said('title'),
    facts: {
      authors: authors.filter(Boolean),
      ...(Number.isInteger(year) && year > 0 ? { year } : {}),
      ...(said('doi') ? { doi: said('doi') } : {}),
      ...(arxiv ? { arxiv: plainArxiv(arxiv) } : {}),
      ...(/^https?:/.test(said('url')) ? { url: said('url') } : {}),
    },
  }
}

/** The fields of the first entry by their names: in braces, which may nest, in quotes, or bare. */
function fieldsIn(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  const start = /@\w+\s*\{[^,{}]*,/.exec(text)
  let at = start ? start.index + start[0].length : text.length
  while (at < text.length) {
    const [all, name = '', mark = ''] = /^[\s,]*([\w-]+)\s*=\s*([{"]?)/.exec(text.slice(at, at + 200)) ?? []
    if (all === undefined) break
    at += all.length
    const end = mark === '' ? at + text.slice(at).search(/[,}\n]|$/) : closing(text, at, mark)
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), text.slice(at, end))
    at = end + mark.length
  }
  return fields
}

function closing(text: string, from: number, mark: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '{') depth++
    else if (depth === 0 && sign === (mark === '{' ? '}' : '"')) return at
    else if (sign === '}') depth--
  }
  return text.length
}

const plain = (value: string) =>
  value
    .replace(/\\(?:([`'"^~=.])\s*\{?|([cvuH])\s*\{)(\w)\}?/g, (_, sign, named, letter) =>
      accented(letter, sign ?? named),
    )
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/--/g, '–')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')

/** The combining mark of each of TeX's accents. */
const accents: Record<string, string> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306' },
  ...{ '.': '\u0307', '"': '\u0308', H: '\u030b', v: '\u030c', c: '\u0327' },
}

const accented = (letter: string, accent: string) => letter + (accents[accent] ?? '')

/** `Curie, Marie` → `Marie Curie`. */
function authorName(author: string): string {
  const [last = '', ...first] = plain(author).split(',')
  return [...first.reverse(), last]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}

/** A paper as a BibTeX entry. */
export function bibtexOf({ name, facts }: { name: string; facts: Facts }): string {
  const { authors, year, doi, arxiv, url } = facts
  const fields = [
    ['title', `{${escaped(name)}}`],
    ['author', authors.map(escaped).join(' and ')],
    ['year', year?.toString() ?? ''],
    ['doi', doi],
    ['eprint', arxiv],
    ['archiveprefix', arxiv ? 'arXiv' : ''],
    ['url', url],
  ].filter(([, value]) => value)
  const lines = fields.map(([field, value]) => `  ${field} = {${value}}`)
  return `@${arxiv || !doi ? 'misc' : 'article'}{${keyOf(authors, year, name)},\n${lines.join(',\n')}\n}\n`
}

const escaped = (text: string) => text.replace(/[&%$#_]/g, '\\$&').replace(/[{}]/g, '')

function keyOf(authors: readonly string[], year: number | null, name: string): string {
  const who = authors[0]?.split(' ').at(-1) ?? ''
  const word = name.split(/\s+/).find((one) => one.length > 3) ?? name
  const key = [who, year, word].join('').normalize('NFKD').toLowerCase()
  return key.replace(/[^a-z0-9]/g, '') || 'paper'
}

/** A draft with what a pasted entry says, where it says nothing itself. */
export function withBibtex(values: Record<string, string>): Record<string, string> {
  if (!values.bibtex?.trim()) return values
  const { name, facts } = readBibtex(values.bibtex)
  const read: Record<string, string> = { name, ...asText(facts) }
  const filled = Object.entries(read).filter(([field]) => !values[field]?.trim())
  return {
    ...values,
    kind: values.kind === 'concept' ? 'paper' : (values.kind ?? 'paper'),
    ...Object.fromEntries(filled),
  }
}

function asText({ authors = [], year, doi = '', arxiv = '', url = '' }: Partial<Facts>) {
  return { authors: authors.join('\n'), year: year?.toString() ?? '', doi, arxiv, url }
}
