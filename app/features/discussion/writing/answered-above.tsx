import { type Answered, subjectPath } from '../comment.ts'

/** What is being answered: the comment, or the subject by name. */
export function AnsweredAbove({ answered: { subject, parent } }: { answered: Answered }) {
  return (
    <>
      <p>
        On the {subject.kind} <a href={subjectPath(subject)}>{subject.title}</a>
        {parent ? `, answering ${parent.author.handle}:` : ''}
      </p>
      {parent ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised when it was written
        <blockquote className="answered prose" dangerouslySetInnerHTML={{ __html: parent.html }} />
      ) : null}
    </>
  )
}
