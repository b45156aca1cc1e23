import { ProseHtml } from '#app/ui/prose.tsx'

/** What a member wrote, as it is read. */
export function Prose({ html }: { html: string }) {
  return <ProseHtml className="prose" html={html} />
}
