import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { AppLoadContext, RequestHandler, ServerBuild } from '@remix-run/node'
import pino, { type Logger } from 'pino'
import { ask } from '#db/alive.ts'
import { migrationStatus } from '#db/migrate.ts'
import { type Db, openDatabase, type TellSlow } from '#db/open.ts'
import { Trouble, troubleIn } from '#db/trouble.ts'
import type { Env } from './env.server.ts'
import { Watch } from './features/activity/watching.server.ts'
import { EffectIntervals } from './features/ballots/standpoint-effect.ts'
import { startImports } from './features/exchange/importing/import-rounds.server.ts'
import { startRemovals } from './features/keeping/removing/removal-rounds.server.ts'
import { mailWaiting } from './features/mail/outbox.server.ts'
import { sendingBy } from './features/mail/transport.server.ts'
import { startRounds } from './features/notifications/rounds.server.ts'
import { RatingRunner } from './features/opinions/ratings/rating-runner.server.ts'
import { CampRunner } from './features/opinions/runs/camp-runner.server.ts'
import { NearRunner } from './features/relations/near/near-runner.server.ts'
import { addressOf } from './http/address.server.ts'
import { Door } from './http/door.server.ts'
import { withFeedAddress } from './http/feed-address.ts'
import { Pictures } from './http/found/pictures.server.ts'
import { Limits } from './http/limits.server.ts'
import { handlerOf } from './http/matching.server.ts'
import { Metrics } from './http/metrics.server.ts'
import { Overlays } from './http/overlay/overlays.server.ts'
import { startPruning } from './http/pruning.server.ts'
import { renameInAnswers } from './http/renaming.server.ts'
import { type Came, serverOf } from './http/server.server.ts'
import { SharedPages } from './http/shared-pages.server.ts'
import { Fragments } from './lib/fragments.server.ts'
import { Insertions } from './lib/insertions.server.ts'

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
export async function startServer(given: Env): Promise<Running> {
  const env = { ...given }
  const build: ServerBuild = await import(new URL('server/index.js', buildFolder).href)
  const log = pino({ level: env.LOG_LEVEL })
  const metrics = new Metrics(env.METRICS_TOKEN)
  const db = openDatabase(env.DATABASE_URL, { ms: env.SLOW_QUERY_MS, tell: tellSlow(log, metrics) })
  const watch = new Watch(db)
  const going = { db, databaseUrl: env.DATABASE_URL, log }
  const [camps, ratings] = [new CampRunner(going), new RatingRunner(going)]
  const near = new NearRunner({ ...going, embeddingsUrl: env.EMBEDDINGS_URL })
  const [intervals, fragments, trouble] = [new EffectIntervals(), new Fragments(), new Trouble()]
  const limits = new Limits({ db, isOn: env.LIMITS === 'on', secret: env.SESSION_SECRET })
  const script = build.assets.entry.module
  const pictures = new Pictures()
  const context = { db, env, log, watch, camps, ratings, intervals, fragments, pictures, trouble, limits, script }
  const [pages, door] = [new SharedPages(db), new Door()]
  const overlays = new Overlays(build, { db, fragments, isSecure: env.ORIGIN.startsWith('https:'), pages })
  metrics.measure({ inside: () => door.inside, watchers: () => watch.watchers, mailWaiting: () => mailWaiting(db) })
  const server = serverOf({
    ...{ pages, overlays, door, log, metrics },
    isSecure: env.ORIGIN.startsWith('https:'),
    clientFolder: fileURLToPath(new URL('client', buildFolder)),
    isReady: () => whyNotReady(db, env, trouble),
    answer: answerBy(handlerOf(build), { ...context, log }),
  })
  const address = await listening(server, env)
  // A port that the system chooses is known once it listens.
  if (new URL(env.ORIGIN).port === '0') env.ORIGIN = address
  const send = env.SMTP_URL === undefined ? undefined : sendingBy(env.SMTP_URL, env.ORIGIN)
  const rounds = startRounds({ db, origin: address, send, log })
  const imports = startImports(going)
  const removals = startRemovals({ ...going, renameElsewhere: renameInAnswers })
  const beside = [rounds, imports, removals, startPruning(going), camps, ratings, near]
  const stopAll = () => stop(() => door.close(server), watch, beside, db)
  return { db, server, watch, camps, ratings, near, pages, fragments, address, stop: stopAll }
}

type Context = Record<string, unknown> & { env: Env; log: Logger }

/** Hands each request to the build, with what is known of whom it comes from. */
function answerBy(handle: RequestHandler, { log, ...context }: Context) {
  return async (request: Request, { connected, id, reader }: Came): Promise<Response> => {
    const address = addressOf(connected, request.headers.get('x-forwarded-for'), context.env.TRUST_PROXY)
    const own = {
      address,
      beside: new Headers(),
      log: log.child({ request: id }),
      reader,
      insertions: new Insertions(),
    }
    const answer = await handle(withFeedAddress(request), { ...context, ...own } as unknown as AppLoadContext)
    for (const [name, value] of own.beside) answer.headers.set(name, value)
    return answer
  }
}

function tellSlow(log: Logger, metrics: Metrics): TellSlow {
  return ({ sql }, ms) => {
    metrics.noteSlow()
    log.warn({ sql: sql.slice(0, 2000), ms: Math.round(ms) }, 'a slow query')
  }
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

async function whyNotReady(db: Db, env: Env, trouble: Trouble): Promise<string | undefined> {
  try {
    const missing = (await migrationStatus(env.DATABASE_URL)).filter(({ ranAt }) => ranAt === null)
    if (missing.length > 0) return `not migrated: ${missing.map(({ name }) => name).join(', ')}`
    await ask(db)
    return await trouble.still(db)
  } catch (error) {
    return troubleIn(error) ?? 'The database does not answer now.'
  }
}

interface Work {
  stop(): Promise<void>
}

/** Ends the streams of events, lets requests and the work beside them that is under way end, then closes the database. */
async function stop(closeDoor: () => Promise<void>, watch: Watch, beside: Work[], db: Db) {
  watch.close()
  await closeDoor()
  await Promise.all(beside.map((work) => work.stop()))
  await db.destroy()
}
