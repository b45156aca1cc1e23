import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './forget-mail.queries.server.ts'

const atOnce = 50

/** Forgets all mail to an address, sent or not. */
export async function forgetMailTo(db: Db, address: string) {
  await inTransaction(db, (tx) => queries.deleteMailTo(tx, address))
}

/** Puts what `rename` makes of it in place of what mail to others says, wherever a name stands in it. */
export async function renameInMail(db: Db, name: string, rename: (text: string) => string) {
  for (let after = ''; ; ) {
    const some = await queries.selectMailSaying(db, name.toLowerCase(), after, atOnce)
    await inTransaction(db, async (tx) => {
      for (const { id, subject, text, html, headers } of some) {
        const said = { subject: rename(subject), text: rename(text), html: rename(html), headers: rename(headers) }
        await queries.updateMail(tx, { id, ...said })
      }
    })
    const last = some.at(-1)
    if (!last || some.length < atOnce) return
    after = last.id
  }
}
