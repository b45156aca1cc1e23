const rooms = [
  ['/claims', 'Claims'],
  ['/posts', 'Posts'],
  ['/transcripts', 'Transcripts'],
  ['/labels', 'Labels'],
  ['/concepts', 'Map'],
] as const

interface HeaderProps {
  handle: string | null
  /** Notifications, counted up to 100. */
  unread: number
  /** How much waits for moderators, where one reads. */
  waiting?: number | null
  path: string
}

export function Header({ handle, unread, waiting, path }: HeaderProps) {
  return (
    <header className="site-header">
      <a className="wordmark" href="/">
        Parallax
      </a>
      <nav aria-label="Site">
        <ul>
          {rooms.map(([href, name]) => (
            <li key={href}>
              <a href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {path === '/search' ? null : <SearchBox />}
      <Who handle={handle} unread={unread} waiting={waiting} path={path} />
    </header>
  )
}

/** Who is signed in, or how to; an empty handle stands for any member. */
export function Who({ handle, unread, waiting = null, path }: HeaderProps) {
  return (
    <div className="who" id={whoId}>
      {handle === null ? <SignedOut path={path} /> : <SignedIn handle={handle} unread={unread} waiting={waiting} />}
    </div>
  )
}

export const whoId = 'who'

/** A field where there is room for one, else the way to the page that has it. */
function SearchBox() {
  return (
    <search>
      <form action="/search" className="search-box">
        <input type="search" name="q" aria-label="Search the site" placeholder="Search" autoComplete="off" />
        <button type="submit" aria-label="Search">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M12.7 12.7 17 17M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0" />
          </svg>
        </button>
      </form>
    </search>
  )
}

/** The bell; how many wait to be read is said in words too. */
function Bell({ unread }: { unread: number }) {
  const count = unread >= 100 ? '99+' : String(unread)
  return (
    <a
      className="bell"
      id="bell"
      href="/notifications"
      aria-label={unread ? `Notifications, ${count} unread` : 'Notifications'}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M4.5 14.5h11l-1.5-2.2V8.5a4 4 0 0 0-8 0v3.8zM8.3 16.7a1.8 1.8 0 0 0 3.4 0" />
      </svg>
      {unread ? <b>{count}</b> : null}
    </a>
  )
}

/** What was flagged or appealed; nothing where nothing waits. */
function Waiting({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <a className="bell" href="/moderation" aria-label={`Waiting for moderators, ${count}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M5 17.5v-15M5 3.5h10l-2.5 3.5 2.5 3.5H5" />
      </svg>
      <b>{count}</b>
    </a>
  )
}

function SignedIn({ handle, unread, waiting }: { handle: string; unread: number; waiting: number | null }) {
  return (
    <>
      <a className="button quiet" href="/posts/new">
        Write
      </a>
      <Bell unread={unread} />
      <Waiting count={waiting ?? 0} />
      <details className="own">
        <summary>
          <span>{handle}</span>
        </summary>
        <ul>
          <li>
            <a href={`/members/${handle}`}>Your page</a>
          </li>
          <li>
            <a href="/drafts">Drafts</a>
          </li>
          <li>
            <a href="/settings">Settings</a>
          </li>
          {waiting === null ? null : (
            <li>
              <a href="/moderation">What waits for moderators</a>
            </li>
          )}
          <li>
            <form method="post" action="/sign-out">
              <button className="link" type="submit">
                Sign out
              </button>
            </form>
          </li>
        </ul>
      </details>
    </>
  )
}

function SignedOut({ path }: { path: string }) {
  const to =
    path === '/' || path.startsWith('/sign-in') || path.startsWith('/join') ? '' : `?to=${encodeURIComponent(path)}`
  return (
    <>
      <a href={`/sign-in${to}`}>Sign in</a>
      <a className="button" href={`/join${to}`}>
        Join
      </a>
    </>
  )
}

/** `feed`: the address of the feed that the page is also to be had as. */
export function Footer({ feed }: { feed?: string }) {
  return (
    <footer className="site-footer">
      <p>Parallax: where people stand on what a model did, and how much of that is only the standpoint.</p>
      <p>
        <a href="/about">About</a> <a href="/guide">Guide</a> <a href="/numbers">The numbers</a> <a href="/api">API</a>{' '}
        <a href="/keys">Keys: press ?</a> <a href="/rules">Rules</a>{' '}
        {feed ? <a href={feed}>Feed of this page</a> : null}
      </p>
    </footer>
  )
}
