import type { Fields } from './draft.ts'
import { DraftParts } from './draft-parts.tsx'
import type { DraftOnPage } from './draft-steps.server.ts'

/** What an answer begins with. */
export interface Begun {
  values: Fields
  draft: DraftOnPage
}

export const answerId = 'answer'

/** Answers with words alone, under a thread. A draft that holds more than words goes on at its own page. */
export function AnswerForm({ begun: { values, draft } }: { begun: Begun }) {
  const hasMore = Object.entries(values).some(([name, value]) => name !== 'body' && value.trim() !== '')
  if (hasMore) return <GoOn draft={draft} body={values.body ?? ''} />
  return (
    <form method="post" action={draft.path} className="answer-form" id={answerId} data-draft={draft.place}>
      <AnswerField words={values.body}>
        Select words above to quote them. Everybody can read an answer; you can edit it.
      </AnswerField>
      <p className="actions">
        <button className="button" type="submit">
          Answer
        </button>
        <button className="link" type="submit" name="intent" value="claim" formNoValidate>
          With evidence, or for or against a framing
        </button>
      </p>
      <DraftParts draft={draft} refused={undefined} sent={undefined} />
    </form>
  )
}

function AnswerField({ words, children }: { words?: string; children: string }) {
  return (
    <div className="field">
      <label htmlFor="answer-body">Your answer</label>
      <p className="hint" id="answer-hint">
        {children}
      </p>
      <textarea
        id="answer-body"
        name="body"
        rows={4}
        className="prose-input"
        defaultValue={words}
        aria-describedby="answer-hint"
        required
      />
    </div>
  )
}

/** For who is not signed in: what they write goes along through that, and waits as their draft. */
export function VisitorAnswer({ path }: { path: string }) {
  return (
    <form method="post" action={path} className="answer-form" id={answerId}>
      <AnswerField>Write it first; you sign in or join as you send it, and what you wrote comes along.</AnswerField>
      <button className="button" type="submit">
        Answer
      </button>
    </form>
  )
}

function GoOn({ draft, body }: { draft: DraftOnPage; body: string }) {
  return (
    <div className="answer-form" id={answerId}>
      <p className="soft">You have begun an answer: {body || 'no words yet'}</p>
      <p className="actions">
        <a className="button" href={draft.path}>
          Go on with it
        </a>
      </p>
    </div>
  )
}
