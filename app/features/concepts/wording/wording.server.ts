import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { conflict, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Concept } from '../concept.ts'
import { conceptOf, findConcept, refuseUnknownExcerpt } from '../concepts.server.ts'
import { factsFor, factWords } from '../facts.ts'
import { nameConcept, ownAliases } from '../naming/names.server.ts'
import { ConceptEdit, type Revision } from './edit.ts'
import * as queries from './wording.queries.server.ts'
import { type Words, wordsOf } from './words.ts'

/** Concepts, kept from other edits and merges until the transaction ends; in no order. */
export const holdConcepts = queries.selectHeldConcepts

/** Writes down anew what a concept is; what is left out stays. Refused where somebody else edited it since the version that this edit began from. */
export async function editConcept(db: Db, member: Member, conceptId: string, edit: ConceptEdit): Promise<Concept> {
  const { since, why, ...wanted } = parse(ConceptEdit, edit)
  return inTransaction(db, async (tx) => {
    const { concept, words } = await editable(tx, conceptId)
    if (since !== concept.version) throw editedMeanwhile(concept.version)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const facts = { ...words.facts, ...given }
    const next = { ...words, ...given, facts: words.facts }
    await write(tx, member, concept, words, { ...wordsOf({ ...concept, ...next }, next.aliases), facts }, { why })
    return findConcept(tx, conceptId)
  })
}

const editedMeanwhile = (version: number) =>
  conflict(
    'Somebody edited this while you wrote. What you typed is kept: compare it with what stands there now, then save again.',
    { version },
  )

/** Lets a concept say again what it said in an earlier version: as a new one. */
export async function restoreConcept(db: Db, member: Member, conceptId: string, version: number): Promise<Concept> {
  return inTransaction(db, async (tx) => {
    const { concept, words } = await editable(tx, conceptId)
    const revision = await findRevision(tx, conceptId, version)
    await write(tx, member, concept, words, revision, { why: '', restores: version })
    return findConcept(tx, conceptId)
  })
}

async function findRevision(db: Db, conceptId: string, version: number): Promise<Words> {
  const isVersion = Number.isInteger(version) && version > 0 && version < 2 ** 31
  const row = isVersion ? await queries.selectRevision(db, conceptId, version) : undefined
  if (!row) throw notFound('version of this concept')
  return JSON.parse(row.words) as Words
}

async function editable(tx: Db, conceptId: string) {
  const [row] = await queries.selectHeldConcepts(tx, [conceptId])
  if (!row) throw notFound('concept')
  if (row.merged_into) throw conflict('This concept was merged into another.', { movedTo: row.merged_into })
  const concept = conceptOf(row)
  return { concept, words: wordsOf(concept, await ownAliases(tx, concept)) }
}

/** The name that it had leads to it still, as an alias. */
async function write(
  tx: Db,
  member: Member,
  concept: Concept,
  old: Words,
  given: Words,
  { why, restores = null }: { why: string; restores?: number | null },
) {
  const words = settled(old, given)
  if (JSON.stringify(words) === JSON.stringify(settled(old, old))) return
  if (words.excerptId !== old.excerptId) await refuseUnknownExcerpt(tx, words.excerptId)
  const version = concept.version + 1
  const { kind, name, definition, facts, excerptId } = words
  await nameConcept(tx, member, concept.id, name, words.aliases)
  await queries.updateWords(tx, concept.id, {
    ...{ kind, name, name_key: nameKey(name), version, excerpt_id: excerptId },
    ...{ definition, definition_html: await renderWritten(tx, definition, 'definition') },
    ...{ facts: JSON.stringify(facts), fact_words: factWords(facts) },
  })
  await keepMentions(tx, { kind: 'concept', id: concept.id }, definition)
  const row = { concept_id: concept.id, version, words: JSON.stringify(words), why, restores }
  await queries.insertRevision(tx, { ...row, member_id: member.id, created_at: now() })
  await record(tx, member, 'concept.edited', { kind: 'concept', id: concept.id })
}

/** What is kept of what was given: facts of its kind, each other name once, and the former name among them. */
function settled(old: Words, { kind, name, aliases, definition, facts, excerptId }: Words): Words {
  const others = new Map([...aliases, old.name].map((one) => [nameKey(one), one]))
  others.delete(nameKey(name))
  return {
    ...{ kind, name, aliases: [...others.values()], definition },
    ...{ facts: factsFor(kind, facts), excerptId: kind === 'quote' ? excerptId : null },
  }
}

/** What a concept said, the newest first. */
export async function revisionsOf(db: Db, conceptId: string, page: Page): Promise<Paged<Revision>> {
  const rows = await queries.selectRevisions(db, conceptId, page)
  const { items, next } = paged(rows, page.limit, ({ version }) => [version, conceptId])
  const revisions = items.map(({ version, words, why, restores, handle, created_at }) => {
    return { version, words: JSON.parse(words) as Words, why, restores, handle, createdAt: created_at }
  })
  return { items: revisions, next }
}

/** What it said in the version before, where there is one. */
export async function wordsBefore(db: Db, conceptId: string, version: number): Promise<Words | null> {
  return version > 1 ? findRevision(db, conceptId, version - 1) : null
}

/** Everybody who wrote a version of it. */
export const editorIdsOf = queries.selectEditorIds
