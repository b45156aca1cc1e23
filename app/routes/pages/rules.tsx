import { useLoaderData } from '@remix-run/react'
import { currentRules, rulesVersions } from '#app/features/moderation/rules/rules.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { Time } from '#app/ui/time.tsx'

export const meta = titled('The rules', 'The rules that moderators go by. To disagree, however strongly, breaks none.')

export const loader = pageLoader(async ({ url }) => {
  const asked = url.searchParams.get('version')
  const shown = asked === null ? currentRules : rulesVersions.find(({ version }) => String(version) === asked)
  if (!shown) throw notFound('version of the rules')
  return { shown, versions: rulesVersions.map(({ version, since }) => ({ version, since })) }
})

export default function Rules() {
  const { shown, versions } = useLoaderData<typeof loader>()
  return (
    <article className="column">
      <h1>The rules</h1>
      <p className="prose">
        Version {shown.version}, since <Time ms={Date.parse(shown.since)} />. Everything a moderator does goes by one of
        these, and stands in <a href="/moderation/log">the log</a>. To disagree, however strongly, breaks none.
      </p>
      {shown.rules.map(({ key, name, says }) => (
        <section key={key} id={key} className="prose">
          <h2>{name}</h2>
          <p>{says}</p>
        </section>
      ))}
      {versions.length > 1 ? (
        <p className="actions">
          {versions.map(({ version, since }) => (
            <a key={version} href={`/rules?version=${version}`}>
              Version {version}, since <Time ms={Date.parse(since)} />
            </a>
          ))}
        </p>
      ) : null}
    </article>
  )
}
