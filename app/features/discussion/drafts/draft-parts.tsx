import type { RefusedForm } from '#app/http/refusals.server.ts'
import { counted } from '#app/ui/plain.tsx'
import type { Draft, Fields } from './draft.ts'
import type { DraftOnPage } from './draft-steps.server.ts'

const timeOf = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ', ')

/** When a draft was saved, to the minute. */
export function SavedAt({ ms }: { ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()} data-minutes="">
      {timeOf(ms)} UTC
    </time>
  )
}

/** Within a form that keeps no draft as one types: from which it began, so that sending it is the end of that one. */
export function BegunFrom({ draft: { revision, window, savedAt } }: { draft: DraftOnPage }) {
  if (savedAt === null) return null
  return (
    <>
      <input type="hidden" name="draft.revision" value={revision} autoComplete="off" />
      <input type="hidden" name="draft.window" value={window} autoComplete="off" />
      <p className="notice" role="status">
        What you typed before is in the form again. It is not sent yet.
      </p>
    </>
  )
}

interface Sent {
  draft: DraftOnPage
  refused: RefusedForm | undefined
  /** What the form held when it was sent, and is shown again. */
  sent: Fields | undefined
}

/** Stands within the form: what it began from, and where it is said what became of it. */
export function DraftParts({ draft, refused, sent = {} }: Sent) {
  const newer = refused?.more.newer as Draft | undefined
  const window = (refused?.more.window as string | undefined) ?? sent['draft.window'] ?? draft.window
  return (
    <>
      <input type="hidden" name="draft.revision" value={sent['draft.revision'] ?? draft.revision} autoComplete="off" />
      <input type="hidden" name="draft.window" value={window} autoComplete="off" />
      <Choice newer={newer} path={draft.path} />
      <p className="draft-line meta">
        <span role="status" data-draft-line="">
          {draft.savedAt === null ? null : (
            <>
              Draft of <SavedAt ms={draft.savedAt} />.
            </>
          )}
        </span>
        <button className="link" type="submit" name="intent" value="draft" formNoValidate>
          Keep as draft
        </button>
        <a href="/drafts">All drafts</a>
      </p>
    </>
  )
}

/** Both drafts, where two windows wrote at one place. The script shows it as the answer to a save says so. */
function Choice({ newer, path }: { newer: Draft | undefined; path: string }) {
  return (
    <section className="notice draft-choice" aria-label="A newer draft" hidden={!newer}>
      <p>Another window saved a newer draft here. Yours is in the form below, and is set aside beside it.</p>
      <details>
        <summary>The newer draft</summary>
        <pre className="source">{newer ? wordsIn(newer) : ''}</pre>
      </details>
      <p className="actions">
        <button className="button quiet" type="submit" name="intent" value={`draft ${newer?.revision ?? 0}`}>
          Keep mine
        </button>
        <a href={path}>Go on with the newer one</a>
      </p>
    </section>
  )
}

function wordsIn({ fields: { title, statement, body, context } }: Draft): string {
  return [title ?? statement, body ?? context].filter(Boolean).join('\n\n')
}

/** Above the form: that it begins with a draft, and what else was typed here and is set aside. */
export function DraftNotice({ draft }: { draft: DraftOnPage }) {
  const { savedAt, aside, path } = draft
  const joiner = path.includes('?') ? '&' : '?'
  if (savedAt === null && aside.length === 0) return null
  return (
    <form method="post" action={path} className="notice draft-notice">
      {savedAt === null ? null : (
        <p className="actions">
          <span>This is your draft.</span>
          <button className="link" type="submit" name="intent" value="discard">
            Throw it away
          </button>
        </p>
      )}
      {aside.length > 0 ? (
        <details>
          <summary>{counted(aside.length, 'other draft')} typed here in another window</summary>
          <ul className="list">
            {aside.map(({ id, words, savedAt: at }) => (
              <li key={id}>
                <p>{words || 'No words yet.'}</p>
                <p className="actions">
                  <SavedAt ms={at} />
                  <a href={`${path}${joiner}copy=${id}`}>Put it into the form</a>
                  <button className="link" type="submit" name="intent" value={`drop ${id}`}>
                    Throw it away
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </form>
  )
}
