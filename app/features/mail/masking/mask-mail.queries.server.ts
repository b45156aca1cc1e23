import type { Db } from '#db/open.ts'

export interface Change {
  from: string
  to: string
}

/** Puts words in place of others in every mail that holds them, as text and as HTML. */
export async function updateWords(tx: Db, text: Change, html: Change) {
  await tx
    .updateTable('outbox')
    .set((e) => ({
      text: e.fn<string>('replace', ['text', e.val(text.from), e.val(text.to)]),
      html: e.fn<string>('replace', ['html', e.val(html.from), e.val(html.to)]),
    }))
    .where((e) => e(e.fn<string>('replace', ['text', e.val(text.from), e.val(text.to)]), '<>', e.ref('text')))
    .execute()
}
