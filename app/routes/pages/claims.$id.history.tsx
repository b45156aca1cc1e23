import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { disputeWords } from '#app/features/ballots/earlier/reword.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { VersionList } from '#app/features/claims/wording/version-list.tsx'
import { findStandpoint, versionsOf } from '#app/features/claims/wording/wording.server.ts'
import { mayEdit, mayRule, type WordedKind, wordedFrom } from '#app/features/claims/wording/wording.ts'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { AsWritten } from '#app/ui/changed-words.tsx'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('What a claim said')

export const loader = pageLoader(async ({ db, params, member }) => {
  const { id, statement, author, standpoints, framings } = await findClaim(db, params.id)
  const edited = standpoints.filter(({ version }) => version > 1)
  const things: { kind: WordedKind; id: string; name: string }[] = [{ kind: 'claim', id, name: 'The claim' }]
  for (const one of edited) things.push({ kind: 'standpoint', id: one.id, name: one.name })
  return {
    ...{ id, statement, isRuler: mayRule(member), mayEdit: mayEdit(member, author.id) },
    framings: framings.filter(({ version }) => version > 1).map((one) => ({ id: one.id, name: one.name })),
    things: await Promise.all(things.map(async (thing) => ({ ...thing, versions: await versionsOf(db, thing) }))),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { version, ...worded } = wordedFrom(form.get('edit') ?? '')
  if (worded.kind === 'framing' || (worded.kind === 'claim' && worded.id !== params.id)) throw notFound('edit')
  if (worded.kind === 'standpoint') await findStandpoint(db, params.id, worded.id)
  await disputeWords(db, member, worded, version, { why: form.get('why') ?? '' })
  return redirect(`/claims/${params.id}/history`)
})

export default function ClaimHistory() {
  const { id, statement, isRuler, things, framings, ...may } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>What a claim said</h1>
      <p>
        <a href={`/claims/${id}`}>{statement}</a>
      </p>
      {may.mayEdit ? (
        <p className="actions">
          <a href={`/claims/${id}/edit`}>Edit the words</a>
        </p>
      ) : null}
      <AsWritten />
      {things.map((thing) => (
        <section key={thing.id} aria-labelledby={`of-${thing.id}`}>
          <h2 id={`of-${thing.id}`}>{thing.name}</h2>
          <VersionList of={thing} versions={thing.versions} mayDispute={isRuler} refused={refused} Diff={Diff} />
        </section>
      ))}
      {framings.length > 0 ? <h2>Framings that were edited</h2> : null}
      <ul>
        {framings.map((framing) => (
          <li key={framing.id}>
            <a href={`/framings/${framing.id}/history`}>{framing.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
