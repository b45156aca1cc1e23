import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { KindList, NewKindForm } from '#app/features/relations/kinds/kind-forms.tsx'
import { addKind, relationKinds, renameKind, usesOfKinds } from '#app/features/relations/kinds/kinds.server.ts'
import { mayNameKinds } from '#app/features/relations/kinds/relation-kind.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'

export const meta = titled(
  'Kinds of relations',
  'The kinds of relations that things on the map can have, and what each means.',
)

export const loader = pageLoader(async ({ db, member }) => {
  const uses = await usesOfKinds(db)
  const kinds = (await relationKinds(db)).map((kind) => ({ ...kind, uses: uses.get(kind.id) ?? 0 }))
  return { kinds, isModerator: mayNameKinds(member) }
})

export const action = pageAction(async ({ db, member, form }) => {
  const { id, name = '', inverse = '', acyclic } = form.values()
  if (id) await renameKind(db, member, id, { name, inverse })
  else await addKind(db, member, { name, inverse, acyclic: acyclic !== undefined })
  return redirect('/relations/kinds')
})

export default function Kinds() {
  const { kinds, isModerator } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Kinds of relations</h1>
      <p>How one thing on the map can relate to another. Each reads from both ends; moderators add and rename them.</p>
      {isModerator ? <NewKindForm /> : null}
      <KindList {...{ kinds, isModerator }} />
    </section>
  )
}
