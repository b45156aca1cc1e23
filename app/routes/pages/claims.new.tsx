import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  asTyped,
  claimFromForm,
  refuseAlike,
  refuseWithoutFramings,
  withoutFramings,
} from '#app/features/claims/claim-fields.ts'
import { ClaimFields, ClaimKinds, SimilarClaims } from '#app/features/claims/claim-form.tsx'
import { findClaim, newestPropositions, proposeClaim, similarClaims } from '#app/features/claims/claims.server.ts'
import { newestFramings } from '#app/features/claims/framings.server.ts'
import { claimStep } from '#app/features/discussion/drafts/claim-steps.server.ts'
import { begunIn } from '#app/features/discussion/drafts/draft.ts'
import { DraftForm, draftForm } from '#app/features/discussion/drafts/draft-form.tsx'
import { beginWriting } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { sendDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { claimPlaceAt, placeName } from '#app/features/discussion/drafts/place.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Propose a claim')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const variantOf = url.searchParams.get('variantOf')
  const parent = variantOf ? await findClaim(db, variantOf) : null
  const kind = parent ? ('variant' as const) : url.searchParams.get('kind') === 'proposition' ? 'proposition' : 'case'
  const { items: framings } = await newestFramings(db, { limit: 200, after: null })
  const framingNames = framings.filter(({ isBuiltIn }) => !isBuiltIn).map(({ name }) => name)
  const begun = await beginWriting(db, member, claimPlaceAt(url), {}, url.searchParams.get('copy'))
  return { parent, kind, framingNames, propositions: await newestPropositions(db), begun } as const
})

export const action = pageAction(async ({ db, member, url, form }) => {
  const place = claimPlaceAt(url)
  const step = await claimStep(db, member, place, form.values())
  if (step) return redirect(step)
  const isProposition = placeName(place) === 'claim.new.proposition'
  const values = isProposition ? withoutFramings(form.values()) : form.values()
  const draft = claimFromForm(values)
  if (!isProposition && !draft.variantOf) refuseWithoutFramings(draft)
  if (!draft.variantOf && values.isAnother !== 'yes') refuseAlike(await similarClaims(db, draft.statement))
  const sending = sendDraft(db, member, place, begunIn(values), (tx) => proposeClaim(tx, member, draft))
  const claim = await sending.catch((error) => {
    throw asTyped(error, values)
  })
  return redirect(`/claims/${claim.id}`)
})

const titles = { case: 'Propose a case', proposition: 'Propose a proposition', variant: 'Propose a variant' }

export default function NewClaim() {
  const { kind, parent, begun, ...offered } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const similar = (refused?.more.similar ?? []) as { id: string; statement: string }[]
  const was = refused?.values.isAnother === 'yes'
  const form = { draft: begun.draft, refused, sent: refused?.values, typed: begun.values }
  return (
    <section className="column">
      <h1>{titles[kind]}</h1>
      {parent ? (
        <p>
          Of <a href={`/claims/${parent.id}`}>{parent.statement}</a>
        </p>
      ) : (
        <ClaimKinds kind={kind} form={draftForm} />
      )}
      <DraftForm {...form} data-similar={parent ? undefined : ''}>
        {similar.length > 0 ? <SimilarClaims similar={similar} /> : null}
        {was ? <input type="hidden" name="isAnother" value="yes" /> : null}
        <ClaimFields kind={kind} parent={parent} {...offered} />
      </DraftForm>
    </section>
  )
}
