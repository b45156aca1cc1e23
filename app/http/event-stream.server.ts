import type { Changed, Watch, Watched } from '#app/features/activity/watching.server.ts'
import { invalid } from '#app/lib/refusal.ts'

const mostThings = 200
/** Proxies close what is silent for a minute or so. */
const heartbeat = 25_000
/** A reader that is so many messages behind is gone, or will come again. */
const mostBehind = 500

/** Reads `?watch=post.ID~3,comment.ID`: what a page shows, with the version that it shows; or `?page=/posts/ID`. */
export function watchedIn(url: URL): Watched[] {
  const page = /^\/([a-z]+)s\/([\w-]+)$/.exec(url.searchParams.get('page') ?? '')
  const named = page ? [`${page[1]}.${page[2]}`] : (url.searchParams.get('watch')?.split(',').filter(Boolean) ?? [])
  const things = named.map((one) => /^([a-z-]{1,20})\.([\w-]{1,100})(?:~(\d{1,15}))?$/.exec(one))
  if (things.length === 0 || things.length > mostThings || things.includes(null)) {
    throw invalid({ watch: `Name 1 to ${mostThings} things, as post.ID or post.ID~VERSION, with commas between.` })
  }
  return (things as RegExpExecArray[]).map(([, kind = '', id = '', version]) => ({
    kind,
    id,
    version: version === undefined ? null : Number(version),
  }))
}

const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** An answer that goes on: an event `changed` with `{kind, id, version}` for each thing whose version rises, until the reader leaves or the site stops. */
export async function eventStream(watch: Watch, things: readonly Watched[], request: Request): Promise<Response> {
  if (request.method === 'HEAD') return new Response(null, { headers })
  const said = new Messages()
  const unwatch = await watch.add(things, { tell: (changed) => said.say(messageOf(changed)), end: () => said.end() })
  const beat = setInterval(() => said.say(': still here\n\n'), heartbeat)
  said.whenOver(() => {
    clearInterval(beat)
    unwatch()
  })
  request.signal.addEventListener('abort', () => said.end())
  if (request.signal.aborted) said.end()
  return new Response(said.stream, { headers })
}

function messageOf({ kind, id, version }: Changed): string {
  return `event: changed\ndata: ${JSON.stringify({ kind, id, version })}\n\n`
}

/** A stream of text that either side may end. */
class Messages {
  readonly stream: ReadableStream<Uint8Array>
  readonly #encoder = new TextEncoder()
  #controller!: ReadableStreamDefaultController<Uint8Array>
  #isOver = false
  #ended = () => {}

  constructor() {
    this.stream = new ReadableStream({
      start: (controller) => {
        this.#controller = controller
        this.say('retry: 1000\n\n')
      },
      cancel: () => this.#over(),
    })
  }

  whenOver(ended: () => void) {
    this.#ended = ended
    if (this.#isOver) ended()
  }

  say(text: string) {
    if (this.#isOver) return
    if ((this.#controller.desiredSize ?? 0) < -mostBehind) return this.end()
    this.#controller.enqueue(this.#encoder.encode(text))
  }

  end() {
    if (this.#isOver) return
    this.#over()
    this.#controller.close()
  }

  #over() {
    this.#isOver = true
    this.#ended()
  }
}
