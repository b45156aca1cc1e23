import { useLoaderData } from '@remix-run/react'
import { ComparingTools, SharesNote } from '#app/features/surveys/plots/comparing-tools.tsx'
import { SharePlot } from '#app/features/surveys/plots/share-plot.tsx'
import { ShareTable, SpreadTable } from '#app/features/surveys/plots/share-table.tsx'
import { SpreadPlot } from '#app/features/surveys/plots/spread-plot.tsx'
import { surveyOf } from '#app/features/surveys/shares.server.ts'
import { comparingOf, comparingQuery } from '#app/features/surveys/shares.ts'
import { OfCollection } from '#app/features/transcripts/collections/collection-head.tsx'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Empty } from '#app/ui/plain.tsx'
import { PlotFiles } from '#app/ui/plots/plot-files.tsx'

export const meta = headed<typeof loader>(({ collection }) => ({
  title: `By condition: ${collection.title}`,
  description:
    collection.visibility === 'public'
      ? `Scores and shares of labels, condition by condition, in “${collection.title}”, with intervals and the numbers behind.`
      : undefined,
}))

export const loader = pageLoader(async ({ db, params, url }) => {
  const collection = await findCollection(db, params.id)
  const comparing = comparingOf(url.searchParams)
  return { collection, comparing, survey: await surveyOf(db, collection.id, comparing) }
})

export default function Shares() {
  const { collection, comparing, survey } = useLoaderData<typeof loader>()
  const { series, spreads, pair } = survey
  const query = comparingQuery(comparing)
  return (
    <section className="column">
      <h1>By condition</h1>
      <OfCollection collection={collection} />
      <ComparingTools slug={collection.id} comparing={comparing} survey={survey} />
      {series.length + spreads.length === 0 ? (
        <Empty href={`/collections/${collection.id}`} step="To the transcripts">
          Shares of labels and scores stand here. Nothing in this collection is labelled or scored yet.
        </Empty>
      ) : null}
      {series.map((one) => (
        <SharePlot key={`${one.kind} ${one.name} ${one.value}`} series={one} pair={pair} />
      ))}
      {series.length > 0 ? <ShareTable series={series} /> : null}
      {spreads.map((spread) => (
        <SpreadPlot key={spread.name} spread={spread} pair={pair} />
      ))}
      {spreads.length > 0 ? <SpreadTable spreads={spreads} /> : null}
      <SharesNote comparing={comparing} survey={survey} />
      <PlotFiles
        of="shares by condition"
        at={`/collections/${collection.id}/download/shares`}
        json={`/api/v1/collections/${collection.id}/shares`}
        query={query}
        about="interval"
      />
    </section>
  )
}
