const rooms = [
  ['/claims', 'Claims'],
  ['/posts', 'Posts'],
  ['/transcripts', 'Transcripts'],
  ['/labels', 'Labels'],
] as const

export function Header({ handle, path }: { handle: string | null; path: string }) {
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
      <div className="who">{handle ? <SignedIn handle={handle} /> : <SignedOut path={path} />}</div>
    </header>
  )
}

function SignedIn({ handle }: { handle: string }) {
  return (
    <>
      <a className="button quiet" href="/posts/new">
        Write
      </a>
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

export function Footer() {
  return (
    <footer className="site-footer">
      <p>Parallax: where people stand on what a model did, and how much of that is only the standpoint.</p>
      <p>
        <a href="/api">API</a> <a href="/keys">Keys: press ?</a>
      </p>
    </footer>
  )
}
