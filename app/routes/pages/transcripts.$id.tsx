import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { citersOf } from '#app/features/discussion/arguments/evidence.server.ts'
import { LabellingChip } from '#app/features/labels/label-chip.tsx'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { collectionsOf } from '#app/features/transcripts/collections.server.ts'
import { excerptsOf } from '#app/features/transcripts/excerpts.server.ts'
import { numberOf } from '#app/features/transcripts/marking/mark-by-form.server.ts'
import { MarkBar, WholeMark } from '#app/features/transcripts/marking/mark-form.tsx'
import { Parts, TranscriptHead, Turns } from '#app/features/transcripts/transcript-page.tsx'
import { findTranscriptPart } from '#app/features/transcripts/transcripts.server.ts'
import { threadPage } from '#app/features/votes/subject-thread.server.ts'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { pageLoader } from '#app/http/page.server.ts'
import { counted } from '#app/ui/plain.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.transcript.title ?? 'Transcript'} · Parallax` },
]

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const from = numberOf(url.searchParams.get('from')) ?? 0
  const { turns, parts, ...transcript } = await findTranscriptPart(db, params.id, from)
  const excerpts = await excerptsOf(db, params.id, transcript)
  const ids = excerpts.map(({ id }) => id)
  const labellings = Object.fromEntries(await labellingsOf(db, ids, member))
  const cited = Object.fromEntries([...(await citersOf(db, ids))].map(([id, by]) => [id, by.length]))
  const thread = await threadPage(db, { kind: 'transcript', id: transcript.id }, member, url.searchParams)
  const collections = await collectionsOf(db, transcript.id)
  const isFollowed = await isFollowing(db, member, { kind: 'transcript', id: transcript.id })
  return { isFollowed, transcript, turns, parts, excerpts, labellings, cited, thread, collections }
})

export default function TranscriptPage() {
  const { isFollowed, transcript, turns, parts, excerpts, labellings, cited, thread, collections } =
    useLoaderData<typeof loader>()
  const chipsOf = (excerptId: string) => [
    ...(labellings[excerptId] ?? []).map((labelling) => (
      <LabellingChip key={labelling.labelId} labelling={labelling} href={`/excerpts/${excerptId}`} />
    )),
    cited[excerptId] ? <span key="cited">cited {counted(cited[excerptId], 'time')}</span> : null,
  ]
  const whole = excerpts.find((excerpt) => excerpt.whole)
  const way = <Parts transcript={transcript} parts={parts} from={transcript.from} to={transcript.to} />
  return (
    <article className="transcript-page">
      <TranscriptHead
        transcript={transcript}
        collections={collections}
        badges={<WholeMark transcriptId={transcript.id}>{whole ? chipsOf(whole.id) : null}</WholeMark>}
      />
      {way}
      <Turns
        transcriptId={transcript.id}
        turns={turns}
        from={transcript.from}
        excerpts={excerpts}
        marginFor={(excerpt) => chipsOf(excerpt.id)}
      />
      {way}
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
      <MarkBar transcriptId={transcript.id} />
    </article>
  )
}
