import { newId } from '#app/lib/ids.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Bring, Bringing } from './bringing.ts'
import { nextVoters } from './bringing.ts'
import type { Row } from './row-of.ts'
import * as queries from './voters.queries.server.ts'
import { selectAuthor } from './written.queries.server.ts'

const text = (row: Row, column: string) => String(row[column] ?? '')
const count = (row: Row, column: string) => Number(row[column] ?? 0)

/** To be replaced by the versions that stand, once all is there. */
const asStands = { claim_version: -1, framing_version: -1, standpoint_version: -1 }
const onFirst = { claim_version: 1, framing_version: 1, standpoint_version: 1 }
const unsaid = { reason: '', moved_by_kind: null, moved_by_id: null }

const ballotShown: Bring = ({ at }, { part, ...row }) => {
  const { claim_id = null, member_id = null } = row
  return [
    { table: 'ballots', row: { ...row, ...asStands, cast_at: at } },
    { table: 'ballot_history', row: { id: newId(), ...row, at, set_apart: 0 } },
    { table: 'ballot_choices', row: { claim_id, member_id, shows: 1, part: part ?? '', put_off_at: at } },
  ]
}

const verdicts = [null, 'fits', 'partly', 'misfits']

/** The verdicts of a pattern, with the standpoints that they are from. */
async function judgedIn({ db }: Bringing, row: Row) {
  const pattern = BigInt(count(row, 'pattern'))
  const positions = await queries.selectPositions(db, text(row, 'claim_id'))
  const judged = positions.flatMap(({ id, position }) => {
    const verdict = verdicts[Number((pattern >> BigInt(2 * position)) & 3n)]
    return verdict ? [{ standpoint_id: id, verdict }] : []
  })
  if (judged.length === 0) throw invalid({ pattern: 'This judges nothing.' })
  return judged
}

const ballotsUnnamed: Bring = async (bringing, row) => {
  const { claim_id = null, framing_id = null } = row
  const judged = await judgedIn(bringing, row)
  const voters = await nextVoters(bringing, 'ballots', `${claim_id} ${framing_id}`, count(row, 'voters'))
  const more = { ...unsaid, ...asStands, cast_at: bringing.at }
  return voters.flatMap((member_id) =>
    judged.map((one) => ({ table: 'ballots', row: { claim_id, framing_id, member_id, ...one, ...more } })),
  )
}

/** Nobody judges and is unsure of the same: others than those who judged. */
const ballotsUnsure: Bring = async (bringing, row) => {
  const { voters: so, ...cell } = row
  const last = await queries.selectLastJudge(bringing.db, text(row, 'claim_id'), text(row, 'framing_id'))
  const on = `${row.framing_id} ${row.standpoint_id}`
  const voters = await nextVoters(bringing, 'ballots', on, Number(so), last)
  const more = { verdict: 'unsure', ...unsaid, ...asStands, cast_at: bringing.at }
  return voters.map((member_id) => ({ table: 'ballots', row: { ...cell, member_id, ...more } }))
}

const handleVotes: Bring = async (bringing, { voters: so, ...row }) => {
  const voters = await nextVoters(bringing, 'ballots', text(row, 'standpoint_id'), Number(so))
  const more = { ...asStands, cast_at: bringing.at }
  return voters.map((member_id) => ({ table: 'handle_votes', row: { ...row, member_id, ...more } }))
}

const earlierVotes: Bring = async (bringing, { voters: so, said, ...row }) => {
  const isName = said === 'handles'
  const on = isName ? text(row, 'standpoint_id') : `${row.standpoint_id} ${row.framing_id}`
  const voters = await nextVoters(bringing, 'ballots', on, Number(so))
  const more = { ...onFirst, cast_at: bringing.at, of_framing_id: null, set_apart_at: bringing.at }
  const framing_id = row.framing_id === '' ? null : (row.framing_id ?? null)
  return voters.map((member_id) =>
    isName
      ? { table: 'earlier_handle_votes', row: { ...row, framing_id, member_id, ...more } }
      : { table: 'earlier_ballots', row: { ...row, member_id, verdict: said ?? '', ...unsaid, ...more } },
  )
}

/** What its votes name and what it says differ by those who are one and the same, nobody knows who. */
const claimVoters: Bring = async ({ db }, row) => {
  const claim_id = text(row, 'claim_id')
  const overlap = (await queries.selectVotersNamed(db, claim_id)) - count(row, 'voters')
  return overlap === 0 ? [] : [{ table: 'unnamed_overlaps', row: { claim_id, voters: overlap } }]
}

const uncounted = {
  ...{ agree: 0, disagree: 0, unsure: 0, placing_agree: 0, placing_disagree: 0 },
  ...{ earlier_agree: 0, earlier_disagree: 0, earlier_unsure: 0 },
}

const labelling: Bring = async ({ voters, at }, { placed, place, ...row }) => {
  const placed_by = placed ? await voters.first('labels') : null
  return [{ table: 'labellings', row: { ...row, ...uncounted, placed_by, created_at: at + Number(place) } }]
}

const [currentVersion, earlierVersion] = [-1, -2]

/** Whoever put a label on is the first of its voters. */
const labelVotes: Bring = async (bringing, { earlier, votes, ...row }) => {
  const on = `${row.excerpt_id} ${row.label_id}`
  const isFirst = Boolean(row.placing) && bringing.carry[`placed ${on}`] === undefined
  if (isFirst) bringing.carry[`placed ${on}`] = 1
  const first = isFirst ? [await bringing.voters.first('labels')] : []
  const others = await nextVoters(bringing, 'labels', on, Number(votes) - first.length, 1)
  const more = { label_version: earlier ? earlierVersion : currentVersion, cast_at: bringing.at }
  return [...first, ...others].map((member_id) => ({ table: 'label_votes', row: { ...row, member_id, ...more } }))
}

const voteTotals: Bring = async ({ voters, at }, { up, down, ...row }) => {
  const all = await voters.some('votes', 0, Number(up) + Number(down))
  return all.map((member_id, n) => ({
    table: 'votes',
    row: { ...row, member_id, value: n < Number(up) ? 1 : -1, cast_at: at },
  }))
}

const logged: Bring = async ({ db, voters }, { appeal, ...row }) => {
  const of = row.thing_id ? await selectAuthor(db, String(row.kind), String(row.thing_id)) : undefined
  const member_id = of ?? (await voters.first('votes'))
  const act = { table: 'moderation_acts', row: { ...row, thing_id: row.thing_id ?? member_id, member_id, why: '' } }
  if (!appeal) return [act]
  const decision = appeal === 'open' ? null : appeal
  const asked = { act_id: row.id ?? null, member_id, why: '', asked_at: row.acted_at ?? 0 }
  const decided = { decided_by: null, decided_why: '', decided_at: decision && (row.acted_at ?? 0) }
  return [act, { table: 'appeals', row: { ...asked, decision, ...decided } }]
}

/** How the lines of votes become votes of members who stand for nobody in particular. */
export const votes: Record<string, Bring> = {
  ...{ 'ballots-shown': ballotShown, 'ballots-unnamed': ballotsUnnamed, 'ballots-unsure': ballotsUnsure },
  ...{ 'handle-votes': handleVotes, 'earlier-votes': earlierVotes, 'claim-voters': claimVoters },
  ...{ labellings: labelling, 'label-votes': labelVotes, 'vote-totals': voteTotals, 'moderation-log': logged },
}
