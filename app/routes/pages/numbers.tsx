import { useLoaderData } from '@remix-run/react'
import { ReadingSections } from '#app/features/opinions/guide/reading-sections.tsx'
import { renderedSections } from '#app/features/opinions/guide/rendered.server.ts'
import { sections } from '#app/features/opinions/numbers/sections.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled(
  'How these numbers are made',
  'How each number on this site is made: shares and their intervals, what settled and contested mean, ranking, camps and agreement.',
)

export const loader = pageLoader(async () => renderedSections(sections))

export default function NumbersPage() {
  const shown = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <h1>How these numbers are made</h1>
      <p>
        Every number on this site comes from a formula that stands here, with its limits. Beside each plot are its
        numbers as a table and as files.
      </p>
      <ReadingSections sections={shown} />
    </article>
  )
}
