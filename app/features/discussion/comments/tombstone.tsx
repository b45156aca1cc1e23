import { daysToRestore } from '../comment.ts'

/** Stands where a comment was deleted. */
export function Tombstone({ id, mayRestore }: { id: string; mayRestore: boolean }) {
  return (
    <div className="tombstone">
      <p className="soft">This comment was deleted. What answers it stays.</p>
      {mayRestore ? <RestoreComment id={id} /> : null}
    </div>
  )
}

/** Stands where a comment was that was moved. What led to the comment here leads to the line. */
export function MovedLine({ to }: { to: string }) {
  return (
    <p className="soft" id={`c-${to}`}>
      This comment was moved, with what answers it. <a href={`/comments/${to}`}>To where it stands now</a>
    </p>
  )
}

/** The author's way back, for as long as there is one. */
export function RestoreComment({ id }: { id: string }) {
  return (
    <form method="post" action={`/comments/${id}/edit`}>
      <button className="link" type="submit" name="intent" value="restore">
        Restore it
      </button>{' '}
      <span className="soft">You can for {daysToRestore} days after deleting it.</span>
    </form>
  )
}
