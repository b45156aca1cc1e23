import { Diff } from '../diff.tsx'

/** A post as somebody else saved it while one wrote. */
export interface PostNow {
  revision: number
  title: string
  body: string
}

/** What was saved meanwhile beside what was typed: nothing of either is lost. */
export function Meanwhile({ current: { revision, title, body }, typed }: { current: PostNow; typed: string }) {
  return (
    <section className="card preview" aria-label="What was saved meanwhile">
      <p className="meta">Revision {revision}, saved while you wrote. Saving again puts what you typed in its place.</p>
      <h2>{title}</h2>
      <details open>
        <summary>From that to what you typed</summary>
        <Diff from={body} to={typed} />
      </details>
      <details>
        <summary>All of it</summary>
        <pre className="source">{body}</pre>
      </details>
    </section>
  )
}
