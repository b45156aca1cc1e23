import { afterAll, beforeAll, describe, inject } from 'vitest'
import { readEnv } from '#app/env.server.ts'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { type Running, startServer } from '#app/server.ts'
import type { Engine } from '#db/open.ts'
import { demoDatabase, freshDatabase } from './engines.ts'

export type Site = Running & { databaseUrl: string }

/** Starts the real server, as built, on a database (a fresh one unless it is named) and a free port. */
export async function startSite(
  engine: Engine,
  databaseUrl?: string,
  PORT = '0',
  more: Record<string, string> = {},
): Promise<Site> {
  inject('folder')
  process.env.NODE_ENV = 'production'
  const DATABASE_URL = databaseUrl ?? (await freshDatabase(engine))
  const env = readEnv({ PORT, DATABASE_URL, LOG_LEVEL: 'error', LIMITS: 'off', ...more })
  return { ...(await startServer(env)), databaseUrl: DATABASE_URL }
}

/** Runs the same tests against the running site on each engine. */
export function describeSiteOnBothEngines(
  what: string,
  tests: (site: () => Site, engine: Engine) => void,
  more: Record<string, string> = {},
  database: (engine: Engine) => Promise<string> = freshDatabase,
) {
  describe.each(['sqlite', 'postgres'] as const)(`${what}, on %s`, (engine) => {
    let site: Site
    beforeAll(async () => {
      site = await startSite(engine, await database(engine), '0', more)
    })
    afterAll(() => site.stop())
    tests(() => site, engine)
  })
}

/** The same with the demo in the site. */
export const describeDemoOnBothEngines = (what: string, tests: Parameters<typeof describeSiteOnBothEngines>[1]) =>
  describeSiteOnBothEngines(what, tests, {}, demoDatabase)

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about
  body: any
}

export interface Client {
  member: Member
  token: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Calls the API as a visitor; a string body is sent as it is. */
export async function call(
  site: Site,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${site.address}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body:
      body === undefined || typeof body === 'string' || body instanceof Uint8Array
        ? (body as BodyInit)
        : JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
}

/** A new member with a token, calling the API. */
export async function newClient(site: Site, handle: string, role?: Member['role']): Promise<Client> {
  const member = await addWithoutPassword(site.db, handle, role)
  const token = await addToken(site.db, member, 'test')
  const authorization = { authorization: `Bearer ${token}` }
  return {
    member,
    token,
    call: (method, path, body, headers = {}) => call(site, method, path, body, { ...authorization, ...headers }),
  }
}
