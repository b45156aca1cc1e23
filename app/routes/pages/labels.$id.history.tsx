import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { VersionList } from '#app/features/labels/wording/version-list.tsx'
import { versionsOfLabel } from '#app/features/labels/wording/wording.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta: MetaFunction = () => [{ title: 'What a label meant · Parallax' }]

export const loader = pageLoader(async ({ db, params }) => {
  const { id, name } = await findLabel(db, params.id)
  return { id, name, versions: await versionsOfLabel(db, id) }
})

export default function LabelHistory() {
  const { id, name, versions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What “{name}” was said to mean</h1>
      <p>
        <a href={`/labels/${id}`}>To the label</a>
      </p>
      <VersionList versions={versions} />
    </section>
  )
}
