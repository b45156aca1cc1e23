import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { apiRoutes } from '#app/http/api-routes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { operationsOf } from '#app/http/openapi.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled('API', 'The HTTP API: JSON in and out, OpenAPI 3.1, feeds, and W3C Web Annotations.')

export const loader = pageLoader(async ({ env }) => ({
  origin: env.ORIGIN,
  operations: operationsOf(apiRoutes).map(({ path, method, operation }) => ({
    path,
    method: method.toUpperCase(),
    summary: operation.summary,
    signedIn: operation.signedIn,
  })),
}))

export default function Api() {
  const { origin, operations } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>API</h1>
      <div className="prose">
        <p>
          JSON in and out, under <code>{origin}/api/v1</code>. Everything public is read without an account; writes take
          a personal access token: <code>Authorization: Bearer plx_…</code>, made by{' '}
          <code>npx parallax token add HANDLE</code>.
        </p>
        <p>
          Refusals are <code>application/problem+json</code> with sentences by field. Lists take <code>limit</code> (1
          to 200) and <code>cursor</code>, and answer <code>items</code> and <code>next</code>. A write with an{' '}
          <code>Idempotency-Key</code> happens once however often it is sent. Reads carry an <code>ETag</code>. Offsets
          and limits count Unicode code points.
        </p>
        <p>
          Every list page has twins for readers of feeds: <code>.atom</code> and <code>.json</code> (JSON Feed) after
          its path, as <code>/posts.atom?sort=hot</code> or <code>/search.json?q=faking</code>.
        </p>
        <p>
          The whole of it, with every body and answer: <a href="/api/v1/openapi.json">openapi.json</a>.
        </p>
      </div>
      <dl className="operations">
        {operations.map(({ path, method, summary, signedIn }) => (
          <div key={method + path}>
            <dt>
              <code>
                {method} {withBreaks(path)}
              </code>
            </dt>
            <dd>
              {withCode(summary)}
              {signedIn && !/\b[Ff]or (?:moderators|who)/.test(summary) ? ' For members.' : ''}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What stands between backticks is code. */
const withCode = (words: string) =>
  words.split('`').map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, which never move
    <Fragment key={index}>{index % 2 ? <code>{part}</code> : part}</Fragment>
  ))

/** An address may break before each of its parts, and nowhere else. */
const withBreaks = (path: string) =>
  path.split(/(?=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address, which never move
    <Fragment key={index}>
      <wbr />
      {part}
    </Fragment>
  ))
