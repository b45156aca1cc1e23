import { renderMarkdown } from '#app/lib/markdown.server.ts'
import type { Section } from '../numbers/sections.ts'
import type { Rendered } from './reading-sections.tsx'

const kept = new WeakMap<readonly Section[], Rendered[]>()

/** Sections as HTML: the words are the program's own, so they are rendered once. */
export function renderedSections(sections: readonly Section[]): Rendered[] {
  const rendered =
    kept.get(sections) ?? sections.map(({ id, title, says }) => ({ id, title, html: renderMarkdown(says) }))
  kept.set(sections, rendered)
  return rendered
}
