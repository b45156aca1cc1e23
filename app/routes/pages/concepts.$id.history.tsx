import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { RevisionList } from '#app/features/concepts/history/revision-list.tsx'
import { isMerger, mergesOf } from '#app/features/concepts/merging/merge.server.ts'
import { MergeList } from '#app/features/concepts/merging/merge-forms.tsx'
import { restoreConcept, revisionsOf, wordsBefore } from '#app/features/concepts/wording/wording.server.ts'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { AsWritten } from '#app/ui/changed-words.tsx'
import { More } from '#app/ui/plain.tsx'

export const meta = titled('What a concept said')

export const loader = pageLoader(async (asked) => {
  const { db, params, member, url } = asked
  const concept = await findConcept(db, params.id)
  const { id, name, version, mergedInto } = concept
  const { items: revisions, next } = await revisionsOf(db, id, pageOf(url, 20))
  return {
    ...{ id, name, version, mergedInto, revisions, next },
    before: await wordsBefore(db, id, revisions.at(-1)?.version ?? 1),
    ...{ merges: await mergesOf(db, id), mayRestore: member !== null && !mergedInto },
    thread: mergedInto ? await drawnThread(asked, { kind: 'concept', id }, true) : null,
    mayPart: mergedInto !== null && (await isMerger(db, member, concept)),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await restoreConcept(db, member, params.id, Number(form.get('version')))
  return redirect(`/concepts/${params.id}`)
})

export default function ConceptHistory() {
  const { id, name, version, mergedInto, revisions, before, next, merges, thread, mayRestore, mayPart } =
    useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What “{name}” said</h1>
      <p className="meta">
        <a href={`/concepts/${mergedInto ?? id}`}>{mergedInto ? 'Where it leads now' : 'To its page'}</a>
        {mayPart ? <a href={`/concepts/${id}/merge`}>Take the merge back</a> : null}
      </p>
      <AsWritten />
      <RevisionList {...{ revisions, before, version, mayRestore, Diff }} />
      <More url={`/concepts/${id}/history`} next={next} />
      {merges.length > 0 ? <h2>Merges</h2> : null}
      <MergeList merges={merges} />
      {thread && thread.commentCount > 0 ? <SubjectThread thread={thread} /> : null}
    </section>
  )
}
