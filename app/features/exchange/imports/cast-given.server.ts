import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { type GivenVote, giveVotes } from '#app/features/labels/giving/given-votes.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import type { GivenLabelVote } from '../formats/votes/read-label-votes.ts'
import { once } from './once.ts'

/** What came of a row. */
type Outcome = { reason: string } | { excerptId: string; isNew: boolean }

/** The votes of some rows on one labelling. */
interface Group {
  excerptId: string
  labelId: string
  votes: (GivenVote & { row: number })[]
}

/** Casts the votes of rows, those on one labelling together, and says what came of each row. Between two writes it waits for `rest`. */
export function casterOf(db: Db, member: Member, idOf: (name: string) => string, rest: () => Promise<void>) {
  const find = {
    voter: once((name) => unclaimedMember(db, name)),
    label: once(async (name) => (await proposeLabel(db, member, { name })).label.id),
    excerpt: once(async (id) => (await wholeExcerpt(db, member, id)).excerpt.id),
  }
  const groupRows = async (rows: readonly Placed<GivenLabelVote>[], outcomes: Outcome[]) => {
    const groups = new Map<string, Group>()
    for (const [row, given] of rows.entries()) {
      if (isUnread(given)) outcomes[row] = { reason: given.reason }
      else
        await unlessRefused([row], outcomes, async () => {
          const { value, ...named } = given.value
          const voter = await find.voter(named.voter)
          const [labelId, excerptId] = [await find.label(named.label), await find.excerpt(idOf(named.transcript))]
          const key = `${excerptId} ${labelId}`
          const group = groups.get(key) ?? { excerptId, labelId, votes: [] }
          groups.set(key, group)
          group.votes.push({ row, voter, value })
        })
    }
    return groups.values()
  }
  return async (rows: readonly Placed<GivenLabelVote>[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = []
    for (const { excerptId, labelId, votes } of await groupRows(rows, outcomes)) {
      const at = votes.map(({ row }) => row)
      await unlessRefused(at, outcomes, async () => {
        const isNew = await giveVotes(db, member, excerptId, labelId, votes)
        for (const [n, row] of at.entries()) outcomes[row] = { excerptId, isNew: isNew[n] === true }
      })
      await rest()
    }
    return outcomes
  }
}

/** A refusal is what came of these rows. */
async function unlessRefused(rows: readonly number[], outcomes: Outcome[], work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (!isRefusal(error)) throw error
    for (const row of rows) outcomes[row] = { reason: reasonOf(error) }
  }
}
