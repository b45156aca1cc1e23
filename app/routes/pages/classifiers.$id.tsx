import { useLoaderData } from '@remix-run/react'
import { AnswerItem } from '#app/features/classifying/answers/answer-item.tsx'
import { answersBy, totalsOf } from '#app/features/classifying/answers/answers.server.ts'
import { ClassifierFacts, MachineText, TotalsLine } from '#app/features/classifying/classifier-facts.tsx'
import { findClassifier } from '#app/features/classifying/classifiers.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ classifier }) => ({
  title: classifier.name,
  description: `What ${classifier.name} was asked about labels, and what it answered, beside how people read the same words.`,
}))

export const loader = pageLoader(async ({ db, params, url, member }) => {
  const classifier = await findClassifier(db, params.id)
  const totals = await totalsOf(db, params.id)
  return { classifier, totals, ...(await answersBy(db, params.id, pageOf(url, 20), member)) }
})

export default function ClassifierPage() {
  const { classifier, totals, items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>{classifier.name}, a classifier</h1>
      <ClassifierFacts classifier={classifier} />
      <TotalsLine totals={totals} />
      <h2>What it is asked</h2>
      <MachineText words={classifier.prompt} label="Prompt" />
      <h2>What it answered, the newest first</h2>
      <ul className="list">
        {items.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} />
        ))}
      </ul>
      <More url={`/classifiers/${classifier.id}`} next={next} />
    </section>
  )
}
