import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createInterface } from 'node:readline'

export interface Served {
  address: string
  /** What the process holds in memory, MB; 0 where the system does not tell. */
  memory(): number
  /** For how long its event loop has been at work, ms; 0 where the system does not tell. */
  worked(): number
  stop(): Promise<void>
}

/** The production server in a process of its own, as `parallax serve` starts it; answers when it listens. */
export async function serve(databaseUrl: string): Promise<Served> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
    LIMITS: 'off',
  }
  const child = spawn(process.execPath, ['app/cli/parallax.ts', 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Parallax is at (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1')
    if (address) return { address, ...measuresOf(child), stop: () => end(child) }
  }
  throw new Error('the server did not start')
}

async function end(child: ChildProcess) {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}

const measuresOf = (child: ChildProcess) => ({ memory: () => memoryOf(child), worked: () => workedBy(child) })

function memoryOf({ pid }: ChildProcess): number {
  // Without what the system keeps of the database's file on the program's behalf, and gives up when it is wanted.
  const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(toldBySystem(`${pid}/status`)) ?? []
  return (Number(kilobytes ?? 0) * 1024) / 1e6
}

/** Of the thread that runs the event loop alone. */
function workedBy({ pid }: ChildProcess): number {
  return Number(toldBySystem(`${pid}/task/${pid}/schedstat`).split(' ')[0]) / 1e6
}

function toldBySystem(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}

/** An answer as it went over the wire. */
export interface Sent {
  path: string
  headers: Record<string, string>
  /** What is said to who has it already. */
  notModified?: Record<string, string>
  /** In base64. */
  body: string
}

export interface Bare extends Served {
  /** From now on it answers this. */
  take(sent: Sent): Promise<void>
}

/** A bare node:http server in a process of its own. */
export async function serveBare(): Promise<Bare> {
  const child = fork(new URL('bare.ts', import.meta.url))
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const take = async (sent: Sent) => {
    child.send(sent)
    await once(child, 'message')
  }
  return { address: `http://127.0.0.1:${port}`, ...measuresOf(child), take, stop: () => end(child) }
}

/** What the server sends for an address, encoded as it is, so that a bare server can send the very same. */
export async function sentBy(address: string, path: string, headers: Record<string, string>): Promise<Sent> {
  const { status, said, body } = await answerTo(address, path, headers)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  const again = said.etag ? await answerTo(address, path, { ...headers, 'if-none-match': said.etag }) : undefined
  return {
    ...{ path, headers: { ...said, 'content-length': String(body.length) }, body: body.toString('base64') },
    ...(again?.status === 304 && { notModified: again.said }),
  }
}

async function answerTo(address: string, path: string, headers: Record<string, string>) {
  const asked = request(new URL(path, address), { headers })
  asked.end()
  const [answer] = await once(asked, 'response')
  const body = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>))
  const { connection, 'keep-alive': _, date, 'transfer-encoding': __, ...said } = answer.headers
  return { status: answer.statusCode, said, body }
}
