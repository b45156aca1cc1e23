import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Answered } from './request-log.server.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What is asked for when it is told. */
interface Measured {
  /** How many requests are under way. */
  inside(): number
  /** How many pages are being watched. */
  watchers(): number
  mailWaiting(): Promise<number>
}

/** What the site measures of itself, for Prometheus. Without a token nobody is told, and nothing is measured. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #token: string | undefined
  readonly #requests: Histogram<'method' | 'status'>
  readonly #slow: Counter

  constructor(token: string | undefined) {
    this.#token = token
    const registers = [this.#registry]
    if (token !== undefined) collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Histogram({
      name: 'parallax_request_seconds',
      help: 'How long requests took, by method and kind of status.',
      registers,
      labelNames: ['method', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    })
    this.#slow = new Counter({ name: 'parallax_slow_queries_total', help: 'Queries that took long.', registers })
  }

  measure({ inside, watchers, mailWaiting }: Measured) {
    const registers = [this.#registry]
    gauge('parallax_requests_under_way', 'Requests under way.', registers, inside)
    gauge('parallax_watchers', 'Pages that are told of changes.', registers, watchers)
    gauge('parallax_mail_waiting', 'Mails that wait to be sent.', registers, mailWaiting)
  }

  /** Notes a request that was answered. */
  note({ method, status, ms }: Answered) {
    if (this.#token === undefined) return
    // Of names that somebody made up there would be ever more.
    const known = methods.includes(method) ? method : 'other'
    this.#requests.observe({ method: known, status: `${Math.floor(status / 100)}xx` }, ms / 1000)
  }

  noteSlow() {
    this.#slow.inc()
  }

  /** Answers /metrics to who has the token; says whether it did. Without a token there is no such page. */
  answers(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#token === undefined || request.url !== '/metrics') return false
    if (!isSame(request.headers.authorization ?? '', `Bearer ${this.#token}`)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer', 'content-type': 'text/plain' }).end('Not signed in.\n')
      return true
    }
    const headers = { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' }
    void this.#registry.metrics().then(
      (text) => response.writeHead(200, headers).end(text),
      () => response.writeHead(503, { 'content-type': 'text/plain' }).end('the database does not answer\n'),
    )
    return true
  }
}

function gauge(name: string, help: string, registers: Registry[], value: () => number | Promise<number>) {
  return new Gauge({
    ...{ name, help, registers },
    async collect() {
      this.set(await value())
    },
  })
}

/** In the same time for any that is not. */
const isSame = (given: string, wanted: string) =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(wanted)))
