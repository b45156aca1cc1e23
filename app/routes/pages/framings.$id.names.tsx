import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findFraming } from '#app/features/claims/framings.server.ts'
import { addAlias, adoptFraming, aliasesOf, dropAlias } from '#app/features/claims/naming/names.server.ts'
import { NamesForm } from '#app/features/claims/naming/naming-forms.tsx'
import { mayEdit } from '#app/features/claims/wording/wording.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Names of a framing')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const framing = await findFraming(db, params.id)
  if (!mayEdit(member, framing.proposerId))
    throw notAllowed('Only whoever proposed a framing, and moderators, name it.')
  return { id: framing.id, name: framing.name, aliases: await aliasesOf(db, framing) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const [intent, name] = [form.get('intent'), form.get('name') ?? '']
  if (intent === 'adopt') await adoptFraming(db, member, params.id)
  else if (intent === 'drop') await dropAlias(db, member, params.id, { name })
  else await addAlias(db, member, params.id, { name })
  return redirect(intent === 'adopt' ? `/framings/${params.id}` : `/framings/${params.id}/names`)
})

export default function FramingNames() {
  const { id, name, aliases } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Other names of “{name}”</h1>
      <p>
        <a href={`/framings/${id}`}>To the framing</a>
      </p>
      <NamesForm aliases={aliases} refused={useRefused()} />
    </section>
  )
}
