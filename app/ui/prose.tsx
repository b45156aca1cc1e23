/** What a member wrote, as HTML that `renderMarkdown` made: the one place where such HTML goes into a page as it is. */
export function ProseHtml({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by app/lib/markdown.server.ts
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
