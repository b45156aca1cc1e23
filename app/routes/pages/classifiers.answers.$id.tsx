import { useLoaderData } from '@remix-run/react'
import { AnswerFacts, Quotes, verdictWords } from '#app/features/classifying/answers/answer-item.tsx'
import { findAnswer } from '#app/features/classifying/answers/answers.server.ts'
import { ClassifierFacts, MachineText } from '#app/features/classifying/classifier-facts.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled('What a classifier answered')

export const loader = pageLoader(async ({ db, params, member }) => findAnswer(db, params.id, member))

export default function AnswerPage() {
  const { answer, classifier } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What a classifier answered</h1>
      <AnswerFacts answer={answer} />
      <p>
        {verdictWords(answer)}. {answer.why}
      </p>
      <Quotes quotes={answer.quotes} />
      <h2>Word for word</h2>
      <MachineText words={answer.raw} label="Answer" />
      <h2>
        Asked by <a href={`/classifiers/${classifier.id}`}>{classifier.name}</a>
      </h2>
      <ClassifierFacts classifier={classifier} />
      <MachineText words={classifier.prompt} label="Prompt" />
    </section>
  )
}
