import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { castBallot, lastCast } from '#app/features/ballots/ballots.server.ts'
import { type ImportedCase, importCase } from '#app/features/claims/importing/imported-claim.server.ts'
import { forgetRuns } from '#app/features/opinions/runs/runs.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import type { Conversation, GivenBallot, readPolisVotes } from '../formats/votes/read-polis.ts'
import { count, emptyReport, type ImportReport } from './import-report.ts'
import { pacing } from './pacing.ts'

export interface GivenConversation extends Conversation {
  /** What it is called where its topic is not said, and what its voters are named after. */
  name: string
  comments: Placed<{ key: string; text: string }>[]
  votes: ReturnType<typeof readPolisVotes>
}

interface Given {
  conversation: GivenConversation
  /** What refusals name. */
  files: { comments: string; votes: string }
  onProgress?: (done: number, all: number) => void
}

/** Makes a conversation a case, each comment a framing that belongs to it, each vote a ballot all things considered at the time it was cast. What is there already is counted as existing. */
export async function importBallots(
  db: Db,
  member: Member,
  { conversation, files, onProgress }: Given,
): Promise<ImportReport> {
  const report = emptyReport()
  for (const row of conversation.comments) if (isUnread(row)) report.refused.push({ file: files.comments, ...row })
  for (const row of conversation.votes.refused) report.refused.push({ file: files.votes, ...row })
  const framings = conversation.comments.flatMap((row) => (isUnread(row) ? [] : [row.value]))
  if (framings.length === 0) return report
  const { ballots } = conversation.votes
  const found = await importCase(db, member, { ...caseOf(conversation), framings })
  count(report, found.claim.id, found.isNew)
  const rest = pacing()
  for (let done = 0; done < ballots.length; done += batch) {
    await rest()
    onProgress?.(done, ballots.length)
    await castAll(db, conversation.name, found, ballots.slice(done, done + batch), files.votes, report)
  }
  await forgetRuns(db)
  return report
}

// About what is written in 50 ms, so that nobody waits long.
const batch = 20

function caseOf({ name, topic, url, description }: GivenConversation) {
  const context = [description, url ? `Imported from <${url}>.` : 'An imported conversation.'].filter(Boolean)
  return { origin: `polis ${url || name}`, statement: topic || name, context: context.join('\n\n') }
}

type Ballots = readonly (GivenBallot & { line: number | null })[]

async function castAll(
  db: Db,
  name: string,
  found: ImportedCase,
  ballots: Ballots,
  file: string,
  report: ImportReport,
) {
  const voters = new Map<string, Member>()
  for (const { voter } of ballots)
    if (!voters.has(voter)) voters.set(voter, await unclaimedMember(db, `${name.slice(0, 30)}-${voter}`))
  await inTransaction(db, async (tx) => {
    for (const ballot of ballots)
      try {
        const isNew = await cast(tx, voters.get(ballot.voter) as Member, found, ballot)
        report[isNew ? 'created' : 'existing']++
      } catch (error) {
        if (!isRefusal(error)) throw error
        report.refused.push({ file, line: ballot.line, reason: reasonOf(error) })
      }
  })
}

/** Casts a vote; answers whether anything changed. One no later than the last that is known of its voter there was brought in before. */
async function cast(tx: Db, voter: Member, { claim, framingIds }: ImportedCase, ballot: GivenBallot): Promise<boolean> {
  const framingId = framingIds.get(ballot.comment)
  if (!framingId) throw invalid({ 'comment-id': `There is no comment ${ballot.comment}.` })
  const cell = { claimId: claim.id, standpointId: claim.standpoints[0]?.id as string, framingId }
  if ((await lastCast(tx, voter, cell)) >= ballot.at) return false
  return castBallot(tx, voter, cell, ballot.verdict, { castAt: ballot.at })
}
