import { now } from '#app/lib/clock.ts'
import { conflict } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import * as queries from './twice.queries.server.ts'

const withinMs = 3_600_000

/** Refuses what a form has just written where its writer said the same there within the hour: they went back and pressed the button again. The API and imports may say a thing twice. */
export async function refuseTwice(tx: Db, { kind, id }: { kind: 'comment' | 'post'; id: string }) {
  await queries.holdWriter(tx, `${kind}s`, id)
  const select = kind === 'comment' ? queries.selectSameComment : queries.selectSamePost
  const same = await select(tx, id, now() - withinMs)
  if (!same) return
  const said = kind === 'comment' ? 'You have said exactly this here' : 'You have written a post of exactly these words'
  const why = `${said} within the last hour, so it is not published again. What you typed is kept below.`
  throw conflict(why, { there: `/${kind}s/${same.id}` })
}
