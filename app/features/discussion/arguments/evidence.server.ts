import type { Member } from '#app/features/accounts/member.ts'
import { touch } from '#app/features/activity/activity.server.ts'
import type { Labelling } from '#app/features/labels/labelling.ts'
import { labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Author, Evidence, EvidenceDraft, Source } from '../bearing.ts'
import * as queries from './arguments.queries.server.ts'

/** Puts this evidence in place of what a post or comment had. Relying on a label says that one agrees with it, where its author has not voted on it; a vote once cast stays. */
export async function attachEvidence(tx: Db, author: Member, source: Source, drafts: EvidenceDraft[]) {
  await refuseUnknown(tx, drafts)
  const before = (await evidenceOf(tx, [source])).get(source.id) ?? []
  await queries.deleteEvidence(tx, source)
  const rows = drafts.map(({ excerptId, labelId, note }, position) => ({
    source_kind: source.kind,
    source_id: source.id,
    position,
    excerpt_id: excerptId,
    label_id: labelId,
    note,
  }))
  if (rows.length > 0) await queries.insertEvidence(tx, rows)
  await agreeWithLabels(tx, author, drafts)
  for (const { excerptId: id } of [...before, ...drafts]) await touch(tx, { kind: 'excerpt', id })
}

async function refuseUnknown(tx: Db, drafts: EvidenceDraft[]) {
  const excerpts = await queries.selectKnown(tx, 'excerpts', [...new Set(drafts.map((draft) => draft.excerptId))])
  const labelIds = drafts.flatMap(({ labelId }) => labelId ?? [])
  const labels = await queries.selectKnown(tx, 'labels', [...new Set(labelIds)])
  const errors: Record<string, string> = {}
  drafts.forEach(({ excerptId, labelId }, n) => {
    if (!excerpts.has(excerptId)) errors[`evidence.${n}.excerptId`] = 'There is no such excerpt.'
    if (labelId && !labels.has(labelId)) errors[`evidence.${n}.labelId`] = 'There is no such label.'
  })
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

/** Where the author has no vote yet. In one order, so that two who rely on the same labels do not wait for each other. */
async function agreeWithLabels(tx: Db, author: Member, drafts: readonly EvidenceDraft[]) {
  const labellings = await labellingsOf(
    tx,
    drafts.map(({ excerptId }) => excerptId),
    author,
  )
  const keyOf = ({ excerptId, labelId }: EvidenceDraft) => `${excerptId} ${labelId}`
  for (const { excerptId, labelId } of drafts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const mine = labellings.get(excerptId)?.find((labelling) => labelling.labelId === labelId)?.mine
    if (labelId && !mine) await voteOnLabel(tx, author, excerptId, labelId, 'agree')
  }
}

/** The evidence of posts and comments, by their id, in the order in which it was given. */
export async function evidenceOf(db: Db, sources: readonly Source[]): Promise<Map<string, Evidence[]>> {
  const found = new Map<string, Evidence[]>()
  for (const kind of ['post', 'comment'] as const) {
    const ids = sources.filter((source) => source.kind === kind).map((source) => source.id)
    for (const row of await inBatches(ids, (batch) => queries.selectEvidenceOf(db, kind, batch))) {
      const { source_id, excerpt_id: excerptId, label_id: labelId, label_name: labelName, note } = row
      found.set(source_id, [...(found.get(source_id) ?? []), { excerptId, labelId, labelName, note }])
    }
  }
  return found
}

/** A post or comment that rests on an excerpt. */
export interface Citation {
  type: Source['kind']
  id: string
  title: string | null
  words: string
  author: Author
  createdAt: number
  labelName: string | null
  note: string
}

/** The posts and comments that rest on each of these excerpts, the oldest first; what was deleted is left out. */
export async function citersOf(db: Db, excerptIds: readonly string[]): Promise<Map<string, Source[]>> {
  const found = new Map<string, Source[]>(excerptIds.map((id) => [id, []]))
  for (const row of await inBatches([...found.keys()], (batch) => queries.selectCiters(db, batch)))
    found.get(row.excerpt_id)?.push({ kind: row.source_kind, id: row.source_id })
  return found
}

/** As `citersOf`, with what they say: the first words are taken from the whole text of each. */
export async function citationsOf(db: Db, excerptIds: readonly string[]): Promise<Map<string, Citation[]>> {
  const found = new Map<string, Citation[]>(excerptIds.map((id) => [id, []]))
  for (const row of await inBatches([...found.keys()], (batch) => queries.selectCitations(db, batch))) {
    found.get(row.excerpt_id)?.push({
      type: row.source_kind,
      id: row.source_id,
      title: row.title,
      words: firstWordsOf(row.html ?? ''),
      author: { id: row.member_id, handle: row.handle },
      createdAt: row.written_at as number,
      labelName: row.label_name,
      note: row.note,
    })
  }
  return found
}

/** An excerpt that is cited, as its card shows it: the words in place, and the labels on it as they stand now. */
export interface Cited {
  id: string
  transcriptId: string
  transcriptTitle: string
  model: string | null
  condition: string | null
  isWhole: boolean
  exact: string
  prefix: string
  suffix: string
  labellings: Labelling[]
}

export type Cards = Record<string, Cited>

/** What the cards of all this evidence show, by excerpt. */
export async function cardsFor(db: Db, member: Member | null, evidence: readonly Evidence[]): Promise<Cards> {
  const ids = [...new Set(evidence.map(({ excerptId }) => excerptId))]
  const rows = await inBatches(ids, (batch) => queries.selectCards(db, batch))
  const labellings = await labellingsOf(db, ids, member)
  const cards = rows.map((row): [string, Cited] => {
    const { id, exact, prefix, suffix, model, condition, title: transcriptTitle, transcript_id: transcriptId } = row
    const words = { exact, prefix, suffix, isWhole: row.whole === 1 }
    return [id, { id, transcriptId, transcriptTitle, model, condition, ...words, labellings: labellings.get(id) ?? [] }]
  })
  return Object.fromEntries(cards)
}
