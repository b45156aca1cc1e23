import { type Answered, subjectPath } from '../comment.ts'
import { draftForm } from '../drafts/draft-form.tsx'
import { Prose } from '../prose.tsx'

/** What is being answered: the comment, or the subject by name. */
export function AnsweredAbove({ answered: { subject, parent, lacksParent } }: { answered: Answered }) {
  return (
    <>
      <p className="answering">
        On the {subject.kind} <a href={subjectPath(subject)}>{subject.title}</a>
        {parent ? `, answering ${parent.author.handle}:` : ''}
      </p>
      {lacksParent ? (
        <div className="notice">
          <p>The comment that this address answers is not in this thread.</p>
          <p className="actions">
            <button
              className="button quiet"
              type="submit"
              form={draftForm}
              formAction={`/comments/new?on=${subject.kind}.${subject.id}`}
              name="intent"
              value="instead"
            >
              {`Answer the ${subject.kind} instead`}
            </button>
          </p>
        </div>
      ) : null}
      {parent ? (
        <blockquote className="answered">
          <Prose html={parent.html} />
        </blockquote>
      ) : null}
    </>
  )
}
