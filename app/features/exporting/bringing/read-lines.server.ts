import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { conflict, isRefusal, Refusal } from '#app/lib/refusal.ts'
import { dataFile, Manifest } from '../manifest.ts'

// A turn has at most a million code points, each at most six bytes as JSON writes it, or twelve.
const mostBytes = 16_000_000
const mostManifest = 1_000_000

/** The bytes of a file of the folder: a plain file at just this place. Nothing that the folder says is taken for a path. */
async function plainFile(folder: string, path: string): Promise<string> {
  const inside = path.split('/')
  for (let depth = 1; depth <= inside.length; depth++) {
    const at = join(folder, ...inside.slice(0, depth))
    const found = await lstat(at).catch(() => undefined)
    const isRight = depth === inside.length ? found?.isFile() : found?.isDirectory()
    if (!isRight) throw conflict(`${at} is not there, or not a plain file: this is no whole export.`)
  }
  return join(folder, path)
}

export async function fileOf(folder: string, path: string, most: number): Promise<Buffer> {
  const file = await plainFile(folder, path)
  if ((await lstat(file)).size > most) throw conflict(`${file} is too large.`)
  return readFile(file)
}

/** What the folder says of itself; refused where it is none that can be read here. */
export async function manifestIn(folder: string): Promise<Manifest> {
  const text = (await fileOf(folder, 'manifest.json', mostManifest)).toString('utf8')
  try {
    return v.parse(Manifest, JSON.parse(text))
  } catch {
    throw conflict(`${folder} has no manifest.json that this version can read.`)
  }
}

/** Reads a file through and refuses it where it is not what the manifest says. */
export async function proveFile(folder: string, path: string, said: Manifest['files'][string] | undefined) {
  if (!said) throw conflict(`manifest.json does not say what ${path} is: this is no whole export.`)
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(await plainFile(folder, path))) hash.update(bytes as Buffer)
  if (hash.digest('hex') !== said.sha256) throw conflict(`${path} is not as it was made.`)
}

export interface Line {
  /** From 1. */
  number: number
  value: Record<string, unknown>
}

/** The lines of a file after so many, in memory one at a time. */
export async function* linesIn(folder: string, name: string, after: number): AsyncGenerator<Line> {
  const path = dataFile(name)
  let [number, waiting, length] = [0, [] as Buffer[], 0]
  for await (const chunk of createReadStream(await plainFile(folder, path))) {
    let from = 0
    const bytes = chunk as Buffer
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const line = Buffer.concat([...waiting, bytes.subarray(from, end)])
      ;[from, waiting, length] = [end + 1, [], 0]
      if (++number > after) yield { number, value: read(line, path, number) }
    }
    waiting.push(bytes.subarray(from))
    length += bytes.length - from
    if (length > mostBytes) throw unread(path, number + 1, 'This line is too long.')
  }
  if (length > 0) throw unread(path, number + 1, 'This line does not end.')
}

const unread = (path: string, number: number, why: string) => new Refusal('invalid', `${path}:${number}: ${why}`)

function read(line: Buffer, path: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw unread(path, number, 'This is no JSON document.')
}

/** Does something with a line; what refuses it is told with where it stands. */
export async function about<T>(name: string, { number }: Line, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
    const said = Object.entries(error.errors).map(([field, sentences]) => `${field}: ${sentences.join(' ')}`)
    throw new Refusal('invalid', `${dataFile(name)}:${number}: ${said.join('; ') || error.message}`)
  }
}
