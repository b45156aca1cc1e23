import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { disputeWords } from '#app/features/ballots/earlier/reword.server.ts'
import { findFraming } from '#app/features/claims/framings.server.ts'
import { mergedInto, mergeOf } from '#app/features/claims/naming/merge.server.ts'
import { MergeNotices } from '#app/features/claims/naming/naming-forms.tsx'
import { VersionList } from '#app/features/claims/wording/version-list.tsx'
import { versionsOf } from '#app/features/claims/wording/wording.server.ts'
import { mayRule, wordedFrom } from '#app/features/claims/wording/wording.ts'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { AsWritten } from '#app/ui/changed-words.tsx'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('What a framing meant')

export const loader = pageLoader(async (asked) => {
  const { db, params, member } = asked
  const { id, name } = await findFraming(db, params.id)
  const versions = await versionsOf(db, { kind: 'framing', id })
  const [into, came] = [await mergeOf(db, id), await mergedInto(db, id)]
  const thread = into ? await drawnThread(asked, { kind: 'framing', id }, true) : null
  return { id, name, versions, into, came, thread, isRuler: mayRule(member) && !into }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { version } = wordedFrom(form.get('edit') ?? '')
  await disputeWords(db, member, { kind: 'framing', id: params.id }, version, { why: form.get('why') ?? '' })
  return redirect(`/framings/${params.id}/history`)
})

export default function FramingHistory() {
  const { id, name, versions, isRuler, into, came, thread } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What “{name}” was said to mean</h1>
      <p>
        <a href={`/framings/${id}`}>To the framing</a>
      </p>
      <MergeNotices into={into} came={came} />
      <AsWritten />
      <VersionList
        of={{ kind: 'framing', id }}
        versions={versions}
        mayDispute={isRuler}
        refused={useRefused()}
        Diff={Diff}
      />
      {thread && thread.commentCount > 0 ? <SubjectThread thread={thread} /> : null}
    </section>
  )
}
