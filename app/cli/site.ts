import { type Env, readEnv } from '#app/env.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import { migrationStatus } from '#db/migrate.ts'
import { type Db, openDatabase } from '#db/open.ts'

/** The environment, or the sentence about what is wrong with it. */
export function givenEnv(): Env {
  try {
    return readEnv(process.env)
  } catch (error) {
    throw new Refusal('invalid', (error as Error).message)
  }
}

/** Opens the site's database for one command and closes it after; its schema must be current. */
export async function withDatabase<T>(work: (db: Db, env: Env) => Promise<T>): Promise<T> {
  const env = givenEnv()
  const missing = (await migrationStatus(env.DATABASE_URL)).filter(({ ranAt }) => ranAt === null)
  if (missing.length > 0)
    throw new Refusal('conflict', 'The database is not at the newest schema: run `npx parallax migrate` first.')
  const db = openDatabase(env.DATABASE_URL)
  try {
    return await work(db, env)
  } finally {
    await db.destroy()
  }
}

/** Prints one JSON document, or the lines for people. */
export function print(isJson: boolean | undefined, document: unknown, lines: string | string[]) {
  console.log(isJson ? JSON.stringify(document) : [lines].flat().join('\n'))
}
