import { setImmediate } from 'node:timers/promises'
import { conflict } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Exported } from '../exported.ts'
import { things } from './bring-things.server.ts'
import { votes } from './bring-votes.server.ts'
import type { Bring, Bringing } from './bringing.ts'
import { about, linesIn } from './read-lines.server.ts'
import { type Row, rowOf } from './row-of.ts'
import { type Insert, insertAll, selectMissing } from './rows.queries.server.ts'

/** How far a file is. */
export interface Step {
  lines: number
  carry?: Record<string, number>
}

export interface Steps {
  steps: Record<string, Step>
  /** Notes how far a file is, within the transaction. */
  save(name: string, done: Step): (tx: Db) => Promise<void>
  step(said: string): void
}

const mostLines = 400
const mostRows = 10_000
const mostText = 2_000_000

/** Puts the rows of a file in, from where it was broken off. */
export async function bringFile(bringing: Bringing, exported: Exported, { steps, save, step }: Steps) {
  const { name } = exported
  const before = steps[name]
  bringing.carry = before?.carry ?? {}
  const bring = things[name] ?? votes[name] ?? plain(exported)
  let waiting: { inserts: Insert[]; lines: number; text: number } = { inserts: [], lines: 0, text: 0 }
  let done = before?.lines ?? 0
  const write = async () => {
    if (waiting.lines === 0) return
    const { inserts } = waiting
    await inTransaction(bringing.db, async (tx) => {
      await insertAll(tx, inserts)
      if (name === 'members') await refuseTaken(tx, inserts)
      await save(name, { lines: done, carry: bringing.carry })(tx)
    })
    waiting = { inserts: [], lines: 0, text: 0 }
    step(`${name}: ${done} …`)
    await setImmediate()
  }
  let group: unknown
  for await (const line of linesIn(bringing.folder, name, done)) {
    await about(name, line, async () => {
      const row = rowOf(exported, line.value)
      group = forgetting(bringing, exported, row, group)
      waiting.inserts.push(...(await bring(bringing, row)))
    })
    done = line.number
    waiting.lines++
    waiting.text += JSON.stringify(line.value).length
    if (waiting.lines >= mostLines || waiting.inserts.length >= mostRows || waiting.text >= mostText) await write()
  }
  await write()
}

/** Counts of voters are of what lines with the same beginning of their key are about. */
function forgetting(bringing: Bringing, { key }: Exported, row: Row, group: unknown) {
  const next = row[key[0] as string]
  const isLeft = group !== undefined && next !== group
  // The names of a claim's voters are told by standpoints, which follow one another.
  if (isLeft) bringing.carry = {}
  return next
}

const plain =
  ({ table }: Exported): Bring =>
  (_, row) => [{ table, row }]

/** A member whose handle another has here would be nobody: nothing may go on. */
async function refuseTaken(tx: Db, inserts: readonly Insert[]) {
  const members = inserts.filter(({ table }) => table === 'members').map(({ row }) => row)
  const missing = new Set(
    await selectMissing(
      tx,
      members.map(({ id }) => String(id)),
    ),
  )
  const taken = members.filter(({ id }) => missing.has(String(id))).map(({ handle }) => handle)
  if (taken.length > 0)
    throw conflict(
      `Others are called so here already: ${taken.slice(0, 5).join(', ')}. Give them another handle first.`,
    )
}
