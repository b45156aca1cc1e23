/** What an author does with a post as a whole: publish it, take it back, delete it. */
export function PostSteps({ isPublished }: { isPublished: boolean }) {
  return (
    <>
      <form method="post" className="deleting">
        <p className="soft">
          {isPublished
            ? 'Taken back, it can be read by its authors alone; its thread is kept for when it is published again.'
            : 'Published, everybody can read and answer it.'}
        </p>
        <button className="button quiet" type="submit" name="intent" value={isPublished ? 'unpublish' : 'publish'}>
          {isPublished ? 'Unpublish this post' : 'Publish this post'}
        </button>
      </form>
      <form method="post" className="deleting">
        <p className="soft">
          Deleting leaves a tombstone in its place; the thread below stays. You can restore it for 30 days.
        </p>
        <button className="button quiet" type="submit" name="intent" value="delete">
          Delete this post
        </button>
      </form>
    </>
  )
}
