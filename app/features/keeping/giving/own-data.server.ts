import { addressOf } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { mailTo } from '#app/features/mail/removing/own-mail.server.ts'
import { now } from '#app/lib/clock.ts'
import { type Kept, type KeptRow, selectKept } from '#db/kept.ts'
import type { Db } from '#db/open.ts'
import { everythingKept } from '../everything-kept.ts'

/** Rows that are read at once; of what holds files, fewer. */
const atOnce = 100
const filesAtOnce = 4

/** What is given, by the names that a member's own data has for it; and what is left out, with why. */
export const given = everythingKept.filter((kept): kept is Kept & { given: string } => typeof kept.given === 'string')
export const leftOut = everythingKept.flatMap(({ table, column, given: how }) =>
  typeof how === 'string' ? [] : [{ rows: `${table} by ${column}`, why: how.leftOut }],
)

/** All that the site keeps of a member, as one JSON document, piece by piece: a list for each kind of thing. Times are ISO 8601; ids are those in the site's addresses; files are base64. */
export async function* ownData(db: Db, member: Member): AsyncGenerator<string> {
  const head = { about: 'All that Parallax keeps of a member.', handle: member.handle, madeAt: timeOf(now()), leftOut }
  yield JSON.stringify(head).slice(0, -1)
  for (const kept of given) {
    yield `,\n${JSON.stringify(kept.given)}:[`
    yield* listed(rowsOf(db, kept, member.id), kept.without)
    yield ']'
  }
  const address = await addressOf(db, member)
  yield ',\n"mail":['
  if (address) yield* listed(mailTo(db, address))
  yield ']}\n'
}

async function* listed(batches: AsyncIterable<readonly object[]>, without: readonly string[] = []) {
  let before = '\n'
  for await (const batch of batches)
    for (const row of batch) {
      yield before + JSON.stringify(said(row as KeptRow, without))
      before = ',\n'
    }
}

async function* rowsOf(db: Db, kept: Kept, memberId: string) {
  const most = kept.table === 'pictures' ? filesAtOnce : atOnce
  for (let after: KeptRow | undefined; ; ) {
    const rows = await selectKept(db, kept, memberId, most, after)
    if (rows.length > 0) yield rows
    if (rows.length < most) return
    after = rows.at(-1)
  }
}

/** A row as people and programs read it. */
function said(row: KeptRow, without: readonly string[]): KeptRow {
  const entries = Object.entries(row).filter(([column]) => !without.includes(column))
  return Object.fromEntries(entries.map(([column, value]) => [nameOf(column), wordOf(column, value)]))
}

const nameOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function wordOf(column: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'number' && value > 0 && /(^|_)at$/.test(column) ? timeOf(value) : value
}

const timeOf = (ms: number) => new Date(ms).toISOString()
