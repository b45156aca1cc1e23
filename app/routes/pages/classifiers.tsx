import { useLoaderData } from '@remix-run/react'
import { ClassifierFacts } from '#app/features/classifying/classifier-facts.tsx'
import { newestClassifiers } from '#app/features/classifying/classifiers.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Classifiers',
  'Models that are asked about labels: what they are asked, what they answered, and how that compares with people.',
)

export const loader = pageLoader(async ({ db, url }) => newestClassifiers(db, pageOf(url)))

export default function Classifiers() {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Classifiers</h1>
      <p className="prose">
        Models that were asked whether a label fits. What they say is shown as the machine’s and voted on like any
        other; what each was asked and answered can be read here.
      </p>
      {items.length === 0 ? (
        <Empty>
          No model was asked here yet. What classifiers said elsewhere came with imported data, and stands beside the
          labels. Whoever runs this site asks a model by “parallax classify”.
        </Empty>
      ) : null}
      <ul className="list">
        {items.map((classifier) => (
          <li key={classifier.id}>
            <h2>
              <a href={`/classifiers/${classifier.id}`}>{classifier.name}</a>
            </h2>
            <ClassifierFacts classifier={classifier} />
          </li>
        ))}
      </ul>
      <More url="/classifiers" next={next} />
    </section>
  )
}
