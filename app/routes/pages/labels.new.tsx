import { redirect } from '@remix-run/node'
import type * as v from 'valibot'
import type { Label, LabelDraft } from '#app/features/labels/label.ts'
import { NewLabelForm } from '#app/features/labels/label-form.tsx'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { conflict, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Propose a label')

export const loader = pageLoader(async ({ member }) => {
  if (!member) throw notSignedIn()
  return null
})

export const action = pageAction(async ({ db, member, form }) => {
  const { label, isNew } = await proposeLabel(db, member, form.values() as v.InferInput<typeof LabelDraft>)
  if (!isNew) throw conflict(`${takenWords(label)} Use it, or choose another name.`)
  return redirect(`/labels/${label.id}`)
})

function takenWords({ name, retiredAt }: Label): string {
  const state = retiredAt === null ? '' : ' It is retired; a moderator can bring it back.'
  return `There is a label that is called so: “${name}”, under Labels.${state}`
}

export default function NewLabel() {
  return (
    <section className="column">
      <h1>Propose a label</h1>
      <NewLabelForm refused={useRefused()} />
    </section>
  )
}
