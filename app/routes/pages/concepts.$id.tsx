import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { conceptOnPage } from '#app/features/concepts/concept-on-page.server.ts'
import { ConceptHead, ConceptSteps } from '#app/features/concepts/concept-page.tsx'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import { LinkedThing } from '#app/features/discussion/links/linked-thing.tsx'
import { ReviewsSection } from '#app/features/discussion/reviews/review-list.tsx'
import { reviewsOf } from '#app/features/discussion/reviews/reviews.server.ts'
import { MentionedIn } from '#app/features/mentions/mention-list.tsx'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { whereMerged } from '#app/http/where-merged.ts'
import { textIn } from '#app/lib/html-text.ts'
import { pageOf } from '#app/lib/paging.server.ts'

export const meta = headed<typeof loader>(({ concept }) => ({
  title: concept.name,
  description: textIn(concept.definitionHtml) || `A ${concept.kind} that arguments here lean on.`,
}))

export const loader = pageLoader(async (asked) => {
  const { db, params, member, url } = asked
  const concept = await findConcept(db, params.id)
  if (concept.mergedInto) throw redirect(whereMerged('concepts', concept.id, concept.mergedInto, url))
  const node = { kind: 'concept', id: concept.id, group: concept.kind, name: concept.name } as const
  const subject = { kind: 'concept' as const, id: concept.id }
  const quoted = concept.excerptId ? [{ excerptId: concept.excerptId, labelId: null, labelName: null, note: '' }] : []
  return {
    concept,
    ...(await conceptOnPage(db, member, concept, pageOf(url, 10))),
    cited: Object.values(await cardsFor(db, member, quoted))[0],
    thread: await drawnThread(asked, subject),
    isFollowed: await isFollowing(db, member, subject),
    reviewed: await reviewsOf(db, concept),
    neighbourhood: await neighbourhoodPage(db, node),
  }
})

export default function ConceptPage() {
  const { concept, isMerger, cited, reviewed, neighbourhood, mentions, thread, isFollowed } =
    useLoaderData<typeof loader>()
  return (
    <article className="column">
      <ConceptHead concept={concept} />
      {cited ? <LinkedThing card={{ kind: 'excerpt', id: cited.id, cited }} /> : null}
      <ConceptSteps concept={concept} isMerger={isMerger} />
      <NeighbourhoodSection {...neighbourhood} />
      <ReviewsSection {...reviewed} isPaper={concept.kind === 'paper'} />
      <MentionedIn mentions={mentions} url={`/concepts/${concept.id}`} />
      <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
    </article>
  )
}
