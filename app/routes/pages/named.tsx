import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameLimit } from '#app/features/concepts/concept.ts'
import { linksTo } from '#app/features/mentions/links.server.ts'
import { MentionedIn } from '#app/features/mentions/mention-list.tsx'
import { mentionsOfName } from '#app/features/mentions/mentions.server.ts'
import { unnamedPath } from '#app/features/mentions/name.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { nameKey, slice } from '#app/lib/text.ts'

export const meta = headed<typeof loader>(({ name }) => ({ title: `“${name}”` }))

export const loader = pageLoader(async ({ db, url }) => {
  const name = slice(url.searchParams.get('name')?.trim() ?? '', 0, nameLimit)
  if (!name) throw notFound('name')
  const path = (await linksTo(db, [name])).get(nameKey(name))
  if (path) throw redirect(path)
  return { name, mentions: await mentionsOfName(db, name, pageOf(url, 20)) }
})

/** Where a name leads that nothing is called yet. */
export default function Named() {
  const { name, mentions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Nothing is called “{name}” yet</h1>
      <p className="prose">
        Once a concept, label or framing is called so, or a claim or post has it for its words, this address leads
        there, and so does every text that names it.
      </p>
      <p>
        <a className="button" href={`/concepts/new?name=${encodeURIComponent(name)}`}>
          Add it as a concept
        </a>
      </p>
      <MentionedIn mentions={mentions} url={unnamedPath(name)} />
    </section>
  )
}
