import type { AppLoadContext } from '@remix-run/node'
import { isRefusal, notNow } from '#app/lib/refusal.ts'
import { troubleIn } from '#db/trouble.ts'

/** What a full disk or a database that does not answer threw, as a refusal that says so; all else as it is. */
export function asRefusal(error: unknown, { trouble, log }: AppLoadContext): unknown {
  const why = isRefusal(error) ? undefined : troubleIn(error)
  if (why === undefined) return error
  trouble.note(why)
  log.error({ err: error }, 'the database is in trouble')
  return notNow(why)
}
