import { useLoaderData } from '@remix-run/react'
import { ExcerptItem } from '#app/features/labels/excerpt-words.tsx'
import { machineAgainstPeople, readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Empty } from '#app/ui/plain.tsx'

const most = 20

export const meta = titled(
  'Where readings differ',
  'Excerpts that careful readers label differently, and those that people and machines read apart.',
)

export const loader = pageLoader(async ({ db, member }) => ({
  split: await readMostDifferently(db, most, member),
  against: await machineAgainstPeople(db, most, member),
}))

export default function Disputed() {
  const { split, against } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Where readings differ</h1>
      <p className="prose">
        The same words, read by people and by classifiers. Opening this page shows you how others vote: what you vote on
        these words afterwards is no longer blind. <a href="/labels/queue">Vote before looking</a> on others.
      </p>
      <h2>Read most differently</h2>
      <Items items={split} empty="Nobody is split over a label yet." />
      <h2>Machine against people</h2>
      <Items items={against} empty="Nowhere do three people or more say otherwise than a classifier." />
    </section>
  )
}

function Items({ items, empty }: { items: ReturnType<typeof useLoaderData<typeof loader>>['split']; empty: string }) {
  if (items.length === 0)
    return (
      <Empty href="/labels/queue" step="What needs your eyes">
        {empty}
      </Empty>
    )
  return (
    <ul className="list">
      {items.map(({ excerpt, labelling }) => (
        <ExcerptItem key={`${excerpt.id} ${labelling.labelId}`} excerpt={excerpt} labelling={labelling} namesLabel />
      ))}
    </ul>
  )
}
