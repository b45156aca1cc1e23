import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { now } from '#app/lib/clock.ts'
import { etagOf } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { stampNow, stampOf } from '#db/stamp.ts'
import { isKnown } from './api.server.ts'
import { type Encoding, encoded, encodingFor } from './encoding.server.ts'

interface Kept {
  /** What the database held before the page was made. */
  stamp: string
  madeAt: number
  tag: string
  /** What is said of it whenever it is asked for: names and values in turn. */
  said: string[]
  plain: Buffer
  smaller: Map<Encoding, Promise<Buffer>>
  /** Of those, what is there. */
  ready: Map<Encoding, Buffer>
  facts?: Facts
}

/** What a page that members share noted of itself while it was made. */
type Facts = ReadonlyMap<string, unknown>

const mostBytes = 48_000_000
// Some orders follow the clock: what is hot cools down though nobody writes.
const oldest = 60_000

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'Cookie, Authorization',
}
const varies = `${headers.vary}, Accept-Encoding`

const isPage = (answer: Response) =>
  answer.status === 200 &&
  !answer.headers.has('set-cookie') &&
  // A file is sent as one, by headers that are not kept.
  !answer.headers.has('content-disposition') &&
  answer.headers.get('content-type')?.startsWith('text/html')

type Make = () => Promise<{ answer: Response; facts?: Facts }>

/** Pages as visitors see them, and as any member does, made once for all of them. A page is shown for as long as nothing that pages show was committed since before it was made, so it can never be behind. */
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

  /** What the page that was kept last noted of itself. */
  factsOf(key: string): Facts | undefined {
    return this.#pages.get(key)?.facts
  }

  /** Sends the page that is kept without waiting for anything, where the engine can say at once that it is fresh; says whether it did. `beside` are names and values in turn, as node writes them quickest. */
  sends(key: string, { headers: asked }: IncomingMessage, response: ServerResponse, beside: readonly string[]) {
    const page = this.#pages.get(key)
    if (!page || now() - page.madeAt > oldest || page.stamp !== this.#stampNow()) return false
    const known = asked['if-none-match']
    if (known !== undefined && isKnown(known, page.tag)) {
      // What else was said with the page still holds.
      response.writeHead(304, page.said).end()
      return true
    }
    const encoding = encodingFor(asked)
    const bytes = page.ready.get(encoding)
    if (!bytes) return false
    const said = [...page.said, 'content-type', headers['content-type'], 'content-length', String(bytes.length)]
    if (encoding !== 'identity') said.push('content-encoding', encoding)
    response.writeHead(200, [...said, ...beside]).end(bytes)
    return true
  }

  #stampNow(): string | undefined {
    try {
      return stampNow(this.#db)
    } catch {
      return undefined
    }
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

  /** Makes a page and keeps it, for those who ask meanwhile too; undefined where not everybody may be sent the same, or nobody can say how long. */
  async make(key: string, { headers: asked }: IncomingMessage, make: Make): Promise<Response | undefined> {
    const stamp = await this.#stamp()
    if (stamp === undefined) return undefined
    const job = `${stamp} ${key}`
    const underWay = this.#inMaking.get(job)
    if (underWay) return this.#sent(await underWay, asked)
    const shared = this.#keep(key, stamp, make).catch(() => undefined)
    this.#inMaking.set(job, shared)
    void shared.finally(() => this.#inMaking.delete(job))
    return this.#sent(await shared, asked)
  }

  async #sent(page: Kept | undefined, asked: IncomingHttpHeaders): Promise<Response | undefined> {
    if (!page) return undefined
    const encoding = encodingFor(asked)
    const said = new Headers({ ...headers, vary: varies, etag: `W/${page.tag}` })
    // Made anew, and yet the same.
    if (isKnown(asked['if-none-match'] ?? null, page.tag)) return new Response(null, { status: 304, headers: said })
    if (encoding !== 'identity') said.set('content-encoding', encoding)
    return bytesOf(page, encoding).then((bytes) => new Response(new Uint8Array(bytes), { headers: said }))
  }

  async #keep(key: string, stamp: string, make: Make): Promise<Kept | undefined> {
    const { answer, facts } = await make()
    if (!isPage(answer)) return undefined
    const plain = Buffer.from(await answer.arrayBuffer())
    const tag = etagOf(plain)
    const said = ['etag', `W/${tag}`, 'vary', varies, 'cache-control', headers['cache-control']]
    const page: Kept = { stamp, madeAt: now(), tag, said, plain, smaller: new Map(), ready: new Map(), facts }
    this.#pages.set(key, page)
    return page
  }
}

function bytesOf(page: Kept, encoding: Encoding): Promise<Buffer> {
  const bytes = page.smaller.get(encoding) ?? encoded(page.plain, encoding)
  page.smaller.set(encoding, bytes)
  void bytes.then((there) => page.ready.set(encoding, there))
  return bytes
}

// Answers of the API are no pages; who knows the address of the other is somebody.
const isSecret = /^\/(?:api|unsubscribe|letters)\//

/** What everybody gets the same answer to, or every member. */
export interface Shared {
  key: string
  isMembers: boolean
}

/** The key of a request that every visitor gets the same answer to, or every member, where members share the page; none for who chose something that a cookie remembers, or has scripts off. */
export function sharedKey(
  { method, url = '/', headers }: IncomingMessage,
  isOverlaid: (address: string) => boolean,
): Shared | undefined {
  if (method !== 'GET' || headers.authorization !== undefined || isSecret.test(url)) return undefined
  if (headers.cookie === undefined) return { key: keyOf(headers.host, url), isMembers: false }
  const cookies = headers.cookie.split('; ').filter((cookie) => cookie !== '')
  const chosen = cookies.filter((cookie) => cookie !== scripted)
  if (chosen.length === 0) return { key: keyOf(headers.host, url), isMembers: false }
  const isMember = chosen.length === 1 && isSession.test(chosen[0] as string) && cookies.length === 2
  // A script that takes parts of a page gets them as they are for its reader.
  if (!isMember || headers.accept === 'text/html' || !isOverlaid(url)) return undefined
  return { key: membersKey(headers.host, url), isMembers: true }
}

/** Set by the script of a member: it lays over shared pages what is their own. */
const scripted = 'js=1'
const isSession = /^(?:__Host-)?parallax_session=/

const keyOf = (host: string | undefined, url: string) => `${host} ${url}`
export const membersKey = (host: string | undefined, url: string) => `members ${host} ${url}`
