import { useActionData, useLoaderData } from '@remix-run/react'
import { findSubscriber, unsubscribe } from '#app/features/notifications/digest/digests.server.ts'
import { titled } from '#app/http/found/head.ts'
import { openAction, pageLoader } from '#app/http/page.server.ts'

export const meta = titled('No more digests')

export const loader = pageLoader(async ({ db, params }) => ({
  handle: (await findSubscriber(db, params.token)).handle,
}))

/** Answers by itself: a mail program that presses the button (RFC 8058) follows no redirects. */
export const action = openAction(async ({ db, params }) => {
  await unsubscribe(db, params.token)
  return { isDone: true }
})

/** Opening the link changes nothing, since programs that look at mails for people open links too. */
export default function Unsubscribe() {
  const { handle } = useLoaderData<typeof loader>()
  const isDone = (useActionData() as { isDone?: boolean } | undefined)?.isDone
  return (
    <section className="column">
      <h1>No more digests</h1>
      {isDone ? (
        <p role="status">
          Done: {handle} gets no more digests. <a href="/settings/notifications">Change it again</a>
        </p>
      ) : (
        <form method="post">
          <p>Digests of what is new go to {handle}. On the site nothing changes.</p>
          <button className="button" type="submit">
            Stop them
          </button>
        </form>
      )}
    </section>
  )
}
