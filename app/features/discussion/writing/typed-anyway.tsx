import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useRefused } from '#app/ui/form.tsx'

/** Stands in for a page for writing whose place is not there any more: says so, and gives back what was typed. */
export function TypedAnyway() {
  const [error, refused] = [useRouteError(), useRefused()]
  if (!isRouteErrorResponse(error)) throw error
  const { title, detail } = error.data as { title: string; detail: string }
  const { title: headline, body } = refused?.values ?? {}
  const words = [headline, body].filter(Boolean).join('\n\n')
  return (
    <section className="column error-page">
      <h1>{title}</h1>
      <p>{detail}</p>
      {words ? (
        <>
          <h2>What you typed</h2>
          <p>It was not sent. Copy it from here.</p>
          <pre className="source card">{words}</pre>
        </>
      ) : null}
      <p className="actions">
        <a href="/drafts">Your drafts</a>
      </p>
    </section>
  )
}
