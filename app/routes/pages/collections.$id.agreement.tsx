import { useLoaderData } from '@remix-run/react'
import { AgreementNote, AgreementTable } from '#app/features/labels/agreement/agreement-table.tsx'
import { MachineTable } from '#app/features/labels/agreement/machine-table.tsx'
import { ExcerptItem } from '#app/features/labels/excerpt-words.tsx'
import { collectionAgreement } from '#app/features/surveys/agreement/collection-agreement.server.ts'
import { OfCollection } from '#app/features/transcripts/collections/collection-head.tsx'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Empty } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ collection }) => ({
  title: `Agreement: ${collection.title}`,
  description:
    collection.visibility === 'public'
      ? `How far members agree on each label in “${collection.title}”, with intervals and the numbers behind.`
      : undefined,
}))

export const loader = pageLoader(async ({ db, member, params }) => {
  const collection = await findCollection(db, params.id)
  return { collection, agreement: await collectionAgreement(db, collection.id, member) }
})

export default function CollectionAgreementPage() {
  const { collection, agreement } = useLoaderData<typeof loader>()
  const { labels, machines, mostSplit } = agreement
  const rows = labels.map((one) => ({ name: one.name, href: `/labels/${one.labelId}`, agreement: one }))
  return (
    <section className="column">
      <h1>How far readers agree</h1>
      <OfCollection collection={collection} />
      {rows.length === 0 ? (
        <Empty href="/labels/queue" step="What needs your eyes">
          For each label stands here how far those who vote on it agree. Nobody has voted yet on one that somebody else
          put on.
        </Empty>
      ) : (
        <>
          <AgreementTable caption="Agreement, label by label" head="Label" rows={rows} />
          <AgreementNote />
        </>
      )}
      {machines.length > 0 ? <h2>Machines against people</h2> : null}
      {machines.map(({ labelId, name, confusion }) => (
        <section key={`${labelId} ${confusion.classifier}`} aria-label={`${name}, ${confusion.classifier}`}>
          <h3>
            <a href={`/labels/${labelId}`}>{name}</a>
          </h3>
          <MachineTable confusion={confusion} />
        </section>
      ))}
      {mostSplit.length > 0 ? (
        <>
          <h2>Read most differently</h2>
          <ul className="list">
            {mostSplit.map(({ excerpt, labelling }) => (
              <ExcerptItem key={`${excerpt.id} ${labelling.labelId}`} {...{ excerpt, labelling }} namesLabel />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
