import { useLoaderData } from '@remix-run/react'
import { aboutSections } from '#app/features/opinions/guide/about-sections.ts'
import { ReadingSections } from '#app/features/opinions/guide/reading-sections.tsx'
import { renderedSections } from '#app/features/opinions/guide/rendered.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled(
  'About Parallax',
  'A place for careful disagreement about what AI models did, and what to call it: why there is one, what is here, and what it is not.',
)

export const loader = pageLoader(async () => renderedSections(aboutSections))

export default function About() {
  const sections = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <h1>About Parallax</h1>
      <p className="prose lead">A place for careful disagreement about what AI models did, and what to call it.</p>
      <ReadingSections sections={sections} />
    </article>
  )
}
