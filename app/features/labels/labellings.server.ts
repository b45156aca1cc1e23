import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LabellingRow, LabelRow, LabelVoteRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { recount } from './counting/recount.server.ts'
import type { Label } from './label.ts'
import { judgedOf, type Labelling, LabelVoteDraft, type LabelVoteValue, stateOf } from './labelling.ts'
import * as queries from './labellings.queries.server.ts'
import { selectLabel } from './labels.queries.server.ts'
import { findLabel, keepLabel, proposeLabel } from './labels.server.ts'
import { noteShown, wasShown } from './showings/showings.server.ts'

type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

/** Casts or changes a vote. The first vote on an excerpt and label puts the label on, and counts for no state. */
export async function voteOnLabel(db: Db, member: Member, excerptId: string, labelId: string, value: LabelVoteValue) {
  parse(LabelVoteDraft, { value })
  return inTransaction(db, async (tx) => {
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    await refuseNewOfRetired(tx, label, pair)
    const { placed_by } = await queries.upsertLabelling(tx, unvoted(pair, { placed_by: member.id }))
    const isPlacing = placed_by === member.id || (!placed_by && (await queries.updatePlacedBy(tx, pair, member.id)))
    await cast(tx, member, pair, label, { value, placing: Number(isPlacing), blind: 0 })
    return labellingOn(tx, member, excerptId, labelId)
  })
}

/** As `voteOnLabel`, for a pair that the queue put to the member: it places nothing, is blind unless something has shown them how others label the excerpt, and shows nothing. */
export async function answerQueue(db: Db, member: Member, excerptId: string, labelId: string, value: LabelVoteValue) {
  parse(LabelVoteDraft, { value })
  await inTransaction(db, async (tx) => {
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    await refuseNewOfRetired(tx, label, pair)
    const { placed_by } = await queries.upsertLabelling(tx, unvoted(pair, {}))
    const blind = Number(!(await wasShown(tx, member, excerptId)))
    await cast(tx, member, pair, label, { value, placing: Number(placed_by === member.id), blind })
  })
}

type NewVote = Pick<LabelVoteRow, 'value' | 'placing' | 'blind'>

async function cast(tx: Db, member: Member, pair: Pair, label: Label, { value, placing, blind }: NewVote) {
  const old = await queries.selectVote(tx, pair, member.id)
  if (old?.value === value && old.label_version === label.version) return
  const row = { ...pair, member_id: member.id, value, placing, blind, label_version: label.version, cast_at: now() }
  await queries.upsertVote(tx, { ...row, merged_from: null })
  await count(tx, member, pair, label, old, row)
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
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    const isThere = await queries.updateLabellingLock(tx, pair)
    const old = isThere && (await queries.selectVote(tx, pair, member.id))
    if (old) {
      await queries.deleteVote(tx, pair, member.id)
      await count(tx, member, pair, label, old, undefined)
      await queries.deleteAbandoned(tx, pair)
      await takeBackOriginals(tx, member, pair, old.merged_from)
    }
    return labellingOn(tx, member, excerptId, labelId)
  })
}

/** What was taken back of a copy that a merge made is taken back where it was cast, too: should the labels part again, it is not there. */
async function takeBackOriginals(tx: Db, member: Member, pair: Pair, mergedFrom: string | null) {
  for (let label_id = mergedFrom; label_id; ) {
    const original = { ...pair, label_id }
    const vote = await queries.selectVote(tx, original, member.id)
    await queries.deleteVote(tx, original, member.id)
    await queries.insertHistory(tx, { id: newId(), ...original, member_id: member.id, value: null, at: now() })
    await recount(tx, label_id, pair.excerpt_id)
    label_id = vote?.merged_from ?? null
  }
}

/** Notes that a label came with the data; says whether that is new. Nobody places it: the first vote on it is one like any other. */
export async function giveLabel(db: Db, member: Member, excerptId: string, labelId: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    await refuseNewOfRetired(tx, label, pair)
    const { given, merged_from } = await queries.upsertLabelling(tx, unvoted(pair, {}))
    if (given && !merged_from) return false
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
    const label = await labelFor(tx, excerptId, labelId)
    const pair = { excerpt_id: excerptId, label_id: labelId }
    await refuseNewOfRetired(tx, label, pair)
    await queries.upsertLabelling(tx, unvoted(pair, {}))
    const { classifier, score, prompt = null, answer = null } = word
    const old = await queries.selectMachineLabelling(tx, pair, classifier)
    if (old && old.score === score && old.prompt === prompt && old.answer === answer) return false
    await queries.upsertMachineLabelling(tx, { ...pair, classifier, score, prompt, answer, created_at: now() })
    await note(tx, member, 'label.by-machine', pair)
    return true
  })
}

/** The label, kept as it is until the transaction ends: an edit or a merge waits for the votes that go before it. */
async function labelFor(tx: Db, excerptId: string, labelId: string): Promise<Label> {
  if (!(await queries.selectExcerptId(tx, excerptId))) throw notFound('excerpt')
  await keepLabel(tx, labelId)
  const label = await findLabel(tx, labelId)
  if (label.mergedInto) {
    const into = await findLabel(tx, label.mergedInto)
    throw conflict(`“${label.name}” was merged into “${into.name}”: use that one.`, { movedTo: into.id })
  }
  return label
}

async function refuseNewOfRetired(tx: Db, label: Label, pair: Pair) {
  if (label.retiredAt !== null && !(await queries.selectIsOn(tx, pair)))
    throw conflict(`“${label.name}” is retired: it is put on nothing more.`)
}

const none = {
  ...{ agree: 0, disagree: 0, unsure: 0, placing_agree: 0, placing_disagree: 0 },
  ...{ earlier_agree: 0, earlier_disagree: 0, earlier_unsure: 0 },
}

function unvoted(pair: Pair, { placed_by = null }: { placed_by?: string | null }): LabellingRow {
  return { ...pair, ...none, given: 0, placed_by, created_at: now(), merged_from: null }
}

type Vote = Pick<LabelVoteRow, 'value' | 'placing' | 'label_version'> | undefined

async function count(tx: Db, member: Member, pair: Pair, { meaning }: Label, old: Vote, vote: Vote) {
  await queries.updateCounts(tx, pair, difference(countsOf(old, meaning), countsOf(vote, meaning)))
  const value = vote?.value ?? null
  await queries.insertHistory(tx, { id: newId(), ...pair, member_id: member.id, value, at: now() })
  await note(tx, member, vote ? 'label.voted' : 'label.vote-taken-back', pair)
}

/** What one vote adds to the counts: one that was cast on words of another meaning is counted apart. */
function countsOf(vote: Vote, meaning: number): queries.CountChange {
  if (!vote) return none
  if (vote.label_version < meaning) return { ...none, [`earlier_${vote.value}`]: 1 }
  const placing = vote.placing && vote.value !== 'unsure' ? { [`placing_${vote.value}`]: 1 } : {}
  return { ...none, [vote.value]: 1, ...placing }
}

function difference(from: queries.CountChange, to: queries.CountChange): queries.CountChange {
  const keys = Object.keys(none) as (keyof queries.CountChange)[]
  return Object.fromEntries(keys.map((key) => [key, to[key] - from[key]])) as unknown as queries.CountChange
}

async function note(tx: Db, member: Member, verb: string, pair: Pair) {
  await record(tx, member, verb, { kind: 'excerpt', id: pair.excerpt_id })
  await touch(tx, { kind: 'label', id: pair.label_id })
}

async function labellingOn(db: Db, member: Member, excerptId: string, labelId: string): Promise<Labelling> {
  const all = (await labellingsOf(db, [excerptId], member)).get(excerptId)
  const on = all?.find((labelling) => labelling.labelId === labelId)
  const nothing = unvoted({ excerpt_id: excerptId, label_id: labelId }, {})
  return on ?? labellingOf({ ...nothing, ...(await findLabel(db, labelId)) })
}

/** The labellings of each of these excerpts, in the order in which they were put on, with the member's own votes. Whoever asks for a member shows it to them, and so it is noted that they saw it: what they vote then is not blind. */
export async function labellingsOf(db: Db, excerptIds: readonly string[], member: Member | null) {
  const found = new Map<string, Labelling[]>(excerptIds.map((id) => [id, []]))
  if (excerptIds.length === 0) return found
  const ids = [...found.keys()]
  const rows = await inBatches(ids, (batch) => queries.selectLabellings(db, batch))
  const keyOf = (pair: Pair) => `${pair.excerpt_id} ${pair.label_id}`
  const words = await inBatches(ids, (batch) => queries.selectMachineLabellings(db, batch))
  const machines = new Map(words.map((row) => [keyOf(row), row]))
  const votes = member ? await inBatches(ids, (batch) => queries.selectVotesOf(db, member.id, batch)) : []
  const mine = new Map(votes.map((row) => [keyOf(row), row]))
  if (member) await noteShown(db, member, [...new Set(rows.map((row) => row.excerpt_id))])
  for (const row of rows) {
    const machine = machines.get(keyOf(row))
    const said = machine ? { classifier: machine.classifier, score: machine.score } : null
    found.get(row.excerpt_id)?.push({ ...labellingOf(row, mine.get(keyOf(row))), machine: said })
  }
  return found
}

type Own = Pick<LabelVoteRow, 'value' | 'label_version'>

function labellingOf(row: LabellingRow & Pick<LabelRow, 'name' | 'meaning'>, own?: Own): Labelling {
  const { label_id: labelId, name, agree, disagree, unsure } = row
  const counts = { agree, disagree, placingAgree: row.placing_agree, placingDisagree: row.placing_disagree }
  const judged = judgedOf(counts)
  return {
    ...{ labelId, name, agree, disagree, unsure },
    n: judged.agree + judged.disagree,
    state: stateOf(counts),
    earlier: { agree: row.earlier_agree, disagree: row.earlier_disagree, unsure: row.earlier_unsure },
    given: row.given === 1,
    machine: null,
    mine: own?.value ?? null,
    isMineEarlier: own !== undefined && own.label_version < row.meaning,
  }
}
