import { useLoaderData } from '@remix-run/react'
import { LabellingChip } from '#app/features/labels/label-chip.tsx'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { markSignOf } from '#app/features/labels/reading/disputes.ts'
import { besideOf } from '#app/features/transcripts/beside/beside.server.ts'
import { BesidePage } from '#app/features/transcripts/beside/beside-page.tsx'
import { viewOf } from '#app/features/transcripts/reading/view.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(({ beside: { left, right } }) => ({
  title: `${left.transcript.title} beside ${right.transcript.title}`,
}))

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const beside = await besideOf(db, params.id, params.other, viewOf(url.searchParams).from)
  const ids = [...beside.left.excerpts, ...beside.right.excerpts].map(({ id }) => id)
  return { beside, labellings: Object.fromEntries(await labellingsOf(db, ids, member)) }
})

export default function BesideRoute() {
  const { beside, labellings } = useLoaderData<typeof loader>()
  const chipsOf = (excerptId: string) =>
    (labellings[excerptId] ?? []).map((labelling) => (
      <LabellingChip key={labelling.labelId} labelling={labelling} href={`/excerpts/${excerptId}`} />
    ))
  return (
    <article className="beside-page">
      <h1>Side by side</h1>
      <BesidePage beside={beside} marginFor={chipsOf} signOf={(id) => markSignOf(labellings[id] ?? [])} />
    </article>
  )
}
