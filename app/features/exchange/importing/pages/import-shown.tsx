import type { ReactNode } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'
import { Form } from '#app/ui/form.tsx'
import { counted } from '#app/ui/plain.tsx'
import { type Import, importable, type Preview, type Progress, recordsIn } from '../import.ts'
import { ImportSettings } from './import-form.tsx'
import { Beginnings, PreviewShown } from './preview-shown.tsx'
import { Refusals } from './refusals.tsx'

export interface ImportShownProps {
  shown: Import
  collections: { id: string; title: string }[]
  /** The first of what it brought. */
  brought: { id: string; title: string; model: string | null }[]
  refused?: RefusedForm
}

/** An import wherever it is: looked at, decided on, under way or over. */
export function ImportShown({ shown, collections, brought, refused }: ImportShownProps) {
  const { state, preview, report } = shown
  if (state === 'staging' || state === 'reading') return <Waiting>The files are being looked at …</Waiting>
  if (state === 'stopping') return <Waiting>It is being stopped …</Waiting>
  if (state === 'waiting') return <Waiting mayStop>It waits its turn …</Waiting>
  if (state === 'running') return <Running report={report} preview={preview} />
  if (state === 'staged') return <Staged shown={shown} collections={collections} refused={refused} />
  return <Over shown={shown} brought={brought} />
}

/** With script the page follows by itself; without it one reloads. */
function Waiting({ children, mayStop = false }: { children: ReactNode; mayStop?: boolean }) {
  return (
    <>
      <p role="status">{children}</p>
      <Form className="actions">
        <a className="button quiet" href="?">
          Look how far it is
        </a>
        {mayStop ? (
          <button className="button quiet" type="submit" name="intent" value="stop">
            Stop it
          </button>
        ) : null}
      </Form>
    </>
  )
}

function Running({ report, preview }: { report: Progress | null; preview: Preview | null }) {
  const done = report ? report.created + report.existing + report.refusedCount : 0
  const all = preview ? recordsIn(preview) : undefined
  return (
    <>
      <progress aria-label="How far the import is" max={all} value={all ? Math.min(done, all) : undefined} />
      <Waiting mayStop>
        {done.toLocaleString('en')}
        {all ? ` of ${all.toLocaleString('en')}` : ''}: <Counts report={report} />. You may leave this page: it goes on.
      </Waiting>
    </>
  )
}

function Counts({ report }: { report: Progress | null }) {
  const { created = 0, existing = 0, refusedCount = 0 } = report ?? {}
  const [made, there, not] = [created, existing, refusedCount].map((n) => n.toLocaleString('en'))
  return (
    <>
      {made} created, {there} already there, {not} refused
    </>
  )
}

function Staged({ shown, collections, refused }: Omit<ImportShownProps, 'brought'>) {
  const { preview, failure, files, format, collection, classifier } = shown
  const count = preview ? importable(preview) : 0
  const what = preview && preview.votes === count ? 'vote' : 'transcript'
  return (
    <>
      <p>Nothing is made yet. The files wait here for a day; only you see them.</p>
      {failure ? <p className="error">{failure}</p> : null}
      {preview ? <PreviewShown preview={preview} files={files} /> : null}
      <Form refused={refused} className="import-decision">
        <details open={count === 0 || refused !== undefined}>
          <summary>Not as it should be?</summary>
          <ImportSettings typed={{ format, collection, classifier }} collections={collections} />
          <button className="button quiet" type="submit" name="intent" value="look">
            Look again
          </button>
        </details>
        {count === 0 ? <p className="notice">There is nothing in these files to import.</p> : null}
        <div className="actions">
          <button className="button quiet" type="submit" name="intent" value="discard">
            Throw away
          </button>
          {count > 0 ? (
            <button className="button" type="submit" name="intent" value="import">
              Import {counted(count, what)}
            </button>
          ) : null}
        </div>
      </Form>
      <Beginnings shown={preview?.shown ?? []} />
    </>
  )
}

const began: Partial<Record<Import['state'], string>> = { done: 'Done: ', stopped: 'Stopped: ' }

function Over({ shown, brought }: { shown: Import; brought: ImportShownProps['brought'] }) {
  const { report, failure, state, attempts, collection } = shown
  return (
    <>
      <p role="status">
        {began[state] ?? 'Not imported. '}
        {report ? <Counts report={report} /> : null}
        {report?.blank ? `; ${counted(report.blank, 'row')} without a verdict left out` : ''}.
      </p>
      {failure ? <p className="error">{failure}</p> : null}
      {state === 'stopped' ? (
        <p>What was created stays. The same files brought again go on: what is there already is found.</p>
      ) : null}
      {attempts > 1 && state === 'done' ? (
        <p className="soft">
          The site was restarted meanwhile, and it went on. Votes cast before that count as already there.
        </p>
      ) : null}
      {collection && brought.length > 0 ? (
        <p>
          <a className="button" href={`/collections/${collection}`}>
            To the collection
          </a>
        </p>
      ) : null}
      <Made brought={brought} left={(report?.ids.length ?? 0) - brought.length} />
      {report ? <Refusals refused={report.refused} count={report.refusedCount} /> : null}
      <p>
        <a href="/imports/new">Import more</a>
      </p>
    </>
  )
}

/** The first of it by name, and how many more there are. */
function Made({ brought, left }: { brought: ImportShownProps['brought']; left: number }) {
  if (brought.length === 0) return null
  return (
    <>
      <h2>What it brought</h2>
      <ul className="import-brought">
        {brought.map(({ id, title, model }) => (
          <li key={id}>
            <a href={`/transcripts/${id}`}>{title}</a> {model ? <span className="soft">{model}</span> : null}
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="soft">And {left.toLocaleString('en')} more.</p> : null}
    </>
  )
}
