import type { Db } from '#db/open.ts'
import * as queries from './mask-machine-words.queries.server.ts'

/** Masks what classifiers were asked and answered about a transcript. */
export async function maskMachineWords(tx: Db, transcriptId: string, hide: (copy: string) => string) {
  for (const row of await queries.selectMachineWords(tx, transcriptId)) {
    const [prompt, answer] = [row.prompt && hide(row.prompt), row.answer && hide(row.answer)]
    if (prompt !== row.prompt || answer !== row.answer) await queries.updateMachineWords(tx, { ...row, prompt, answer })
  }
}
