import { useLoaderData } from '@remix-run/react'
import { MachineSaysCard } from '#app/features/classifying/answers/answer-item.tsx'
import { machinesOn } from '#app/features/classifying/answers/answers.server.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { shortened } from '#app/lib/text.ts'
import { Empty } from '#app/ui/plain.tsx'

export const meta = titled('What classifiers say')

export const loader = pageLoader(async ({ db, params, member }) => {
  const { id, whole, exact, transcriptTitle } = await findExcerptFacts(db, params.id)
  const words = whole ? `all of ${transcriptTitle}` : `“${shortened(exact, 300)}”`
  return { id, words, said: await machinesOn(db, id, member) }
})

export default function MachinePage() {
  const { id, words, said } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What classifiers say</h1>
      <p>
        of <a href={`/excerpts/${id}`}>{words}</a>
      </p>
      {said.length === 0 ? <Empty>No classifier has said anything of these words.</Empty> : null}
      {said.map((says) => (
        <MachineSaysCard key={`${says.labelId} ${says.classifier}`} says={says} />
      ))}
    </section>
  )
}
