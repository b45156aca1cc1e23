import { connect, type Socket } from 'node:net'

export interface Asked {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: unknown
}

export interface Load {
  perSecond: number
  /** Of each unit, ms. */
  times: number[]
}

interface How {
  connections?: number
  /** How long, ms. */
  during?: number
}

/** Asks over a few connections that stay open, on each the next when the answer to the last has come. A unit is one request or some that belong together, one after another; `ask` says what the n-th is. Over plain sockets, since whoever measures must cost less than what is measured. */
export async function load(
  address: string,
  ask: (n: number) => readonly Asked[],
  { connections = 10, during = 1000 }: How = {},
): Promise<Load> {
  const times: number[] = []
  const began = performance.now()
  let n = 0
  const asking = Array.from({ length: connections }, async () => {
    const line = lineTo(address)
    while (performance.now() - began < during) {
      const start = performance.now()
      for (const asked of ask(n++)) await line.ask(asked)
      times.push(performance.now() - start)
    }
    line.close()
  })
  await Promise.all(asking)
  return { perSecond: (1000 * times.length) / (performance.now() - began), times }
}

/** A connection that stays open. */
export function lineTo(address: string): Line {
  const { hostname, port, host } = new URL(address)
  return new Line(connect({ host: hostname, port: Number(port), noDelay: true }), host)
}

/** One connection with one request under way at a time. */
class Line {
  readonly #socket: Socket
  readonly #host: string
  #come: Buffer = Buffer.alloc(0)
  #answered: ((error?: Error) => void) | undefined

  constructor(socket: Socket, host: string) {
    this.#socket = socket
    this.#host = host
    socket.on('data', (bytes) => this.#take(bytes))
    socket.on('error', (error) => this.#answered?.(error))
    socket.on('close', () => this.#answered?.(new Error('the server closed the connection')))
  }

  ask(asked: Asked): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = (error) => (error ? reject(error) : resolve())
      this.#socket.write(textOf(asked, this.#host))
    })
  }

  close() {
    this.#answered = undefined
    this.#socket.destroy()
  }

  #take(bytes: Buffer) {
    this.#come = this.#come.length === 0 ? bytes : Buffer.concat([this.#come, bytes])
    const status = statusOfWhole(this.#come)
    if (status === undefined) return
    const said = status < 400 ? undefined : new Error(`answered ${this.#come.toString().slice(0, 2000)}`)
    this.#come = Buffer.alloc(0)
    this.#answered?.(said)
  }
}

function textOf({ method = 'GET', path, headers = {}, body }: Asked, host: string): string {
  const bytes = body === undefined ? '' : JSON.stringify(body)
  const all = {
    host,
    ...headers,
    ...(bytes ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${bytes}`
}

/** The status of an answer that has come whole; undefined while more is to come. */
function statusOfWhole(come: Buffer): number | undefined {
  const end = come.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = come.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1]
  const isWhole = length === undefined ? isEnded(come, head, status) : come.length >= end + 4 + Number(length)
  return isWhole ? status : undefined
}

const isEnded = (come: Buffer, head: string, status: number) =>
  status === 304 || status === 204 || (head.includes('chunked') && come.subarray(-5).equals(Buffer.from('0\r\n\r\n')))
