import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NameChoices } from '#app/features/claims/claim-form.tsx'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { newestFramings, proposeFraming } from '#app/features/claims/framings.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { Form, Submit, TextArea, TextField, useRefused } from '#app/ui/form.tsx'

export const meta = titled('Propose a framing')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const claim = await findClaim(db, params.id)
  const { items: framings } = await newestFramings(db, { limit: 200, after: null })
  const others = framings.filter(({ id, isBuiltIn }) => !isBuiltIn && !claim.framings.some((own) => own.id === id))
  return { id: claim.id, statement: claim.statement, names: others.map(({ name }) => name) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { name = '', definition, coinedBy, rationale } = form.values()
  const framing = await proposeFraming(db, member, params.id, { name, definition, coinedBy, rationale })
  return redirect(`/claims/${params.id}?more=${framing.id}#row-${framing.id}`)
})

export default function NewFraming() {
  const { id, statement, names } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>Propose a framing</h1>
      <p>
        Of <a href={`/claims/${id}`}>{statement}</a>
      </p>
      <Form refused={refused}>
        <NameChoices names={names} />
        <TextField
          name="name"
          label="Name"
          hint="Short enough to be used: “goal guarding”. A name that is known on this site brings its definition along."
          list="framing-names"
          isRequired
        />
        <TextArea name="definition" label="What it means" hint="Needed where the name is new." />
        <TextField name="coinedBy" label="Coined by" hint="Who first called it so, if not you. Optional." />
        <TextArea name="rationale" label="Why it belongs here" hint="What this framing sees that the others miss." />
        <Submit>Propose the framing</Submit>
      </Form>
    </section>
  )
}
