import { roleWords } from '#app/features/transcripts/transcript-page.tsx'
import { counted } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import { Wide } from '#app/ui/wide.tsx'
import type { Preview, ShownTranscript, StagedFile } from '../import.ts'
import { Refusals } from './refusals.tsx'
import { kindWords, sizeOf } from './words.ts'

/** What would be made of the files. */
export function PreviewShown({ preview, files }: { preview: Preview; files: StagedFile[] }) {
  return (
    <section className="import-preview" aria-labelledby="would-be">
      <h2 id="would-be">What would be made</h2>
      <Counts preview={preview} />
      <Files preview={preview} files={files} />
      <Refusals refused={preview.refused} count={preview.refusedCount} />
    </section>
  )
}

/** How the first transcripts read, for looking at whether the files were understood. */
export function Beginnings({ shown }: { shown: ShownTranscript[] }) {
  if (shown.length === 0) return null
  return (
    <section className="import-beginnings" aria-labelledby="beginnings">
      <h2 id="beginnings">How the first read</h2>
      {shown.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <Beginning key={n} transcript={one} />
      ))}
    </section>
  )
}

function Counts({ preview }: { preview: Preview }) {
  const { fresh, existing, votes, refusedCount, labels, voters, blank, collection } = preview
  return (
    <ul className="import-counts">
      {fresh > 0 || votes === 0 ? <li>{counted(fresh, 'new transcript')}</li> : null}
      {existing > 0 ? (
        <li>
          <Count n={existing} /> already there, or twice in these files: each stays one
        </li>
      ) : null}
      {votes > 0 ? <li>{counted(votes, 'vote')} on labels; those that stand already stay</li> : null}
      {labels.length > 0 ? (
        <li>
          {counted(labels.length, 'label')}: {labels.slice(0, 8).join(', ')}
          {labels.length > 8 ? ' …' : ''}
        </li>
      ) : null}
      {voters > 0 ? <li>{counted(voters, 'voter')}, each an unclaimed member</li> : null}
      {blank > 0 ? <li>{counted(blank, 'row')} without a verdict, left out</li> : null}
      {refusedCount > 0 ? (
        <li>
          <Count n={refusedCount} /> refused, see below
        </li>
      ) : null}
      {collection && votes === 0 ? (
        <li>
          The collection {collection.id}
          {collection.isNew ? ', which is made,' : `, with ${collection.holds.toLocaleString('en')} now,`} will hold{' '}
          {counted(collection.willHold, 'transcript')}
        </li>
      ) : null}
    </ul>
  )
}

/** More files than this are folded, so that what is to be decided stays in sight. */
const mostSeen = 12

function Files(props: { preview: Preview; files: StagedFile[] }) {
  const { length } = props.preview.files
  if (length <= mostSeen) return <FileTable {...props} />
  return (
    <details>
      <summary>{counted(length, 'file')}, and what each was taken for</summary>
      <FileTable {...props} />
    </details>
  )
}

function FileTable({ preview, files }: { preview: Preview; files: StagedFile[] }) {
  return (
    <Wide label="The files">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Size</th>
            <th scope="col">Taken for</th>
            <th scope="col">Records</th>
          </tr>
        </thead>
        <tbody>
          {preview.files.map(({ name, kind, records }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
            <tr key={n}>
              <th scope="row">{name}</th>
              <td>{sizeOf(files[n]?.size ?? 0)}</td>
              <td>{kindWords[kind]}</td>
              <td>{kind === 'verdicts' || kind === 'predictions' ? '' : records.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Beginning({ transcript }: { transcript: ShownTranscript }) {
  const { title, model, turnCount, turns } = transcript
  const rest = turnCount - turns.length
  return (
    <article className="import-transcript turn-preview">
      <h3>{title}</h3>
      <p className="meta">
        {model ? <span>{model}</span> : null}
        <span>{counted(turnCount, 'turn')}</span>
      </p>
      <ol start={0}>
        {turns.map(({ role, speaker, text }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={n} className={`turn ${role}`}>
            <p className="turn-head">
              <span className="turn-role">{roleWords[role as keyof typeof roleWords]}</span>
              {speaker ? <span>{speaker}</span> : null}
            </p>
            <p className="turn-words">{text || <span className="soft">(nothing)</span>}</p>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className="soft">And {counted(rest, 'more turn')}.</p> : null}
    </article>
  )
}
