import { ProseHtml } from '#app/ui/prose.tsx'

export interface Rendered {
  id: string
  title: string
  html: string
}

/** What the site says of itself, section by section, with the way to each. */
export function ReadingSections({ sections }: { sections: readonly Rendered[] }) {
  return (
    <>
      <nav aria-label="On this page" className="on-this-page">
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, title, html }) => (
        <section key={id} id={id} aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`}>{title}</h2>
          <ProseHtml className="prose" html={html} />
        </section>
      ))}
    </>
  )
}
