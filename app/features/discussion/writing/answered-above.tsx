import { type Answered, subjectPath } from '../comment.ts'
import { Prose } from '../prose.tsx'

/** What is being answered: the comment, or the subject by name. */
export function AnsweredAbove({ answered: { subject, parent } }: { answered: Answered }) {
  return (
    <>
      <p className="answering">
        On the {subject.kind} <a href={subjectPath(subject)}>{subject.title}</a>
        {parent ? `, answering ${parent.author.handle}:` : ''}
      </p>
      {parent ? (
        <blockquote className="answered">
          <Prose html={parent.html} />
        </blockquote>
      ) : null}
    </>
  )
}
