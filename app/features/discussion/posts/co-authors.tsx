import { Form, Submit, TextField, useRefused } from '#app/ui/form.tsx'
import { MemberLink } from '#app/ui/plain.tsx'
import type { Author } from '../bearing.ts'

/** Who writes a post, and who was asked to; its author asks others and takes them off. */
export function CoAuthorList(props: { author: Author; coAuthors: Author[]; invited: Author[]; mayAsk: boolean }) {
  const { author, coAuthors, invited, mayAsk } = props
  return (
    <>
      <ul className="list">
        <li>
          <MemberLink handle={author.handle} /> <span className="soft">began it</span>
        </li>
        {coAuthors.map((one) => (
          <One key={one.id} one={one} says="wrote it with them" mayRemove={mayAsk} />
        ))}
        {invited.map((one) => (
          <One key={one.id} one={one} says="was asked, and is not named yet" mayRemove={mayAsk} />
        ))}
      </ul>
      {mayAsk ? <AskForm /> : null}
    </>
  )
}

function One({ one: { id, handle }, says, mayRemove }: { one: Author; says: string; mayRemove: boolean }) {
  return (
    <li>
      <form method="post" className="actions">
        <MemberLink handle={handle} /> <span className="soft">{says}</span>
        <input type="hidden" name="memberId" value={id} />
        {mayRemove ? (
          <button className="link" type="submit" name="intent" value="remove">
            Take off<span className="visually-hidden"> {handle}</span>
          </button>
        ) : null}
      </form>
    </li>
  )
}

function AskForm() {
  return (
    <Form refused={useRefused()} className="card">
      <TextField
        name="handle"
        label="Ask a member to be its author with you"
        hint="Their handle. They are named, and may edit, once they accept."
        isRequired
      />
      <Submit name="intent" value="ask">
        Ask
      </Submit>
    </Form>
  )
}

/** For who was asked: to answer, or, having accepted, to leave. */
export function OwnCoAuthorship({ isAuthor }: { isAuthor: boolean }) {
  return (
    <form method="post" className="notice">
      <p>
        {isAuthor
          ? 'You are named as an author of this post, and may edit it.'
          : 'You are asked to be an author of this post: to be named, and to edit it. Nobody votes on their own: a vote of yours on it is taken back.'}
      </p>
      <p className="actions">
        {isAuthor ? null : (
          <button className="button" type="submit" name="intent" value="accept">
            Accept
          </button>
        )}
        <button className="button quiet" type="submit" name="intent" value="leave">
          {isAuthor ? 'Leave' : 'No, thanks'}
        </button>
      </p>
    </form>
  )
}
