import { lstat, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { findProfile, oldestMember, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { documentOf } from '#app/features/exchange/formats/json-records.ts'
import { isUnread, reasonOf } from '#app/features/exchange/formats/placed.ts'
import type { ImportReport } from '#app/features/exchange/imports/import-report.ts'
import { isRefusal, Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { print } from './site.ts'

// Well below what one string of the engine may hold.
const mostBytes = 250_000_000

export interface GivenFile {
  name: string
  bytes: Uint8Array
}

/** Names the file in a refusal of what is in it. */
export async function about<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isRefusal(error) ? new Refusal(error.kind, `${path}: ${reasonOf(error)}`) : error
  }
}

/** The JSON document that is a whole file. */
export async function documentAt(path: string): Promise<unknown> {
  const document = documentOf((await fileAt(path)).bytes)
  if (isUnread(document)) throw new Refusal('invalid', `line ${document.line}: ${document.reason}`)
  return document.value
}

/** A file with the last part of its path as its name; refuses with a sentence what cannot be read. */
export async function fileAt(path: string): Promise<GivenFile> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new Refusal('too large', `This has ${size / 1e6} MB; a file has at most ${mostBytes / 1e6} MB.`)
    return { name: basename(path), bytes: await readFile(path) }
  } catch (error) {
    throw unreadable(error)
  }
}

/** As `fileAt`, of a folder that somebody handed over: a link in it may lead to whatever this machine keeps. */
export async function fileInFolder(path: string): Promise<GivenFile> {
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  )
  if (isLink) throw new Refusal('invalid', 'This is a link: a folder that is brought holds its files itself.')
  return fileAt(path)
}

function unreadable(error: unknown) {
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file.',
    EISDIR: 'This is a folder.',
    EACCES: 'This may not be read.',
  }
  const reason = reasons[(error as { code?: string }).code ?? '']
  return reason ? new Refusal('invalid', reason) : error
}

/** Whose name an import is in: who is named, else the oldest admin, else an unclaimed member called `import`. */
export async function importer(db: Db, handle: string | undefined): Promise<Member> {
  if (handle !== undefined) return findProfile(db, handle)
  return (await oldestMember(db, 'admin')) ?? unclaimedMember(db, 'import')
}

/** Prints what an import did, and what it refused on standard error; nothing but refusals is a failure. */
export function printReport(isJson: boolean | undefined, report: ImportReport) {
  const { created, existing, refused, blank } = report
  const without = blank ? `, ${blank} rows without a verdict` : ''
  print(isJson, report, `${created} created, ${existing} already there, ${refused.length} refused${without}`)
  for (const { file, line, reason } of refused) console.error(`${file}${line === null ? '' : `:${line}`}: ${reason}`)
  if (created + existing === 0) process.exitCode = 1
}
