import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import type { Excerpt } from '#app/features/transcripts/excerpt.ts'
import { excerptsByIds } from '#app/features/transcripts/excerpts.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, paged } from '#app/lib/paging.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { shortened, slice } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LabellingRow, LabelVoteRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { judgedOf, type Labelling, LabelVoteDraft, type LabelVoteValue, stateOf } from './labelling.ts'
import * as queries from './labellings.queries.server.ts'
import { selectLabel } from './labels.queries.server.ts'
import { findLabel, proposeLabel } from './labels.server.ts'

type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

/** Casts or changes a vote. The first vote on an excerpt and label puts the label on, and counts for no state. */
export async function voteOnLabel(db: Db, member: Member, excerptId: string, labelId: string, value: LabelVoteValue) {
  parse(LabelVoteDraft, { value })
  return inTransaction(db, async (tx) => {
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    const { placed_by } = await queries.upsertLabelling(tx, unvoted(pair, { placed_by: member.id }))
    const old = await queries.selectVote(tx, pair, member.id)
    if (old?.value !== value || old.label_version !== label.version) {
      const placing = Number(placed_by === member.id)
      const vote = {
        ...pair,
        member_id: member.id,
        value,
        placing,
        blind: 0,
        label_version: label.version,
        cast_at: now(),
      }
      await queries.upsertVote(tx, vote)
      await count(tx, member, pair, old, vote)
    }
    return labellingOn(tx, member, excerptId, labelId)
  })
}

export interface ChosenLabel {
  labelId?: string
  name?: string
  definition?: string
}

/** Puts a label on by the member's vote that it fits: the one that is named (proposed where it is new), else the one chosen. */
export async function labelExcerpt(db: Db, member: Member, excerptId: string, chosen: ChosenLabel) {
  const { labelId, name = '', definition } = chosen
  return inTransaction(db, async (tx) => {
    if (name.trim()) {
      const { label } = await proposeLabel(tx, member, { name, definition })
      return voteOnLabel(tx, member, excerptId, label.id, 'agree')
    }
    if (!labelId) throw invalid({ name: 'Choose a label, or name a new one here.' })
    if (!(await selectLabel(tx, labelId))) throw invalid({ labelId: 'There is no such label.' })
    return voteOnLabel(tx, member, excerptId, labelId, 'agree')
  })
}

/** Takes a vote back. A labelling that only votes held goes with the last of them; then the answer has no votes. */
export async function takeBackLabelVote(db: Db, member: Member, excerptId: string, labelId: string) {
  return inTransaction(db, async (tx) => {
    await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    const isOn = await queries.updateLabellingLock(tx, pair)
    const old = isOn && (await queries.selectVote(tx, pair, member.id))
    if (old) {
      await queries.deleteVote(tx, pair, member.id)
      await count(tx, member, pair, old, undefined)
      await queries.deleteAbandoned(tx, pair)
    }
    return labellingOn(tx, member, excerptId, labelId)
  })
}

/** Notes that a label came with the data; says whether that is new. Nobody places it: the first vote on it is one like any other. */
export async function giveLabel(db: Db, member: Member, excerptId: string, labelId: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    const { given } = await queries.upsertLabelling(tx, unvoted(pair, {}))
    if (given) return false
    await queries.updateGiven(tx, pair)
    await note(tx, member, 'label.given', pair)
    return true
  })
}

export interface MachineWord {
  classifier: string
  score: number | null
  prompt?: string | null
  answer?: string | null
}

/** Notes what a named classifier said, its newest word in place of the one before; says whether anything is new. */
export async function labelByMachine(db: Db, member: Member, excerptId: string, labelId: string, word: MachineWord) {
  return inTransaction(db, async (tx) => {
    await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    await queries.upsertLabelling(tx, unvoted(pair, {}))
    const { classifier, score, prompt = null, answer = null } = word
    const old = await queries.selectMachineLabelling(tx, pair, classifier)
    if (old && old.score === score && old.prompt === prompt && old.answer === answer) return false
    await queries.upsertMachineLabelling(tx, { ...pair, classifier, score, prompt, answer, created_at: now() })
    await note(tx, member, 'label.by-machine', pair)
    return true
  })
}

async function labelFor(tx: Db, excerptId: string, labelId: string) {
  if (!(await queries.selectExcerptId(tx, excerptId))) throw notFound('excerpt')
  return findLabel(tx, labelId)
}

function unvoted(pair: Pair, { placed_by = null }: { placed_by?: string | null }): LabellingRow {
  const none = { agree: 0, disagree: 0, unsure: 0, placing_agree: 0, placing_disagree: 0 }
  return { ...pair, ...none, given: 0, placed_by, created_at: now() }
}

type Vote = Pick<LabelVoteRow, 'value' | 'placing'> | undefined

async function count(tx: Db, member: Member, pair: Pair, old: Vote, vote: Vote) {
  const by = (value: LabelVoteValue) => Number(vote?.value === value) - Number(old?.value === value)
  const placing = (vote ?? old)?.placing ?? 0
  await queries.updateCounts(tx, pair, {
    agree: by('agree'),
    disagree: by('disagree'),
    unsure: by('unsure'),
    placing_agree: placing * by('agree'),
    placing_disagree: placing * by('disagree'),
  })
  const value = vote?.value ?? null
  await queries.insertHistory(tx, { id: newId(), ...pair, member_id: member.id, value, at: now() })
  await note(tx, member, vote ? 'label.voted' : 'label.vote-taken-back', pair)
}

async function note(tx: Db, member: Member, verb: string, pair: Pair) {
  await record(tx, member, verb, { kind: 'excerpt', id: pair.excerpt_id })
  await touch(tx, { kind: 'label', id: pair.label_id })
}

async function labellingOn(db: Db, member: Member, excerptId: string, labelId: string): Promise<Labelling> {
  const all = (await labellingsOf(db, [excerptId], member)).get(excerptId)
  const on = all?.find((labelling) => labelling.labelId === labelId)
  return (
    on ??
    labellingOf({ ...unvoted({ excerpt_id: excerptId, label_id: labelId }, {}), ...(await findLabel(db, labelId)) })
  )
}

/** The labellings of each of these excerpts, in the order in which they were put on, with the member's own votes. */
export async function labellingsOf(db: Db, excerptIds: readonly string[], member: Member | null) {
  const found = new Map<string, Labelling[]>(excerptIds.map((id) => [id, []]))
  if (excerptIds.length === 0) return found
  const ids = [...found.keys()]
  const rows = await inBatches(ids, (batch) => queries.selectLabellings(db, batch))
  const keyOf = (pair: Pair) => `${pair.excerpt_id} ${pair.label_id}`
  const words = await inBatches(ids, (batch) => queries.selectMachineLabellings(db, batch))
  const machines = new Map(words.map((row) => [keyOf(row), row]))
  const votes = member ? await inBatches(ids, (batch) => queries.selectVotesOf(db, member.id, batch)) : []
  const mine = new Map(votes.map((row) => [keyOf(row), row.value]))
  for (const row of rows) {
    const machine = machines.get(keyOf(row))
    const said = machine ? { classifier: machine.classifier, score: machine.score } : null
    found.get(row.excerpt_id)?.push({ ...labellingOf(row), machine: said, mine: mine.get(keyOf(row)) ?? null })
  }
  return found
}

function labellingOf(row: LabellingRow & { name: string }): Labelling {
  const { label_id: labelId, name, agree, disagree, unsure } = row
  const counts = { agree, disagree, placingAgree: row.placing_agree, placingDisagree: row.placing_disagree }
  const judged = judgedOf(counts)
  return {
    labelId,
    name,
    agree,
    disagree,
    unsure,
    n: judged.agree + judged.disagree,
    state: stateOf(counts),
    given: row.given === 1,
    machine: null,
    mine: null,
  }
}

export interface Carrying {
  excerpt: Omit<Excerpt, 'exact'> & { words: string }
  labelling: Labelling
}

const mostWords = 300

/** Excerpts that carry a label, their words shortened, the most contested first. */
export async function excerptsCarrying(db: Db, labelId: string, page: Page, member: Member | null) {
  const rows = await queries.selectCarrying(db, labelId, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.worth, row.excerpt_id])
  return { items: await carryingOf(db, member, items), next }
}

/** The words that are read most differently, on the whole site: so many excerpts with the label over which votes are most split. */
export async function readMostDifferently(db: Db, most: number, member: Member | null): Promise<Carrying[]> {
  return carryingOf(db, member, await queries.selectMostContested(db, most))
}

async function carryingOf(db: Db, member: Member | null, pairs: readonly Pair[]): Promise<Carrying[]> {
  const ids = pairs.map((pair) => pair.excerpt_id)
  const excerpts = await excerptsByIds(db, ids)
  const labellings = await labellingsOf(db, ids, member)
  return pairs.flatMap((pair): Carrying[] => {
    const labelling = labellings.get(pair.excerpt_id)?.find((one) => one.labelId === pair.label_id)
    const { exact = '', ...excerpt } = excerpts.get(pair.excerpt_id) ?? {}
    const words = shortened(slice(exact, 0, 2 * mostWords), mostWords)
    return labelling ? [{ excerpt: { ...(excerpt as Excerpt), words }, labelling }] : []
  })
}
