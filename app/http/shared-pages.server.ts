import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { now } from '#app/lib/clock.ts'
import { etagOf } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { stampOf } from '#db/stamp.ts'
import { isKnown } from './api.server.ts'
import { type Encoding, encoded, encodingFor } from './encoding.server.ts'

interface Kept {
  /** What the database held before the page was made. */
  stamp: string
  madeAt: number
  tag: string
  plain: Buffer
  smaller: Map<Encoding, Promise<Buffer>>
}

const mostBytes = 96_000_000
// Some orders follow the clock: what is hot cools down though nobody writes.
const oldest = 60_000

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'Cookie, Authorization',
}

const isPage = (answer: Response) =>
  answer.status === 200 &&
  !answer.headers.has('set-cookie') &&
  // A file is sent as one, by headers that are not kept.
  !answer.headers.has('content-disposition') &&
  answer.headers.get('content-type')?.startsWith('text/html')

/** Pages as visitors see them, made once for all of them. A page is shown for as long as nothing at all was committed since before it was made, so it can never be behind. */
export class SharedPages {
  readonly #db: Db
  readonly #pages = new LRUCache<string, Kept>({
    maxSize: mostBytes,
    // Twice: what is encoded comes beside it.
    sizeCalculation: ({ plain }, key) => 2 * (plain.length + key.length) + 1,
  })
  /** What the database held when it answered last. */
  #seen = ''
  readonly #inMaking = new Map<string, Promise<Kept | undefined>>()

  constructor(db: Db) {
    this.#db = db
  }

  /** Every page that is kept, to be searched. */
  texts(): string[] {
    return [...this.#pages.values()].map(({ plain }) => plain.toString())
  }

  /** Answers with the page that is kept, where it is fresh; says whether it did. */
  async answers(key: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const page = this.#pages.get(key)
    if (!page || !(await this.#isFresh(page))) return false
    response.setHeaders(new Map(Object.entries({ ...headers, etag: `W/${page.tag}` })))
    response.appendHeader('vary', 'Accept-Encoding')
    if (isKnown(request.headers['if-none-match'] ?? null, page.tag)) {
      response.writeHead(304).end()
      return true
    }
    const encoding = encodingFor(request.headers)
    const bytes = await bytesOf(page, encoding)
    if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
    return true
  }

  /** Where the database does not answer, the page is as good as when it last did. */
  async #isFresh({ madeAt, stamp }: Kept): Promise<boolean> {
    const held = await this.#stamp()
    return stamp === this.#seen && (held === undefined || now() - madeAt <= oldest)
  }

  /** What the database holds; nothing where it does not answer. */
  async #stamp(): Promise<string | undefined> {
    try {
      this.#seen = await stampOf(this.#db)
      return this.#seen
    } catch {
      return undefined
    }
  }

  /** Makes a page and keeps it, if everybody may be sent the same; for those who ask meanwhile it is made once. */
  async make(key: string, { headers: asked }: IncomingMessage, make: () => Promise<Response>): Promise<Response> {
    const stamp = await this.#stamp()
    if (stamp === undefined) return make()
    const job = `${stamp} ${key}`
    const underWay = this.#inMaking.get(job)
    if (underWay) return this.#sent(await underWay, asked) ?? make()
    const making = make()
    const shared = making.then((answer) => this.#keep(key, stamp, answer)).catch(() => undefined)
    this.#inMaking.set(job, shared)
    void shared.finally(() => this.#inMaking.delete(job))
    return this.#sent(await shared, asked) ?? making
  }

  #sent(page: Kept | undefined, asked: IncomingHttpHeaders): Promise<Response> | undefined {
    if (!page) return undefined
    const encoding = encodingFor(asked)
    const said = new Headers({ ...headers, vary: `${headers.vary}, Accept-Encoding`, etag: `W/${page.tag}` })
    if (encoding !== 'identity') said.set('content-encoding', encoding)
    return bytesOf(page, encoding).then((bytes) => new Response(new Uint8Array(bytes), { headers: said }))
  }

  async #keep(key: string, stamp: string, answer: Response): Promise<Kept | undefined> {
    if (!isPage(answer)) return undefined
    const plain = Buffer.from(await answer.arrayBuffer())
    const page = { stamp, madeAt: now(), tag: etagOf(plain), plain, smaller: new Map() }
    this.#pages.set(key, page)
    return page
  }
}

function bytesOf(page: Kept, encoding: Encoding): Promise<Buffer> {
  const bytes = page.smaller.get(encoding) ?? encoded(page.plain, encoding)
  page.smaller.set(encoding, bytes)
  return bytes
}

// Answers of the API are no pages; who knows the address of the other is somebody.
const isSecret = /^\/(?:api|unsubscribe|letters)\//

/** The key of a request that everybody gets the same answer to; none for who signed in, or chose something that a cookie remembers. */
export function sharedKey({ method, url = '/', headers }: IncomingMessage): string | undefined {
  const isAnyones = headers.cookie === undefined && headers.authorization === undefined
  if (method !== 'GET' || !isAnyones || isSecret.test(url)) return undefined
  return `${headers.host} ${url}`
}
