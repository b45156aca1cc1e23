import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { LabelVoteValue } from '#app/features/labels/labelling.ts'
import { answerQueue } from '#app/features/labels/labellings.server.ts'
import { nextQuestion, skippedIn } from '#app/features/labels/queue/queue.server.ts'
import { NothingToRead, QuestionCard, VoteKept } from '#app/features/labels/queue/queue-card.tsx'
import { titled } from '#app/http/found/head.ts'
import { buttonAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('What needs your eyes')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const skipped = skippedIn(url)
  const kept = url.searchParams.get('kept') ?? ''
  return {
    question: await nextQuestion(db, member, skipped),
    skipped,
    kept: /^[\w.-]{1,100}$/.test(kept) ? kept : null,
  }
})

export const action = buttonAction(async ({ db, member, form }) => {
  const excerptId = form.get('excerpt') ?? ''
  await answerQueue(db, member, excerptId, form.get('label') ?? '', form.get('value') as LabelVoteValue)
  return redirect(`/labels/queue?kept=${excerptId}`)
})

export default function Queue() {
  const { question, skipped, kept } = useLoaderData<typeof loader>()
  return (
    <section className="queue-page">
      <h1>What needs your eyes</h1>
      <VoteKept excerptId={kept} />
      {kept || skipped > 0 ? null : <QueueWhy />}
      {question ? <QuestionCard question={question} skipped={skipped} /> : <NothingToRead />}
    </section>
  )
}

/** Said once: whoever goes on has read it. */
function QueueWhy() {
  return (
    <p className="prose queue-why">
      You see the words, what stands around them and what the label means, and nothing of how others vote: votes cast
      here, before looking, show whether readers agree by themselves. What you read signed out cannot be known. A third
      of the questions are pairs drawn at random, so that “it does not fit” is an answer to expect.{' '}
      <a href="/guide#labels">How labels work</a>
    </p>
  )
}
