import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bringLabelBack, retireLabel } from '#app/features/labels/rulings/retire.server.ts'
import { RetireForm } from '#app/features/labels/rulings/ruling-forms.tsx'
import { refuseUnlessRuling } from '#app/features/labels/rulings/rulings.server.ts'
import { titled } from '#app/http/found/head.ts'
import { labelAt } from '#app/http/label-at.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Retire a label')

export const loader = pageLoader(async (asked) => {
  if (!asked.member) throw notSignedIn()
  refuseUnlessRuling(asked.member)
  const { id, name, retiredAt } = await labelAt(asked)
  return { id, name, isRetired: retiredAt !== null }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const reason = { why: form.get('why') ?? '' }
  await (form.get('retired') === 'no' ? bringLabelBack : retireLabel)(db, member, params.id, reason)
  return redirect(`/labels/${params.id}`)
})

export default function Retire() {
  const { id, name, isRetired } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>{isRetired ? `Bring “${name}” back` : `Retire “${name}”`}</h1>
      <p className="prose merge-prose">
        {isRetired
          ? 'It can then be put on words again, and the queue asks about it.'
          : 'A retired label is put on nothing more, and the queue asks about it no longer. It stays readable, and what carries it goes on doing so.'}
      </p>
      <RetireForm isRetired={isRetired} refused={useRefused()} />
      <p>
        <a href={`/labels/${id}`}>To the label</a>
      </p>
    </section>
  )
}
