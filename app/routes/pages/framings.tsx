import { useLoaderData } from '@remix-run/react'
import { newestFramings } from '#app/features/claims/framings.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { counted, Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Framings',
  'What a case can be called: each framing with its definition, who coined it, and how it fares over all claims.',
)

export const loader = pageLoader(async ({ db, url }) => newestFramings(db, pageOf(url)))

export default function Framings() {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Framings</h1>
      <p>
        Named readings, by which <a href="/claims">cases</a> are judged; each with one definition and one colour for the
        whole site.
      </p>
      {items.length === 0 ? (
        <Empty href="/claims/new" step="Propose a case">
          Framings come with the cases that they read.
        </Empty>
      ) : (
        <ul className="list">
          {items.map(({ id, name, definition, hue, claimCount, coinedBy }) => (
            <li key={id} className={`framing hue-${hue}`}>
              <h2>
                <a href={`/framings/${id}`}>{name}</a>
              </h2>
              <p>{definition}</p>
              <p className="meta">
                <span>on {counted(claimCount, 'claim')}</span>
                {coinedBy ? <span>coined by {coinedBy}</span> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <More url="/framings" next={next} />
    </section>
  )
}
