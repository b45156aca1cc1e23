import { setFlagsFromString } from 'node:v8'
import { Command } from 'commander'
import { demoSignIn, isDemo, seed } from '#app/demo/seed.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { migrate, migrationStatus } from '#db/migrate.ts'
import { build, isBuilt, isStale } from './build.ts'
import { givenEnv, withDatabase } from './site.ts'

export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Serves the built site, without building or demo content. Of databases it migrates only one that is empty.',
    )
    .action(async () => {
      await makeTables(givenEnv().DATABASE_URL)
      await serve()
    })
}

/** Where there are none at all. A database that cannot be reached now is the server's to wait for, and to tell of. */
async function makeTables(url: string) {
  const status = await migrationStatus(url).catch(() => null)
  if (status?.every(({ ranAt }) => ranAt === null) && (await migrate(url)).length > 0)
    console.log('The database was empty: its tables are made.')
}

export function startCommand(): Command {
  return new Command('start')
    .description('Builds when needed, migrates, puts demo content into an empty database, and serves.')
    .action(async () => {
      const env = givenEnv()
      if (isStale()) {
        console.log('Building the site …')
        build()
      }
      await migrate(env.DATABASE_URL)
      await withDatabase(seed)
      await serve()
      if (await withDatabase(isDemo))
        console.log(`To try the demo, sign in as ${demoSignIn.handle} with ${demoSignIn.password}`)
    })
}

async function serve() {
  const env = givenEnv()
  process.env.NODE_ENV ??= 'production'
  if (!isBuilt()) throw new Refusal('conflict', 'Nothing is built yet: run `npm run build` first.')
  const { startServer } = await import('../server.ts')
  const running = await startServer(env)
  // What a page is made of is gone when it is sent. Left alone, the room for that grows under load by a hundred megabytes, and nothing is faster for it.
  setFlagsFromString('--semi-space-growth-factor=1')
  console.log(`Parallax is at ${running.address}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop())
}
