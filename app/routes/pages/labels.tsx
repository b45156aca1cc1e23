import { useLoaderData } from '@remix-run/react'
import { LabelMark } from '#app/features/labels/label-chip.tsx'
import { newestLabels } from '#app/features/labels/labels.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { counted, Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Labels',
  'Names for what words in a transcript show, each with what it means, where it is put, and where its readers differ.',
)

export const loader = pageLoader(async ({ db, url }) => newestLabels(db, pageOf(url)))

export default function Labels() {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Labels</h1>
        <a className="button" href="/labels/new">
          Propose a label
        </a>
      </div>
      <p className="prose">
        Terms for words in transcripts. Whether one fits is voted on, excerpt by excerpt: what a label means stands
        here, where it fits is for members to say.
      </p>
      <p className="meta">
        <a href="/labels/queue">What needs your eyes</a>
        <a href="/labels/disputed">Where readings differ</a>
        <a href="/classifiers">Classifiers</a>
      </p>
      {items.length === 0 ? (
        <Empty href="/labels/new" step="Propose the first">
          No label yet. One needs a name and a definition that two people who disagree about the model can share.
        </Empty>
      ) : null}
      <ul className="list">
        {items.map(({ id, name, definition, used, contested, retiredAt }) => (
          <li key={id}>
            <h2>
              <LabelMark labelId={id} /> <a href={`/labels/${id}`}>{name}</a>
            </h2>
            {definition ? <p className="label-definition">{definition}</p> : null}
            <p className="meta">
              <span>{used === 0 ? 'Not used yet' : `On ${counted(used, 'excerpt')}`}</span>
              {retiredAt === null ? null : <span>Retired</span>}
              {contested > 0 ? <span>contested on {contested}</span> : null}
            </p>
          </li>
        ))}
      </ul>
      <More url="/labels" next={next} />
    </section>
  )
}
