import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { MergedNotice } from '#app/features/labels/rulings/label-standing.tsx'
import { disputeEdit } from '#app/features/labels/rulings/retire.server.ts'
import { mayRule } from '#app/features/labels/rulings/ruling.ts'
import { RulingList } from '#app/features/labels/rulings/ruling-list.tsx'
import { rulingsOn } from '#app/features/labels/rulings/rulings.server.ts'
import { VersionList } from '#app/features/labels/wording/version-list.tsx'
import { versionsOfLabel } from '#app/features/labels/wording/wording.server.ts'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { AsWritten } from '#app/ui/changed-words.tsx'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('What a label meant')

export const loader = pageLoader(async (asked) => {
  const { db, params, member } = asked
  const { id, name, mergedInto } = await findLabel(db, params.id)
  const into = mergedInto && (await findLabel(db, mergedInto))
  return {
    ...{
      id,
      name,
      isRuler: mayRule(member),
      versions: await versionsOfLabel(db, id),
      rulings: await rulingsOn(db, id),
    },
    into: into ? { id: into.id, name: into.name } : null,
    thread: into ? await drawnThread(asked, { kind: 'label', id }, true) : null,
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await disputeEdit(db, member, params.id, Number(form.get('version')), { why: form.get('why') ?? '' })
  return redirect(`/labels/${params.id}/history`)
})

export default function LabelHistory() {
  const { id, name, into, isRuler, versions, rulings, thread } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What “{name}” was said to mean</h1>
      {into ? (
        <MergedNotice into={into} ruling={rulings.find((one) => one.kind === 'merged' && one.labelId === id)} />
      ) : null}
      <p className="meta">
        <a href={`/labels/${into?.id ?? id}`}>{into ? `To “${into.name}”` : 'To the label'}</a>
        {into && isRuler ? <a href={`/labels/${id}/merge`}>Take the merge back</a> : null}
      </p>
      <AsWritten />
      <VersionList versions={versions} mayDispute={isRuler && !into} refused={useRefused()} Diff={Diff} />
      {rulings.length > 0 ? <h2>What moderators decided</h2> : null}
      <RulingList rulings={rulings} />
      {thread && thread.commentCount > 0 ? <SubjectThread thread={thread} /> : null}
    </section>
  )
}
