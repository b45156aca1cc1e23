import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { newId } from '#app/lib/ids.ts'

const program = fileURLToPath(new URL('../../app/cli/parallax.ts', import.meta.url))

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

/** Starts `parallax` as people run it, on a database. */
export function startCommand(databaseUrl: string, args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: databaseUrl } })
  const ran: Ran = { status: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ran.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ran.stderr += text
  })
  const ended = new Promise<Ran>((resolve) => child.on('close', (status) => resolve({ ...ran, status })))
  return { child, ended }
}

export const runCommand = (databaseUrl: string, ...args: string[]) => startCommand(databaseUrl, args).ended

/** A file of this run with this content; its path. */
export function fileWith(content: string | Uint8Array, ending = '.json'): string {
  const path = `${inject('folder')}/${newId()}${ending}`
  writeFileSync(path, content)
  return path
}
