import { useLoaderData } from '@remix-run/react'
import { citersOf } from '#app/features/discussion/arguments/evidence.server.ts'
import { LabellingChip } from '#app/features/labels/label-chip.tsx'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { disputedIn } from '#app/features/labels/reading/disputes.server.ts'
import { markSignOf } from '#app/features/labels/reading/disputes.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { namedCollectionsOf } from '#app/features/transcripts/collections.server.ts'
import { excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { describedAs } from '#app/features/transcripts/export/described.ts'
import { otherForms } from '#app/features/transcripts/export/other-forms.ts'
import { MarkBar, WholeMark } from '#app/features/transcripts/marking/mark-form.tsx'
import { withinCollection } from '#app/features/transcripts/reading/neighbours.server.ts'
import { readingOf, turnsShown } from '#app/features/transcripts/reading/reading.server.ts'
import { ReadingPage } from '#app/features/transcripts/reading/reading-page.tsx'
import { viewOf } from '#app/features/transcripts/reading/view.ts'
import { TranscriptHead } from '#app/features/transcripts/transcript-page.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { counted } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ reading }) => ({
  title: reading.transcript.title,
  description: describedAs(reading.transcript, reading.turns[0]?.turn.text ?? ''),
  kind: 'article',
  more: otherForms(reading.transcript.id),
}))

export const loader = pageLoader(async (asked) => {
  const { db, member, params, url } = asked
  const view = viewOf(url.searchParams)
  const reading = await readingOf(db, params.id, view)
  const excerpts = await excerptsOf(db, params.id, turnsShown(reading))
  const ids = excerpts.map(({ id }) => id)
  return {
    view,
    reading,
    excerpts,
    labellings: Object.fromEntries(await labellingsOf(db, ids, member)),
    cited: Object.fromEntries([...(await citersOf(db, ids))].map(([id, by]) => [id, by.length])),
    disputed: await disputedIn(db, params.id, member),
    within: await withinCollection(db, params.id, view.within),
    thread: await drawnThread(asked, { kind: 'transcript', id: params.id }),
    isFollowed: await isFollowing(db, member, { kind: 'transcript', id: params.id }),
    collections: await namedCollectionsOf(db, params.id),
  }
})

export default function TranscriptPage() {
  const { isFollowed, labellings, cited, thread, collections, ...read } = useLoaderData<typeof loader>()
  const { transcript } = read.reading
  const chipsOf = (excerptId: string) => [
    ...(labellings[excerptId] ?? []).map((labelling) => (
      <LabellingChip key={labelling.labelId} labelling={labelling} href={`/excerpts/${excerptId}`} />
    )),
    cited[excerptId] ? <span key="cited">cited {counted(cited[excerptId], 'time')}</span> : null,
  ]
  const whole = read.excerpts.find((excerpt) => excerpt.whole)
  return (
    <article className="transcript-page">
      <TranscriptHead
        transcript={transcript}
        collections={collections}
        badges={<WholeMark transcriptId={transcript.id}>{whole ? chipsOf(whole.id) : null}</WholeMark>}
      />
      <ReadingPage {...read} marginFor={chipsOf} signOf={(excerptId) => markSignOf(labellings[excerptId] ?? [])} />
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
      <MarkBar transcriptId={transcript.id} />
    </article>
  )
}
