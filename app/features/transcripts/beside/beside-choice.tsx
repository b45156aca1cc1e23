import { Submit, TextField } from '#app/ui/form.tsx'
import type { TranscriptFacts } from '../transcript.ts'

type Choice = Pick<TranscriptFacts, 'id' | 'title' | 'model' | 'condition'> & { same: boolean }

/** Chooses what to read a transcript beside: one of its collections, or any by its address. */
export function BesideChoice({ transcriptId, choices }: { transcriptId: string; choices: Choice[] }) {
  return (
    <>
      {choices.length === 0 ? null : (
        <ul className="list beside-choices">
          {choices.map(({ id, title, model, condition, same }) => (
            <li key={id}>
              <a href={`/transcripts/${transcriptId}/beside/${id}`}>{title}</a>
              <p className="meta">
                {model ? <span>{model}</span> : null}
                {condition ? <span>{condition}</span> : null}
                {same ? <span>begins with the same words</span> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form>
        <TextField name="with" label="Any other, by its address" isRequired />
        <Submit>Read beside it</Submit>
      </form>
    </>
  )
}
