import type { Db } from '#db/open.ts'
import { selectMailTo } from './own-mail.queries.server.ts'

/** The mail to an address that is kept, in the order in which it was written, a batch at a time. */
export async function* mailTo(db: Db, address: string) {
  for (let after = ''; ; ) {
    const some = await selectMailTo(db, address, after, 100)
    const last = some.at(-1)
    if (!last) return
    yield some
    after = last.id
  }
}
