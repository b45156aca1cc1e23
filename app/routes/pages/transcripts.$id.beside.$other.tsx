import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { besideOf } from '#app/features/transcripts/beside/beside.server.ts'
import { BesidePage } from '#app/features/transcripts/beside/beside-page.tsx'
import { viewOf } from '#app/features/transcripts/reading/view.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.left.title} beside ${data.right.title} · Parallax` : 'Beside · Parallax' },
]

export const loader = pageLoader(async ({ db, params, url }) =>
  besideOf(db, params.id, params.other, viewOf(url.searchParams).from),
)

export default function BesideRoute() {
  const beside = useLoaderData<typeof loader>()
  return (
    <article className="beside-page">
      <h1>Side by side</h1>
      <BesidePage beside={beside} />
    </article>
  )
}
