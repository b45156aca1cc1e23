import { renderWritten } from '#app/features/mentions/links.server.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Exported } from '../exported.ts'
import type { Steps } from './bring-file.server.ts'
import type { Bringing } from './bringing.ts'
import { about, linesIn } from './read-lines.server.ts'
import { type Row, rowOf } from './row-of.ts'
import { type Update, updateAll } from './rows.queries.server.ts'

const mostLines = 200

/** Once all rows are there: puts in what refers to rows further down, and makes HTML of texts, whose [[names]] lead somewhere now. */
export async function finishFile({ db, folder }: Bringing, exported: Exported, { steps, save, step }: Steps) {
  const { name, table, key, later = [], html = {} } = exported
  if (later.length === 0 && Object.keys(html).length === 0) return
  const own = `${name}+`
  let [done, waiting] = [steps[own]?.lines ?? 0, [] as Update[]]
  const write = async () => {
    const some = waiting
    await inTransaction(db, async (tx) => {
      await updateAll(tx, some)
      await save(own, { lines: done })(tx)
    })
    waiting = []
    step(`${name}: ${done} …`)
  }
  for await (const line of linesIn(folder, name, done)) {
    await about(name, line, async () => {
      const row = rowOf(exported, line.value)
      const set: Row = Object.fromEntries(
        later.filter((column) => row[column] !== null).map((column) => [column, row[column] ?? null]),
      )
      for (const [made, from] of Object.entries(html))
        if (row[from]) set[made] = await renderWritten(db, String(row[from]))
      const isIt = Object.fromEntries(key.map((column) => [column, row[column] ?? null]))
      if (Object.keys(set).length > 0) waiting.push({ table, key: isIt, set })
    })
    done = line.number
    if (waiting.length >= mostLines) await write()
  }
  await write()
}
