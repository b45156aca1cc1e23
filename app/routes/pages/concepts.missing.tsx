import { useLoaderData } from '@remix-run/react'
import { missingNames } from '#app/features/mentions/mentions.server.ts'
import { unnamedPath } from '#app/features/mentions/name.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { counted, Empty } from '#app/ui/plain.tsx'

export const meta = titled(
  'Names that lead nowhere',
  'Names that texts here link to and nothing has yet: what the map still lacks.',
)

export const loader = pageLoader(async ({ db }) => ({ names: await missingNames(db) }))

export default function MissingConcepts() {
  const { names } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Names that lead nowhere</h1>
      <p className="prose">
        What several texts name in [[double brackets]] and nothing is called, the most often named first. Each waits for
        somebody to say what it is.
      </p>
      {names.length === 0 ? (
        <Empty href="/concepts" step="To the concepts">
          Every name that more than one text mentions leads somewhere.
        </Empty>
      ) : null}
      <ul className="list">
        {names.map(({ name, count }) => (
          <li key={name}>
            <a href={unnamedPath(name)}>{name}</a> <span className="soft">named in {counted(count, 'text')}</span>{' '}
            <a href={`/concepts/new?name=${encodeURIComponent(name)}`}>
              Add it<span className="visually-hidden">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
