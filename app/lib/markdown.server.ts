import { Marked, type MarkedExtension, type Tokens } from 'marked'
import { escapedKeepingEntities as escaped } from '#app/lib/html-text.ts'
import { sha256 } from './digest.server.ts'
import { withCardMarks } from './markdown/cards.ts'
import { clean } from './markdown/clean.server.ts'
import { underTheClock } from './markdown/clock.server.ts'
import { footnotes } from './markdown/footnotes.server.ts'
import { type Formulas, formulasBeside } from './markdown/mathematics.server.ts'
import { ownPicture, pictureWords } from './markdown/pictures.ts'
import { syntax } from './markdown/syntax.server.ts'
import { invalid } from './refusal.ts'
import { shortened } from './text.ts'

const mostNesting = 40

export interface Given {
  /** Where [[names]] lead, by `nameKey`; those that are not here lead to `/named`. `namesIn` says which to look for. */
  links?: ReadonlyMap<string, string>
}

/** HTML of what a member wrote: made once, when it is written, and safe to put into a page as it is. Refuses (field `body`) what nests too deep or would hold the server up. */
export function renderMarkdown(source: string, { links = new Map() }: Given = {}): string {
  if (source.trim() === '') return ''
  if (nestingOf(source) > mostNesting)
    throw invalid({ body: `Quotes and lists may nest ${mostNesting} deep; this nests deeper.` })
  const mark = `fn-${sha256(source).slice(0, 10)}`
  const formulas = formulasBeside()
  return underTheClock(() => {
    const html = clean(markedFor(formulas, links, mark).parse(source, { async: false }), mark)
    return formulas.intoPlace(withCardMarks(html))
  })
}

/** The most quote and list marks that one line begins with. */
function nestingOf(source: string): number {
  let most = 0
  for (const [marks] of source.matchAll(/^[ \t>!*+-]+|^[ \t\d.)>!*+-]+/gm)) {
    most = Math.max(most, (marks.match(/>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])/g) ?? []).length)
  }
  return most
}

/** One for each text: what is read of footnotes and formulas belongs to it alone. Footnotes come last, which has them look first. */
function markedFor(formulas: Formulas, links: ReadonlyMap<string, string>, mark: string): Marked {
  const renderer = {
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    image: (token: Tokens.Image) => imageOf(token),
  }
  return new Marked<string, string>(
    { gfm: true, renderer },
    linking,
    { extensions: syntax(formulas, links) },
    ...footnotes(mark),
  )
}

const linking: MarkedExtension<string, string> = {
  renderer: {
    link(token) {
      // A link in a link is none: pictures from elsewhere give their words in one.
      const tokens = token.tokens.map((inner) => (isElsewhere(inner) ? wordsOf(inner as Tokens.Image) : inner))
      const title = token.title ? ` title="${escaped(token.title)}"` : ''
      return `<a href="${escaped(token.href)}"${title}>${this.parser.parseInline(tokens)}</a>`
    },
  },
}

const isElsewhere = (token: { type: string }) => token.type === 'image' && !ownPicture((token as Tokens.Image).href)

function imageOf({ href, text }: Tokens.Image): string {
  return `<img src="${escaped(href)}" alt="${escaped(text)}">`
}

function wordsOf({ href, text }: Tokens.Image): Tokens.Text {
  const words = pictureWords(href, text)
  return { type: 'text', raw: words, text: words, escaped: false }
}

/** What HTML that `renderMarkdown` made says, without its markup. In that, every `<` and `>` is a tag's: no parser is needed, and pages that show the first words of hundreds of texts can do without one. */
export function plainTextOf(html: string): string {
  const bare = html.replace(/<\/(p|h\d|li|blockquote|pre|tr|summary)>/g, '\n').replace(/<[^<>]*(>|$)/g, '')
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return bare.replace(/&(lt|gt|quot|amp);/g, (entity) => characters[entity] ?? entity).trim()
}

/** The first words of what was written, as plain text on one line. What is hidden stays so, formulas are given as they were written, and footnotes are left out. */
export function firstWordsOf(html: string, most = 280): string {
  // Cut before it is parsed: a tag costs far fewer characters than ten times the words.
  const start = html
    .slice(0, most * 10)
    .replace(/<details><summary>([^<]*)[\s\S]*?(<\/details>|$)/g, '[$1]')
    .replace(/<label class="spoiler">[\s\S]*?(<\/label>|$)/g, '[spoiler]')
    .replace(/<math[^<>]* alttext="([^"]*)"[\s\S]*?(<\/math>|$)/g, '$1')
    .replace(/<sup><a href="#fn-[\s\S]*?<\/sup>|<div class="footnotes">[\s\S]*$/g, '')
  return shortened(plainTextOf(start), most)
}

const mentioned = /<a href="\/members\/([\w-]+)"[^<>]* class="mention"/g

/** The handles that HTML which `renderMarkdown` made mentions, in small letters, each once. */
export function mentionsIn(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(mentioned), ([, handle]) => (handle as string).toLowerCase()))]
}
