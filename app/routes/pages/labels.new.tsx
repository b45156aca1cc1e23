import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type * as v from 'valibot'
import { begunIn } from '#app/features/discussion/drafts/draft.ts'
import { BegunFrom } from '#app/features/discussion/drafts/draft-parts.tsx'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { sendDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import type { Label, LabelDraft } from '#app/features/labels/label.ts'
import { NewLabelForm } from '#app/features/labels/label-form.tsx'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { conflict, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Propose a label')

const place = { doing: 'label' } as const

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  return beginWriting(db, member, place, {}, url.searchParams.get('copy'))
})

export const action = pageAction(async ({ db, member, form }) => {
  const values = form.values()
  const id = await sendDraft(db, member, place, begunIn(values), async (tx) => {
    const { label, isNew } = await proposeLabel(tx, member, values as v.InferInput<typeof LabelDraft>)
    if (!isNew) throw conflict(`${takenWords(label)} Use it, or choose another name.`)
    return label.id
  })
  return redirect(`/labels/${id}`)
})

function takenWords({ name, retiredAt }: Label): string {
  const state = retiredAt === null ? '' : ' It is retired; a moderator can bring it back.'
  return `There is a label that is called so: “${name}”, under Labels.${state}`
}

export default function NewLabel() {
  const { values, draft } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Propose a label</h1>
      <NewLabelForm refused={useRefused()} typed={values} begun={<BegunFrom draft={draft} />} />
    </section>
  )
}
