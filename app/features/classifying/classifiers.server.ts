import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import type { TurnRole } from '#app/features/transcripts/transcript.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { ClassifierRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Classifier, shortHash } from './classifier.ts'
import * as queries from './classifiers.queries.server.ts'

/** What makes a classifier this one: the same again is the one that is there. */
export interface ClassifierDraft {
  name: string
  labelId: string
  model: string
  prompt: string
  role: TurnRole | null
}

function keyOf({ name, labelId, model, prompt, role }: ClassifierDraft): string {
  return sha256(JSON.stringify([name, labelId, model, sha256(prompt), role]))
}

export async function classifierOf(db: Db, draft: ClassifierDraft): Promise<Classifier | undefined> {
  const row = await queries.selectClassifierByKey(db, keyOf(draft))
  return row && read(row)
}

/** Makes a classifier, or finds it. Where its name is in use on this label, with another prompt or model or from an import, a mark is added, so that one run never writes over another. */
export async function keepClassifier(db: Db, member: Member, draft: ClassifierDraft): Promise<Classifier> {
  const { labelId, model, prompt, role } = draft
  const key = keyOf(draft)
  const row = { id: newId(), key, label_id: labelId, model, prompt_hash: sha256(prompt), role, member_id: member.id }
  return inTransaction(db, async (tx) => {
    const known = await queries.selectClassifierByKey(tx, key)
    if (known) return read(known)
    await queries.insertPrompt(tx, { hash: row.prompt_hash, words: prompt, created_at: now() })
    for (const name of [draft.name, `${draft.name} ${shortHash(key)}`]) {
      if (await queries.selectIsNameTaken(tx, labelId, name)) continue
      if (await queries.insertClassifier(tx, { ...row, name, created_at: now() })) {
        await record(tx, member, 'classifier.made', { kind: 'classifier', id: row.id })
        break
      }
    }
    return read((await queries.selectClassifierByKey(tx, key)) as ClassifierRow)
  })
}

/** A classifier as its page shows it. */
export interface ShownClassifier extends Classifier {
  labelName: string
  prompt: string
  /** Handle of who ran it first. */
  madeBy: string
}

export async function findClassifier(db: Db, id: string): Promise<ShownClassifier> {
  const row = await queries.selectClassifier(db, id)
  if (!row) throw notFound('classifier')
  return shown(row)
}

export async function newestClassifiers(db: Db, page: Page): Promise<Paged<ShownClassifier>> {
  const rows = await queries.selectClassifiers(db, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  return { items: items.map(shown), next }
}

function shown(row: ClassifierRow & { label_name: string; words: string; handle: string }): ShownClassifier {
  return { ...read(row), labelName: row.label_name, prompt: row.words, madeBy: row.handle }
}

function read(row: ClassifierRow): Classifier {
  return {
    id: row.id,
    name: row.name,
    labelId: row.label_id,
    model: row.model,
    promptHash: row.prompt_hash,
    role: row.role as TurnRole | null,
    createdAt: row.created_at,
  }
}
