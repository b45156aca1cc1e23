import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nodePath } from '#app/features/relations/node.ts'
import { RelationForms } from '#app/features/relations/pages/relation-forms.tsx'
import { RelationHead, RelationHistory } from '#app/features/relations/pages/relation-page.tsx'
import { mayChange } from '#app/features/relations/relation.ts'
import { editRelation, withdrawRelation } from '#app/features/relations/relations.server.ts'
import { findRelation } from '#app/features/relations/said.server.ts'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(({ relation }) => ({
  title: `${relation.from.name} ${relation.reads} ${relation.to.name}`,
  description: relation.why || 'A line on the map: who says so, and who disagrees.',
}))

export const loader = pageLoader(async (asked) => {
  const { db, member, params } = asked
  const relation = await findRelation(db, params.id)
  return {
    relation,
    mayChange: relation.state === 'said' && mayChange(member, relation),
    thread: await drawnThread(asked, { kind: 'relation', id: relation.id }),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  if (form.get('deed') !== 'withdraw') {
    await editRelation(db, member, params.id, { why: form.get('why') ?? '' })
    return redirect(`/relations/${params.id}`)
  }
  await withdrawRelation(db, member, params.id)
  const { from } = await findRelation(db, params.id)
  return redirect(`${nodePath(from)}#neighbourhood`)
})

export default function RelationRoute() {
  const { relation, mayChange, thread } = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <RelationHead relation={relation} />
      {mayChange ? <RelationForms why={relation.why} /> : null}
      <RelationHistory history={relation.history} />
      <SubjectThread thread={thread} />
    </article>
  )
}
