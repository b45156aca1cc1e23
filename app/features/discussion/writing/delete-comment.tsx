/** The way to delete a comment, on the page that edits it. */
export function DeleteComment() {
  return (
    <form method="post" className="deleting">
      <p className="soft">Deleting leaves a tombstone in its place; its replies stay.</p>
      <button className="button quiet" type="submit" name="intent" value="delete">
        Delete this comment
      </button>
    </form>
  )
}
