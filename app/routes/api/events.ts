import { endpoint, streaming } from '#app/http/api.server.ts'
import { eventStream, watchedIn } from '#app/http/event-stream.server.ts'

const events = endpoint({
  get: streaming(
    {
      summary: 'Server-sent events: `changed`, with kind, id and version, for each change of what is watched.',
      answers: 'text/event-stream',
      query: {
        page: 'The path of the page, as /posts/ID; or',
        watch: 'what it shows, as post.ID or post.ID~VERSION, with commas between; at most 200',
      },
    },
    async ({ watch, url, request }) => eventStream(watch, watchedIn(url), request),
  ),
})

export const loader = events
export const action = events
