import type { Db } from '#db/open.ts'
import type { MachineLabellingRow } from '#db/tables.ts'

export function selectMachineWords(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('machine_labellings')
    .innerJoin('excerpts', 'excerpts.id', 'machine_labellings.excerpt_id')
    .selectAll('machine_labellings')
    .where('transcript_id', '=', transcriptId)
    .orderBy('machine_labellings.excerpt_id')
    .orderBy('label_id')
    .orderBy('classifier')
    .execute()
}

export async function updateMachineWords(tx: Db, row: MachineLabellingRow) {
  const { excerpt_id, label_id, classifier, prompt, answer } = row
  await tx
    .updateTable('machine_labellings')
    .set({ prompt, answer })
    .where('excerpt_id', '=', excerpt_id)
    .where('label_id', '=', label_id)
    .where('classifier', '=', classifier)
    .execute()
}
