import { useLoaderData } from '@remix-run/react'
import { labelReadings } from '#app/features/labels/agreement/label-agreement.server.ts'
import { LabelAgreementSection } from '#app/features/labels/agreement/label-agreement.tsx'
import { ExcerptItem } from '#app/features/labels/excerpt-words.tsx'
import { LabelMark } from '#app/features/labels/label-chip.tsx'
import { excerptsCarrying } from '#app/features/labels/lists/lists.server.ts'
import { mergedInto } from '#app/features/labels/merging/merge.server.ts'
import { LabelStanding } from '#app/features/labels/rulings/label-standing.tsx'
import { mayRule } from '#app/features/labels/rulings/ruling.ts'
import { rulingsOn } from '#app/features/labels/rulings/rulings.server.ts'
import { LabelMeaning } from '#app/features/labels/wording/label-meaning.tsx'
import { mayEditLabel } from '#app/features/labels/wording/wording.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { foundName, headed } from '#app/http/found/head.ts'
import { labelAt } from '#app/http/label-at.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ label }) => foundName(label.name, label.definition))

export const loader = pageLoader(async (asked) => {
  const { db, params, url, member } = asked
  const label = await labelAt({ db, params, url })
  const carrying = await excerptsCarrying(db, label.id, pageOf(url, 20), member)
  const thread = await drawnThread(asked, { kind: 'label', id: label.id })
  const node = { kind: 'label', id: label.id, group: 'label', name: label.name } as const
  return {
    label,
    neighbourhood: await neighbourhoodPage(db, node),
    ...carrying,
    thread,
    ...{ mayEdit: mayEditLabel(member, label.memberId), isRuler: mayRule(member) },
    ...{ rulings: await rulingsOn(db, label.id), also: await mergedInto(db, label.id) },
    readings: await labelReadings(db, label.id, member),
    isFollowed: await isFollowing(db, member, { kind: 'label', id: label.id }),
  }
})

export default function LabelPage() {
  const { label, items, next, thread, mayEdit, isRuler, rulings, also, readings, isFollowed, neighbourhood } =
    useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>
        <LabelMark labelId={label.id} /> {label.name}
      </h1>
      <LabelStanding {...{ label, rulings, also }} />
      <LabelMeaning label={label} />
      <p className="meta">
        <a href={`/labels/${label.id}/history`}>{label.version === 1 ? 'History' : `${label.version} versions`}</a>
        {mayEdit ? <a href={`/labels/${label.id}/edit`}>Edit</a> : null}
        {isRuler ? <a href={`/labels/${label.id}/merge`}>Merge</a> : null}
        {isRuler ? (
          <a href={`/labels/${label.id}/retire`}>{label.retiredAt === null ? 'Retire' : 'Bring back'}</a>
        ) : null}
      </p>
      <h2>Words that carry it, the most contested first</h2>
      {items.length === 0 ? (
        <Empty href="/transcripts" step="To the transcripts">
          Nothing carries this label yet. Mark words in a transcript and put it on.
        </Empty>
      ) : null}
      <ul className="list">
        {items.map(({ excerpt, labelling }) => (
          <ExcerptItem key={excerpt.id} excerpt={excerpt} labelling={labelling} />
        ))}
      </ul>
      <More url={`/labels/${label.id}`} next={next} />
      <LabelAgreementSection readings={readings} />
      <NeighbourhoodSection {...neighbourhood} />
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
    </section>
  )
}
