import sanitizeHtml from 'sanitize-html'
import { ownPicture, pictureWords } from './pictures.ts'

type Attributes = Record<string, string>

/** A link leads elsewhere by a whole address, or to a path or place of this site. */
function linkTo(href = '', title?: string): Attributes {
  const leads = /^(https?:|mailto:|\/(?!\/)|#)/i.test(href)
  return { ...(leads ? { href } : {}), ...(title ? { title } : {}), rel: 'nofollow ugc noopener' }
}

/** Links of members'; those that only this site makes keep their sign: mentions, and a text's own footnotes. */
function anchor(attributes: Attributes, mark: string): Attributes {
  const { href = '', title, class: kind, id = '' } = attributes
  const isNote = href.startsWith(`#${mark}-`)
  const isMention = kind === 'mention' && /^\/members\/[\w-]{2,40}$/.test(href)
  return {
    ...linkTo(href, title),
    ...(isMention ? { class: 'mention' } : {}),
    ...(kind === 'unnamed' && href.startsWith('/named?name=') ? { class: kind } : {}),
    ...(kind === 'remote-picture' ? { class: kind } : {}),
    ...(isNote && id.startsWith(`${mark}-`) ? { id } : {}),
    ...(isNote && attributes['aria-label'] ? { 'aria-label': attributes['aria-label'] } : {}),
  }
}

/** A picture of this site's; what lies elsewhere is never loaded, and becomes the way there. */
function picture({ src = '', alt = '' }: Attributes) {
  const found = ownPicture(src)
  if (!found)
    return { tagName: 'a', attribs: { ...linkTo(src), class: 'remote-picture' }, text: pictureWords(src, alt) }
  const { id: _, ...size } = found
  return { tagName: 'img', attribs: { src, alt, ...size, loading: 'lazy', decoding: 'async' } as Attributes }
}

const blocks = [
  'p',
  'br',
  'hr',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'li',
  'pre',
  'details',
  'summary',
]
const inLine = ['code', 'kbd', 'strong', 'b', 'em', 'i', 'del', 's', 'sub', 'sup', 'a', 'img']
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
/** Names that only stand for what `finished` makes of them. */
const own = ['spoiler', 'footnotes']

/** Only what prose needs. A page has its own h1: whatever a body's highest heading is, it becomes an h2. Ids stay where they begin with the text's own mark. */
export function clean(html: string, mark: string): string {
  const top = Math.min(...Array.from(html.matchAll(/<h([1-6])\b/gi), ([, level]) => Number(level)))
  const heading = (level: number) => sanitizeHtml.simpleTransform(`h${Math.min(level - top + 2, 6)}`, {})
  const item = ({ id = '' }: Attributes): Attributes => (id.startsWith(`${mark}-`) ? { id } : {})
  const cell = (tagName: string, { align = '' }: Attributes) => ({
    tagName,
    attribs: (/^(left|center|right)$/.test(align) ? { align } : {}) as Attributes,
  })
  return finished(
    sanitizeHtml(html, {
      allowedTags: [...blocks, ...inLine, ...tables, ...own],
      allowedAttributes: {
        a: ['href', 'title', 'rel', 'class', 'id', 'aria-label'],
        img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
        li: ['id'],
        ol: ['start'],
        th: ['align'],
        td: ['align'],
      },
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
        a: (tagName, attributes) => ({ tagName, attribs: anchor(attributes, mark) }),
        li: (tagName, attributes) => ({ tagName, attribs: item(attributes) }),
        img: (_, attributes) => picture(attributes),
        td: cell,
        th: cell,
      },
    }),
  )
}

// Hidden from everybody until it is asked for, by pointer or by key, and without a script.
const hidden = '<label class="spoiler"><input type="checkbox" aria-label="Show the spoiler"><span>'

const finishing: Record<string, string> = {
  '<spoiler>': hidden,
  '</spoiler>': '</span></label>',
  '<footnotes>': '<div class="footnotes">',
  '</footnotes>': '</div>',
}

function finished(html: string): string {
  return html.replace(/<\/?(?:spoiler|footnotes)>/g, (tag) => finishing[tag] ?? '')
}
