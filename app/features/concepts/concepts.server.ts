import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { excerptsByIds } from '#app/features/transcripts/excerpts.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { namesIn } from '#app/lib/markdown/syntax.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ConceptKind, ConceptRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Concept, ConceptDraft, type ConceptGiven, type ConceptWanted } from './concept.ts'
import * as queries from './concepts.queries.server.ts'
import { factsFor, factWords } from './facts.ts'
import { conceptIdsNamed, nameConcept, takeNewNames } from './naming/names.server.ts'
import { type Words, wordsOf } from './wording/words.ts'

/** Makes a concept. A name that is taken, in whatever case or spacing, gives the concept that has it, as it is. */
export async function createConcept(db: Db, member: Member, given: ConceptGiven) {
  const draft = parse(ConceptDraft, given)
  return inTransaction(db, async (tx): Promise<{ concept: Concept; isNew: boolean }> => {
    await refuseUnknownExcerpt(tx, draft.excerptId)
    const [made] = await createConcepts(tx, member, [draft])
    const { id, isNew } = made as Made
    if (isNew) await nameConcept(tx, member, id, draft.name, draft.aliases)
    return { concept: await findConcept(tx, id), isNew }
  })
}

export interface Made {
  id: string
  isNew: boolean
}

/** Makes many concepts within an open transaction in a few queries, by their names alone; answers in the order given. Names that are taken, also earlier in the list, give the concepts that have them. */
export async function createConcepts(tx: Db, member: Member, drafts: readonly ConceptWanted[]): Promise<Made[]> {
  if (drafts.length === 0) return []
  const first = [...Map.groupBy(drafts, ({ name }) => nameKey(name)).values()].map(([draft]) => draft as ConceptWanted)
  const rows = []
  for (const draft of first) rows.push(await rowOf(tx, member, draft))
  const aliasesOf = new Map(rows.map(({ id }, at) => [id, first[at]?.aliases ?? []]))
  await queries.insertConcepts(tx, rows)
  const holders = await takeNewNames(tx, rows)
  const isMade = (row: ConceptRow) => holders.get(row.name_key) === row.id
  const made = rows.filter(isMade)
  const taken = rows.filter((row) => !isMade(row)).map(({ id }) => id)
  await queries.deleteConcepts(tx, taken)
  await queries.insertRevisions(
    tx,
    made.map((row) => firstRevision(row, aliasesOf.get(row.id) ?? [])),
  )
  for (const { id, definition } of made) {
    if (namesIn(definition).length > 0) await keepMentions(tx, { kind: 'concept', id }, definition)
    await record(tx, member, 'concept.created', { kind: 'concept', id })
  }
  const isNew = new Set(made.map(({ name_key }) => name_key))
  return drafts.map(({ name }) => {
    const key = nameKey(name)
    return { id: holders.get(key) as string, isNew: isNew.delete(key) }
  })
}

async function rowOf(db: Db, member: Member, draft: ConceptWanted): Promise<ConceptRow> {
  const facts = factsFor(draft.kind, draft)
  return {
    ...{ id: newId(), kind: draft.kind, name: draft.name, name_key: nameKey(draft.name), also_called: '' },
    ...{ definition: draft.definition, definition_html: await renderWritten(db, draft.definition, 'definition') },
    ...{ facts: JSON.stringify(facts), fact_words: factWords(facts) },
    excerpt_id: draft.kind === 'quote' ? draft.excerptId : null,
    ...{ version: 1, member_id: member.id, created_at: now() },
    ...{ merged_into: null, merged_next: null },
  }
}

function firstRevision(row: ConceptRow, aliases: string[]) {
  const { id: concept_id, version, member_id, created_at } = row
  const words = JSON.stringify(wordsOf(conceptOf(row), aliases) satisfies Words)
  return { concept_id, version, words, why: '', restores: null, member_id, created_at }
}

export async function refuseUnknownExcerpt(db: Db, id: string | null) {
  if (id && !(await excerptsByIds(db, [id])).has(id)) throw invalid({ excerptId: 'There is no such excerpt.' })
}

export async function findConcept(db: Db, id: string): Promise<Concept> {
  const [concept] = await conceptsByIds(db, [id])
  if (!concept) throw notFound('concept')
  return concept
}

/** Those of the concepts that are there, merged ones too, in no order. */
export async function conceptsByIds(db: Db, ids: readonly string[]): Promise<Concept[]> {
  return ids.length === 0 ? [] : (await queries.selectConcepts(db, ids)).map(conceptOf)
}

/** The concept that goes by this name, or that into which it was merged. */
export async function conceptNamed(db: Db, name: string): Promise<Concept | undefined> {
  const id = (await conceptIdsNamed(db, [name])).get(nameKey(name))
  return id === undefined ? undefined : findConcept(db, id)
}

export interface ListedConcept extends Concept {
  madeBy: string
}

/** Concepts that stand for themselves, the newest first: of a kind, and with a part of their name. */
export async function newestConcepts(
  db: Db,
  { kind, part }: { kind: ConceptKind | null; part: string },
  page: Page,
): Promise<Paged<ListedConcept>> {
  const rows = await queries.selectNewestConcepts(db, { kind, part: nameKey(part) }, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  return { items: items.map((row) => ({ ...conceptOf(row), madeBy: row.handle })), next }
}

/** How many concepts there are of each kind. */
export async function countsByKind(db: Db): Promise<Partial<Record<ConceptKind, number>>> {
  return Object.fromEntries((await queries.selectKindCounts(db)).map(({ kind, n }) => [kind, Number(n)]))
}

export function conceptOf(row: ConceptRow): Concept {
  const { id, kind, name, definition, version } = row
  return {
    ...{ id, kind, name, definition, version },
    aliases: row.also_called.split('\n').filter(Boolean),
    definitionHtml: row.definition_html,
    facts: JSON.parse(row.facts) as Concept['facts'],
    excerptId: row.excerpt_id,
    memberId: row.member_id,
    createdAt: row.created_at,
    mergedInto: row.merged_into,
  }
}
