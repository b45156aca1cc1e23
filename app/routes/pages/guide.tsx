import { useLoaderData } from '@remix-run/react'
import { guideSections } from '#app/features/opinions/guide/guide-sections.ts'
import { ReadingSections } from '#app/features/opinions/guide/reading-sections.tsx'
import { renderedSections } from '#app/features/opinions/guide/rendered.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled(
  'How to take part',
  'How to argue with evidence on Parallax: marking words, labels and ballots, how the numbers are made, Markdown and keys.',
)

export const loader = pageLoader(async () => renderedSections(guideSections))

export default function Guide() {
  const sections = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <h1>How to take part</h1>
      <p className="prose lead">Bring the words, say what you make of them, and see where others stand.</p>
      <ReadingSections sections={sections} />
    </article>
  )
}
