import { useLoaderData } from '@remix-run/react'
import { sections } from '#app/features/opinions/numbers/sections.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { renderMarkdown } from '#app/lib/markdown.server.ts'
import { ProseHtml } from '#app/ui/prose.tsx'

export const meta = titled(
  'How these numbers are made',
  'How each number on this site is made: shares and their intervals, what settled and contested mean, ranking, camps and agreement.',
)

// The words are the program's own, so they are rendered once.
let rendered: { id: string; title: string; html: string }[] | undefined

export const loader = pageLoader(async () => {
  rendered ??= sections.map(({ id, title, says }) => ({ id, title, html: renderMarkdown(says) }))
  return rendered
})

export default function NumbersPage() {
  const shown = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <h1>How these numbers are made</h1>
      <p>
        Every number on this site comes from a formula that stands here, with its limits. Beside each plot are its
        numbers as a table and as files.
      </p>
      <nav aria-label="On this page">
        <ul>
          {shown.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ id, title, html }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`}>{title}</h2>
          <ProseHtml className="prose" html={html} />
        </section>
      ))}
    </article>
  )
}
