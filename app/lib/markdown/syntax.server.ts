import type { Token, TokenizerAndRendererExtension, TokenizerThis, Tokens } from 'marked'
import { escaped } from '#app/lib/html-text.ts'
import { nameKey } from '../text.ts'
import { type Formulas, mathOf } from './mathematics.server.ts'

type Extension = TokenizerAndRendererExtension
type Found = Tokens.Generic & { text: string; words: string; tokens: Token[] }

const endsInWord = /[\p{L}\p{N}_./@+-]$/u
const lastOf = (tokens: Token[] | object) => (tokens as Token[]).at(-1)?.raw ?? ''

const at = (mark: string) => (src: string) => {
  const index = src.indexOf(mark)
  return index < 0 ? undefined : index
}

/** Marks around words, which become a tag around them: ~sub~, ^sup^, ||spoiler||. */
function around(name: string, mark: string, rule: RegExp, tag: string): Extension {
  return {
    name,
    level: 'inline',
    start: at(mark),
    tokenizer(src, before) {
      const [raw, text] = rule.exec(src) ?? []
      if (raw === undefined || text === undefined) return undefined
      if (name === 'spoiler' && endsInWord.test(lastOf(before))) return undefined
      return { type: name, raw, text, tokens: this.lexer.inlineTokens(text) }
    },
    renderer({ tokens = [] }) {
      return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`
    },
  }
}

const marks = [
  around('sub', '~', /^~(?!~)([^\s~[\]]{1,100})~(?!~)/, 'sub'),
  around('sup', '^', /^\^([^\s^[\]]{1,100})\^/, 'sup'),
  around('spoiler', '||', /^\|\|(?=[^\s|])([^|\n]*?[^\s|])\|\|/, 'spoiler'),
]

/** A block to open: lines that begin with `>!`, or what stands between `:::spoiler` and `:::`. */
const spoilerBlock: Extension = {
  name: 'spoilerBlock',
  level: 'block',
  start: (src) => src.match(/^(?:>!|:::[ \t]*spoiler)/m)?.index,
  tokenizer(src) {
    const [quoted] = /^(?: {0,3}>![^\n]*(?:\n|$))+/.exec(src) ?? []
    if (quoted) return spoilerOf(this, quoted, quoted.replace(/^ {0,3}>! ?/gm, ''), '')
    const [fenced, words = '', text = ''] = /^:::[ \t]*spoiler([^\n]*)\n([\s\S]*?)\n?:::[ \t]*(?:\n|$)/.exec(src) ?? []
    return fenced ? spoilerOf(this, fenced, text, words.trim()) : undefined
  },
  renderer({ tokens = [], words }) {
    return `<details><summary>${escaped(words || 'Spoiler')}</summary>${this.parser.parse(tokens)}</details>\n`
  },
}

function spoilerOf({ lexer }: TokenizerThis, raw: string, text: string, words: string) {
  return { type: 'spoilerBlock', raw, text, words, tokens: lexer.blockTokens(text, []) }
}

/** $TeX$ within a line, as pandoc reads it: "$5 and $6" is money. $$TeX$$ stands by itself. */
function mathematics(formulas: Formulas): Extension[] {
  const drawn = (isDisplayed: boolean) => (token: Tokens.Generic) => {
    const math = mathOf((token as Found).text, isDisplayed)
    return math ? formulas.put(math) : `<code>${escaped(token.raw.trim())}</code>`
  }
  const found = (type: string, rule: RegExp) => (src: string) => {
    const [raw, text] = rule.exec(src) ?? []
    return raw !== undefined && text?.trim() ? { type, raw, text } : undefined
  }
  const displayed = /^\$\$((?:\\.|[^\\$])+)\$\$/
  const inLine = /^\$(?![\s$])((?:\\.|[^\\$\n]|\n(?![ \t]*\n))+?)(?<!\s)\$(?!\d)/
  const block = /^ {0,3}\$\$((?:\\[\s\S]|[^\\$])+)\$\$[ \t]*(?:\n|$)/
  return [
    { name: 'math', level: 'inline', start: at('$'), tokenizer: found('math', inLine), renderer: drawn(false) },
    {
      name: 'mathShown',
      level: 'inline',
      start: at('$$'),
      tokenizer: found('mathShown', displayed),
      renderer: drawn(true),
    },
    {
      name: 'mathBlock',
      level: 'block',
      start: (src) => src.match(/^ {0,3}\$\$/m)?.index,
      tokenizer: found('mathBlock', block),
      renderer: (token) => `<p>${drawn(true)(token)}</p>\n`,
    },
  ]
}

// Not within a word, an address or a package's name; "@a@b.example" and "@a/b" name other things.
const handle = /^@([A-Za-z0-9_-]{2,40})(?![\w@/-]|\.\w)/

/** @handle leads to the member's page, whether or not there is one yet. */
const mention: Extension = {
  name: 'mention',
  level: 'inline',
  start: at('@'),
  tokenizer(src, before) {
    const [raw, text] = handle.exec(src) ?? []
    if (raw === undefined || this.lexer.state.inLink || endsInWord.test(lastOf(before))) return undefined
    return { type: 'mention', raw, text }
  },
  renderer: ({ raw, text }) => `<a class="mention" href="/members/${text}">${raw}</a>`,
}

const named = /\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n|]{1,300}))?\]\]/
const namedHere = new RegExp(`^${named.source}`)

/** [[name]] or [[name|words]] leads to what is called so; a name of nothing to the page that says so, and leads on once something is. */
function namedLink(links: ReadonlyMap<string, string>): Extension {
  return {
    name: 'namedLink',
    level: 'inline',
    start: at('[['),
    tokenizer(src) {
      const [raw, name, words] = namedHere.exec(src) ?? []
      if (raw === undefined || !name?.trim() || this.lexer.state.inLink) return undefined
      const path = links.get(nameKey(name))
      const text = path ?? `/named?name=${encodeURIComponent(name.trim())}`
      return { type: 'namedLink', raw, text, isNamed: path !== undefined, words: (words ?? plainName(name)).trim() }
    },
    renderer: ({ text, words, isNamed }) =>
      `<a${isNamed ? '' : ' class="unnamed"'} href="${escaped(text)}">${escaped(words)}</a>`,
  }
}

/** Without the kind that it asks for: `concept:scheming`. */
const plainName = (name: string) => name.replace(/^\s*(label|framing|concept):\s*(?=\S)/i, '')

const mostNames = 50

/** What [[…]] in a text names, each once: what to look up before it is rendered. */
export function namesIn(source: string): string[] {
  const names = new Set<string>()
  for (const [, name = ''] of source.matchAll(new RegExp(named, 'g'))) {
    if (names.size < mostNames) names.add(name.trim())
  }
  names.delete('')
  return [...names]
}

/** What Markdown has here beyond GitHub's. */
export function syntax(formulas: Formulas, links: ReadonlyMap<string, string>): Extension[] {
  return [...marks, spoilerBlock, ...mathematics(formulas), mention, namedLink(links)]
}
