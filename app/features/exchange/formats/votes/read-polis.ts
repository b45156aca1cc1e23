import * as v from 'valibot'
import { parse, required } from '#app/lib/validation.ts'
import { isUnread, type Placed, readAt, type Unread } from '../placed.ts'
import { csvLines, csvRows } from './csv-rows.ts'

const whole = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'A whole number is expected here.'), v.transform(Number))

const Comment = v.object({ 'comment-id': required(40), 'comment-body': required(2000) })
const Vote = v.object({
  timestamp: whole,
  'comment-id': required(40),
  'voter-id': required(40),
  vote: v.picklist(['-1', '0', '1'], 'A vote is 1, 0 or -1.'),
})

/** 1 agrees, −1 disagrees, 0 passes. */
const verdictOf = { '1': 'fits', '-1': 'misfits', '0': 'unsure' } as const

export interface GivenBallot {
  comment: string
  voter: string
  verdict: (typeof verdictOf)[keyof typeof verdictOf]
  at: number
}

export interface Conversation {
  topic: string
  url: string
  description: string
}

/** The comments of a Polis conversation, the first first. */
export function readPolisComments(csv: Uint8Array): Placed<{ key: string; text: string }>[] {
  return csvRows(csv, ['comment-id', 'comment-body'])
    .map((row) =>
      readAt(row, (given) => {
        const comment = parse(Comment, given)
        return { key: comment['comment-id'], text: comment['comment-body'] }
      }),
    )
    .sort((a, b) => Number(isUnread(a) ? -1 : a.value.key) - Number(isUnread(b) ? -1 : b.value.key))
}

/** The votes in the order of their times; of several at one time by one voter on one comment the last stays. */
export function readPolisVotes(csv: Uint8Array): {
  ballots: (GivenBallot & { line: number | null })[]
  refused: Unread[]
} {
  const rows = csvRows(csv, ['timestamp', 'comment-id', 'voter-id', 'vote']).map((row) => readAt(row, ballotFrom))
  const refused = rows.filter(isUnread)
  const given = rows.flatMap((row) => (isUnread(row) ? [] : [{ ...row.value, line: row.line }]))
  const last = new Map(given.map((ballot) => [`${ballot.voter} ${ballot.comment} ${ballot.at}`, ballot]))
  return { ballots: [...last.values()].sort((a, b) => a.at - b.at), refused }
}

function ballotFrom(given: Record<string, string>): GivenBallot {
  const { timestamp, vote, 'comment-id': comment, 'voter-id': voter } = parse(Vote, given)
  return { comment, voter, verdict: verdictOf[vote], at: timestamp }
}

/** What a conversation is called: of `summary.csv`, whose lines are a name and a value. */
export function readPolisSummary(csv: Uint8Array): Conversation {
  const lines = csvLines(csv)
  const of = (name: string) => lines.find(([first]) => first === name)?.[1]?.trim() ?? ''
  return { topic: of('topic'), url: of('url'), description: of('conversation-description') }
}
