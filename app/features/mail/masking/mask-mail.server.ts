import { escaped } from '#app/lib/html-text.ts'
import type { Db } from '#db/open.ts'
import { type Change, updateWords } from './mask-mail.queries.server.ts'

/** Masks words in the letters that the site owes or has kept, where they stand as they are given here. */
export async function maskMail(tx: Db, changes: readonly Change[]) {
  for (const { from, to } of changes)
    if (from !== '' && from !== to) await updateWords(tx, { from, to }, inHtml({ from, to }))
}

const inHtml = ({ from, to }: Change): Change => ({ from: escaped(from), to: escaped(to) })
