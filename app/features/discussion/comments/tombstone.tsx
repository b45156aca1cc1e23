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
