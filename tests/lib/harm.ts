const said = '(?:href|title|rel|start|id|aria-label|data-card|alt|alttext)="[^"<>]*"'
const fixed =
  'tabindex="0"|align="(?:left|center|right)"|class="(?:mention|unnamed|remote-picture|spoiler|footnotes|tml-left|tml-right)"|src="/pictures/[0-9a-z]{18}(?:-\\d+x\\d+)?\\.webp"|type="checkbox"|loading="lazy"|decoding="async"'
const measured = '(?:width|height)="\\d{0,5}(?:\\.\\d+)?(?:em)?"|(?:l|r)space="[\\d.]+em"|m(?:in|ax)size="[\\d.]+em"'
const ofMath =
  '(?:display|displaystyle|scriptlevel|stretchy|fence|separator|form|movablelimits|accent|accentunder|mathvariant|notation|linethickness|columnalign)="[\\w .]*"'
const attributes = `(?: (?:${said}|${fixed}|${measured}|${ofMath}))*`

const html =
  'p|hr|br|h[2-6]|blockquote|[uo]l|li|pre|code|kbd|strong|b|em|i|del|s|su[bp]|a|table|thead|tbody|t[rhd]|details|summary|img|label|input|span|div'
const math =
  'math|mrow|mi|mn|mo|ms|mtext|mspace|mstyle|mpadded|mphantom|menclose|mfrac|msqrt|mroot|m(?:sub|sup|subsup|under|over|underover|multiscripts)|mprescripts|none|mt(?:able|r|d)'
const tag = new RegExp(`</?(?:${html}|${math})${attributes} ?/?>`, 'g')

/** What of rendered Markdown is no harmless tag: a tag, an attribute or an address that prose does not have; else empty. */
export function harmIn(rendered: string): string {
  const left = rendered.replace(tag, '')
  if (/[<>]/.test(left)) return left
  const within = rendered.match(/<[^>]*>/g) ?? []
  const named = within.flatMap((one) => [...one.matchAll(/ (\w[\w-]*)="([^"]*)"/g)])
  const leads = named.filter(([, name]) => name === 'href')
  return leads.map(([, , to = '']) => to).find((to) => !/^(https?:|mailto:|\/(?!\/)|#)/i.test(to)) ?? ''
}
