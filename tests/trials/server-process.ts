import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../app/cli/parallax.ts', import.meta.url))

export interface ServerProcess {
  address: string
  pid: number
  /** What it wrote to its log so far. */
  log(): string
  /** Ends it at once, whatever it is doing. */
  kill(): Promise<void>
}

/** The production server in a process of its own, as `parallax serve` starts it; answers when it listens. */
export async function serveOn(databaseUrl: string, more: Record<string, string> = {}): Promise<ServerProcess> {
  const env = { ...process.env, NODE_ENV: 'production' as const, PORT: '0', LIMITS: 'off', LOG_LEVEL: 'error', ...more }
  const child = spawn(process.execPath, [program, 'serve'], { env: { ...env, DATABASE_URL: databaseUrl } })
  let [said, wrong] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (text) => {
    wrong += text
  })
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      const address = /Parallax is at (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`The server ended: ${said}${wrong}`)))
  })
  const address = await listening
  return { address, pid: child.pid as number, log: () => said + wrong, kill: () => killed(child) }
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
