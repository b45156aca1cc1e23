import { useLoaderData } from '@remix-run/react'
import { collectionAsked, newestCollections } from '#app/features/transcripts/collections.server.ts'
import { CollectionFilter, TranscriptList } from '#app/features/transcripts/transcript-list.tsx'
import { newestTranscripts } from '#app/features/transcripts/transcripts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Transcripts',
  'Scratchpads and dialogues of AI models, turn by turn, with the words that readers marked and how they label them.',
)

export const loader = pageLoader(async ({ db, url }) => {
  const chosen = await collectionAsked(db, url.searchParams.get('collection'))
  const transcripts = await newestTranscripts(db, pageOf(url, 30), { collectionId: chosen?.id })
  const collections = (await newestCollections(db, { limit: 100, after: null })).items
  return { ...transcripts, collections, chosen }
})

export default function Transcripts() {
  const { items, next, collections, chosen } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Transcripts</h1>
        <a className="button" href="/transcripts/new">
          Bring a transcript
        </a>
        <a className="button quiet" href="/imports/new">
          Import files
        </a>
      </div>
      <p>What models and people said, word for word: read it, mark the words that matter, label them.</p>
      <CollectionFilter collections={collections} chosen={chosen?.id} />
      {chosen ? (
        <p>
          In <a href={`/collections/${chosen.id}`}>{chosen.title}</a>, newest first.
        </p>
      ) : null}
      {items.length === 0 ? (
        <Empty href="/transcripts/new" step="Bring the first">
          Dialogues and scratchpads that people argue about stand here.
        </Empty>
      ) : (
        <TranscriptList transcripts={items} />
      )}
      <More url={chosen ? `/transcripts?collection=${chosen.id}` : '/transcripts'} next={next} />
    </section>
  )
}
