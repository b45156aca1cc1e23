import { createContext, Script } from 'node:vm'
import { Marked, type Tokens } from 'marked'
import sanitizeHtml from 'sanitize-html'
import { invalid } from './refusal.ts'
import { shortened } from './text.ts'

const mostNesting = 40
// Several times what the longest honest text takes, so that a busy machine refuses none.
const mostMs = 1900

/** HTML of what a member wrote: made once, when it is written, and safe to put into a page as it is. Refuses (field `body`) what nests too deep or would hold the server up. */
export function renderMarkdown(source: string): string {
  if (nestingOf(source) > mostNesting)
    throw invalid({ body: `Quotes and lists may nest ${mostNesting} deep; this nests deeper.` })
  return underTheClock(() => clean(marked.parse(source, { async: false })))
}

/** What HTML that `renderMarkdown` made says, without its markup. In that, every `<` and `>` is a tag's: no parser is needed, and pages that show the first words of hundreds of texts can do without one. */
export function plainTextOf(html: string): string {
  const bare = html.replace(/<\/(p|h\d|li|blockquote|pre|tr)>/g, '\n').replace(/<[^>]*(>|$)/g, '')
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return bare.replace(/&(lt|gt|quot|amp);/g, (entity) => characters[entity] ?? entity).trim()
}

const script = new Script('work()')

/** marked has inputs on which it takes quadratic time. The virtual machine's clock ends those, within a regular expression too. */
function underTheClock(work: () => string): string {
  try {
    return script.runInContext(createContext({ work }), { timeout: mostMs })
  } catch (error) {
    const isCutOff = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    if (!isCutOff && !isOverflow(error)) throw error
    throw invalid({ body: 'This Markdown is too tangled to be rendered. Fewer nested or unclosed marks will do.' })
  }
}

// Asked by message: the error may be of another realm, and marked adds a line of its own.
function isOverflow(error: unknown) {
  return String((error as { message?: unknown } | null)?.message).startsWith('Maximum call stack size exceeded')
}

/** The most quote and list marks that one line begins with. */
function nestingOf(source: string): number {
  let most = 0
  for (const [marks] of source.matchAll(/^[ \t>*+-]+|^[ \t\d.)>*+-]+/gm)) {
    most = Math.max(most, (marks.match(/>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])/g) ?? []).length)
  }
  return most
}

const marked = new Marked({
  gfm: true,
  renderer: {
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    image: (token) => linkToImage(token),
    link(token) {
      // A link in a link is none: images in one give their words.
      const tokens = token.tokens.map((inner) => (inner.type === 'image' ? wordsOf(inner as Tokens.Image) : inner))
      const title = token.title ? ` title="${escaped(token.title)}"` : ''
      return `<a href="${escaped(token.href)}"${title}>${this.parser.parseInline(tokens)}</a>`
    },
  },
})

function linkToImage({ href, text }: Tokens.Image): string {
  return `<a href="${escaped(href)}">Image${text ? `: ${escaped(text)}` : ''}</a>`
}

function wordsOf({ text }: Tokens.Image): Tokens.Text {
  const words = `Image${text ? `: ${text}` : ''}`
  return { type: 'text', raw: words, text: words, escaped: false }
}

// Entities stay: they are the writer's own, and what they stand for is judged when all is cleaned.
function escaped(text: string): string {
  return text.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** A link leads elsewhere by a whole address, or to a path or place of this site. */
function linkTo(href = '', title?: string): Record<string, string> {
  const leads = /^(https?:|mailto:|\/(?!\/)|#)/i.test(href)
  return { ...(leads ? { href } : {}), ...(title ? { title } : {}), rel: 'nofollow ugc noopener' }
}

/** Only what prose needs. A page has its own h1: whatever a body's highest heading is, it becomes an h2. */
function clean(html: string): string {
  const top = Math.min(...Array.from(html.matchAll(/<h([1-6])\b/gi), ([, level]) => Number(level)))
  const heading = (level: number) => sanitizeHtml.simpleTransform(`h${Math.min(level - top + 2, 6)}`, {})
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code', 'kbd'],
      ...['strong', 'b', 'em', 'i', 'del', 's', 'sub', 'sup', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'], th: ['align'], td: ['align'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 100,
    transformTags: {
      h1: heading(1),
      h2: heading(2),
      h3: heading(3),
      h4: heading(4),
      h5: heading(5),
      h6: heading(6),
      a: (_, { href, title }) => ({ tagName: 'a', attribs: linkTo(href, title) }),
      img: (_, { src, alt }) => ({ tagName: 'a', attribs: linkTo(src), text: `Image${alt ? `: ${alt}` : ''}` }),
    },
  })
}

/** The first words of what was written, as plain text on one line. */
export function firstWordsOf(html: string, most = 280): string {
  // Cut before it is parsed: a tag costs far fewer characters than ten times the words.
  return shortened(plainTextOf(html.slice(0, most * 10)), most)
}
