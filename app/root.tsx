import proseFont from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { mayUse } from './features/accounts/member.ts'
import { isAnyMember } from './features/accounts/signing-in/any-member.ts'
import { feedPath } from './features/exchange/feeds/feed.ts'
import { feedsOn } from './features/exchange/feeds/feed-places.ts'
import { waitingCount } from './features/moderation/acts/waiting.server.ts'
import { unreadCount } from './features/notifications/notifications.server.ts'
import { waysOn } from './http/found/ways-on.ts'
import { overlayAt } from './http/overlay/address.ts'
import { pageLoader } from './http/page.server.ts'
import { FeedLinks } from './ui/feed-links.tsx'
import { Footer, Header } from './ui/page.tsx'
import styles from './ui/styles.css?url'

const icons = [
  { rel: 'icon', href: '/favicon.png', type: 'image/png', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: proseFont, crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  ...icons,
]

/** Stands where a page breaks; each page that is shown has a title of its own. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${saidOf(error).title} · Parallax` : 'Parallax' },
  { name: 'robots', content: 'noindex' },
]

const loadMember = pageLoader(async ({ db, env, member, url: { pathname: path, search } }) => {
  const feeds = feedsOn(path, search).map((feed) => {
    return { title: feed.title, atom: feedPath(feed.path, 'atom'), json: feedPath(feed.path, 'json') }
  })
  return {
    origin: env.ORIGIN,
    handle: member?.handle ?? null,
    unread: await unreadCount(db, member),
    waiting: await waitingCount(db, member),
    path,
    feeds,
    overlay: isAnyMember(member) ? overlayAt(path + search) : undefined,
    // Whom pages may be made for together.
    scripted: member && !mayUse(member, 'moderate') ? '' : undefined,
  }
})

/** Remix writes out what all loaders gave, for a framework in the browser. There is none here, and with long threads that took longest of all: it ends at what cannot be read. */
const beside: PropertyDescriptorMap = {
  writtenOut: {
    enumerable: true,
    get() {
      throw new Error('Nothing is written out beside a page.')
    },
  },
}

export async function loader(args: LoaderFunctionArgs) {
  const site = { ...(await loadMember(args)), script: args.context.script }
  return Object.defineProperties(site, beside)
}

export function Layout({ children }: { children: ReactNode }) {
  const site = useRouteLoaderData<typeof loader>('root')
  // What is not there has no feed.
  const feeds = useRouteError() ? [] : (site?.feeds ?? [])
  return (
    <html lang="en" data-overlay={site?.overlay} data-scripted={site?.scripted}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* The paper of ui/tokens.css. */}
        <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#191714" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
        {site?.overlay ? <link rel="preload" as="fetch" href={site.overlay} crossOrigin="anonymous" /> : null}
        <FeedLinks feeds={feeds} />
        {site ? <script type="module" src={site.script} /> : null}
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <Header
          handle={site?.handle ?? null}
          unread={site?.unread ?? 0}
          waiting={site?.waiting}
          path={site?.path ?? '/'}
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer feed={feeds[0]?.atom} />
      </body>
    </html>
  )
}

export default function Page() {
  useLoaderData<typeof loader>()
  return <Outlet />
}

/** What the framework refuses by itself, and says nothing of. */
const plainly: Record<number, { title: string; detail: string }> = {
  404: { title: 'There is no such page', detail: 'Nothing is kept at this address.' },
  405: { title: 'This page takes no such request', detail: 'It can be read, not written to.' },
}

const broken = {
  title: 'Something broke here',
  detail: 'It is noted in the log. Nothing that was saved before is lost.',
}

function saidOf(error: unknown): { title: string; detail: string } {
  if (!isRouteErrorResponse(error)) return broken
  const refused = error.data as { title?: string; detail?: string } | null
  const otherwise = plainly[error.status] ?? broken
  return { title: refused?.title ?? otherwise.title, detail: refused?.detail ?? otherwise.detail }
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { title, detail } = saidOf(error)
  const site = useRouteLoaderData<typeof loader>('root')
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <section className="column error-page">
      <h1>{title}</h1>
      <p>{detail}</p>
      <p className="actions">
        {waysOn({ status, path: site?.path ?? '/', isSignedIn: Boolean(site?.handle) }).map(({ href, words }) => (
          <a key={href} href={href}>
            {words}
          </a>
        ))}
      </p>
    </section>
  )
}
