/** What a member wrote, as HTML that `renderMarkdown` made: the one place where such HTML goes into a page as it is. */
export function ProseHtml({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by app/lib/markdown.server.ts
  return <div className={className} dir="auto" dangerouslySetInnerHTML={{ __html: withScrolling(html) }} />
}

const table = '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>'

/** Code and tables may be wider than the page: each scrolls by itself, by key too. */
function withScrolling(html: string): string {
  return html
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', table)
    .replaceAll('</table>', '</table></div>')
}
