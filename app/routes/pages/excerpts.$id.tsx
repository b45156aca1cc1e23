import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { citationsOf } from '#app/features/discussion/arguments/evidence.server.ts'
import { excerptPage } from '#app/features/labels/excerpt-page.server.ts'
import { CitedBy, ExcerptActions, ExcerptWords } from '#app/features/labels/excerpt-words.tsx'
import { LabelTheseForm } from '#app/features/labels/label-form.tsx'
import { LabelsOnExcerpt } from '#app/features/labels/labelling-card.tsx'
import { actOnExcerpt } from '#app/features/labels/voting/act-on-excerpt.server.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { headed } from '#app/http/found/head.ts'
import { localPath, pageAction, pageLoader } from '#app/http/page.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = headed<typeof loader>(({ unfolds }) => unfolds)

export const loader = pageLoader(async ({ db, env, member, params, ...asked }) => ({
  ...(await excerptPage(db, env.ORIGIN, params.id, member)),
  citations: (await citationsOf(db, [params.id])).get(params.id) ?? [],
  isFollowed: await isFollowing(db, member, { kind: 'excerpt', id: params.id }),
  thread: await drawnThread({ ...asked, db, member }, { kind: 'excerpt', id: params.id }),
}))

export const action = pageAction(async ({ db, member, params, form }) => {
  await actOnExcerpt(db, member, params.id, form.values())
  return redirect(form.get('to') ? localPath(form.get('to')) : `/excerpts/${params.id}`)
})

export default function ExcerptPage() {
  const { excerpt, turns, labellings, names, definitions, address, citations, thread, isFollowed } =
    useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <div className="excerpt-page">
      <section>
        <h1 className="visually-hidden">Words from {excerpt.transcriptTitle}</h1>
        <ExcerptWords excerpt={excerpt} turns={turns} />
        <ExcerptActions excerpt={excerpt} address={address} />
      </section>
      <div>
        <LabelsOnExcerpt excerptId={excerpt.id} labellings={labellings} definitions={definitions} />
        <section aria-labelledby="label-these">
          <h2 id="label-these">{excerpt.whole ? 'Label this transcript' : 'Label these words'}</h2>
          <LabelTheseForm names={names} refused={refused} />
        </section>
      </div>
      <section>
        <h2>Cited by</h2>
        <CitedBy citations={citations} />
        <SubjectThread thread={thread} beside={<FollowButton subject={thread.subject} isFollowed={isFollowed} />} />
      </section>
    </div>
  )
}
