import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { filledAt } from '../site.ts'
import { type Forum, fillForum } from './filling.server.ts'

/** A forum in a database of its own, which may be changed. */
export interface ForumCopy extends Forum {
  url: string
}

const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
const filled = new Map<number, Promise<Forum>>()
const made: string[] = []

/** A copy of the forum with so many comments; it is filled once a run. */
export async function forumOf(comments: number): Promise<ForumCopy> {
  const original = `forum_${comments}`
  if (!filled.has(comments))
    filled.set(
      comments,
      filledAt(await databaseCalled(original), (db) => fillForum(db, comments)),
    )
  const forum = await (filled.get(comments) as Promise<Forum>)
  return { ...forum, url: await databaseCalled(`forum_${made.length}`, original) }
}

/** On SQLite a file; on PostgreSQL, beside the database that the environment names, another. */
async function databaseCalled(name: string, copyOf?: string): Promise<string> {
  made.push(name)
  const given = process.env.DATABASE_URL
  if (!given?.startsWith('postgres')) {
    const file = (called: string) => join(folder, `${called}.sqlite`)
    if (copyOf) copyFileSync(file(copyOf), file(name))
    return `file:${file(name)}`
  }
  await administer(given, [`create database ${ours(name)} template ${copyOf ? ours(copyOf) : 'template0'}`])
  return Object.assign(new URL(given), { pathname: `/${ours(name)}` }).href
}

const ours = (name: string) => `parallax_bench_${name}`

async function administer(url: string, statements: readonly string[]) {
  const client = new pg.Client(url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

export async function forgetSites() {
  rmSync(folder, { recursive: true, force: true })
  const given = process.env.DATABASE_URL
  if (given?.startsWith('postgres'))
    await administer(
      given,
      made.map((name) => `drop database if exists ${ours(name)}`),
    )
}
