import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { isInserted } from '#db/inserted.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { ClassifierRow, PromptRow } from '#db/tables.ts'

export async function insertPrompt(tx: Db, row: PromptRow) {
  await tx
    .insertInto('prompts')
    .values(row)
    .onConflict((c) => c.column('hash').doNothing())
    .execute()
}

/** Inserts unless it is there, or its name is another's on the label; says whether it did. */
export async function insertClassifier(tx: Db, row: ClassifierRow): Promise<boolean> {
  const result = await tx
    .insertInto('classifiers')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export function selectClassifierByKey(db: Db, key: string) {
  return db.selectFrom('classifiers').selectAll().where('key', '=', key).executeTakeFirst()
}

/** Whether labellings carry this name that came otherwise, as with an import. */
export async function selectIsNameTaken(db: Db, labelId: string, name: string): Promise<boolean> {
  const taken = db
    .selectFrom('machine_labellings')
    .select('classifier')
    .where('label_id', '=', labelId)
    .where('classifier', '=', name)
  return (await taken.limit(1).executeTakeFirst()) !== undefined
}

/** With the label's name, the prompt and who ran it first. */
function found(db: Db) {
  return db
    .selectFrom('classifiers')
    .innerJoin('labels', 'labels.id', 'classifiers.label_id')
    .innerJoin('prompts', 'prompts.hash', 'classifiers.prompt_hash')
    .innerJoin('members', 'members.id', 'classifiers.member_id')
    .selectAll('classifiers')
    .select(['labels.name as label_name', 'prompts.words', 'members.handle'])
}

export function selectClassifier(db: Db, id: string) {
  return found(db).where('classifiers.id', '=', id).executeTakeFirst()
}

/** Newest first, one more than the page holds. */
export function selectClassifiers(db: Db, { limit, after }: Page) {
  return found(db)
    .$if(after !== null, (q) => q.where(isListedAfter('classifiers', timeAndId(after ?? []))))
    .orderBy('classifiers.created_at', 'desc')
    .orderBy('classifiers.id', 'desc')
    .limit(limit + 1)
    .execute()
}
