import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { ask } from '#db/alive.ts'
import { migrationStatus } from '#db/migrate.ts'
import { type Db, openDatabase } from '#db/open.ts'
import type { Env } from './env.server.ts'
import { Watch } from './features/activity/watching.server.ts'
import { EffectIntervals } from './features/ballots/standpoint-effect.ts'
import { startImports } from './features/exchange/importing/import-rounds.server.ts'
import { startRemovals } from './features/keeping/removing/removal-rounds.server.ts'
import { sendingBy } from './features/mail/transport.server.ts'
import { startRounds } from './features/notifications/rounds.server.ts'
import { RatingRunner } from './features/opinions/ratings/rating-runner.server.ts'
import { CampRunner } from './features/opinions/runs/camp-runner.server.ts'
import { NearRunner } from './features/relations/near/near-runner.server.ts'
import { addressOf } from './http/address.server.ts'
import { withFeedAddress } from './http/feed-address.ts'
import { Limits } from './http/limits.server.ts'
import { handlerOf } from './http/matching.server.ts'
import { startPruning } from './http/pruning.server.ts'
import { renameInAnswers } from './http/renaming.server.ts'
import { serverOf } from './http/server.server.ts'
import { SharedPages } from './http/shared-pages.server.ts'
import { Fragments } from './lib/fragments.server.ts'

const buildFolder = new URL('../build/', import.meta.url)

export interface Running {
  db: Db
  server: Server
  watch: Watch
  camps: CampRunner
  ratings: RatingRunner
  near: NearRunner
  pages: SharedPages
  fragments: Fragments
  address: string
  stop(): Promise<void>
}

/** Opens the database, serves the built site, and answers when it listens. Nothing here builds or migrates. */
export async function startServer(env: Env): Promise<Running> {
  const build: ServerBuild = await import(new URL('server/index.js', buildFolder).href)
  const db = openDatabase(env.DATABASE_URL)
  const log = pino({ level: env.LOG_LEVEL })
  const watch = new Watch(db)
  const going = { db, databaseUrl: env.DATABASE_URL, log }
  const [camps, ratings] = [new CampRunner(going), new RatingRunner(going)]
  const near = new NearRunner({ ...going, embeddingsUrl: env.EMBEDDINGS_URL })
  const [intervals, fragments] = [new EffectIntervals(), new Fragments()]
  const limits = new Limits({ db, isOn: env.LIMITS === 'on', secret: env.SESSION_SECRET })
  const script = build.assets.entry.module
  const context = { db, env, log, watch, camps, ratings, intervals, fragments, limits, script }
  const handle = handlerOf(build)
  const pages = new SharedPages(db)
  const server = serverOf({
    pages,
    clientFolder: fileURLToPath(new URL('client', buildFolder)),
    isReady: () => whyNotReady(db, env),
    answer: async (request, connected) => {
      const address = addressOf(connected, request.headers.get('x-forwarded-for'), env.TRUST_PROXY)
      const beside = new Headers()
      const answer = await handle(withFeedAddress(request), { ...context, address, beside })
      for (const [name, value] of beside) answer.headers.set(name, value)
      return answer
    },
  })
  const address = await listening(server, env)
  const send = env.SMTP_URL === undefined ? undefined : sendingBy(env.SMTP_URL, env.ORIGIN)
  const rounds = startRounds({ db, origin: address, send, log })
  const imports = startImports(going)
  const removals = startRemovals({ ...going, renameElsewhere: renameInAnswers })
  const pruning = startPruning(going)
  const beside = [rounds, imports, removals, pruning, camps, ratings, near]
  const stopAll = () => stop(server, watch, beside, db)
  return { db, server, watch, camps, ratings, near, pages, fragments, address, stop: stopAll }
}

/** Listens, and says at which address. */
async function listening(server: Server, env: Env): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, resolve)
  })
  const { port } = server.address() as AddressInfo
  return env.PORT === 0 ? `http://localhost:${port}` : env.ORIGIN
}

async function whyNotReady(db: Db, env: Env): Promise<string | undefined> {
  try {
    const missing = (await migrationStatus(env.DATABASE_URL)).filter(({ ranAt }) => ranAt === null)
    if (missing.length > 0) return `not migrated: ${missing.map(({ name }) => name).join(', ')}`
    await ask(db)
  } catch {
    return 'the database does not answer'
  }
}

interface Work {
  stop(): Promise<void>
}

/** Ends the streams of events, lets requests and the work beside them that is under way end, then closes the database. */
async function stop(server: Server, watch: Watch, beside: Work[], db: Db) {
  watch.close()
  const closed = new Promise((resolve) => server.close(resolve))
  const closing = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(closing)
  await Promise.all(beside.map((work) => work.stop()))
  await db.destroy()
}
