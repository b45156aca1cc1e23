import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { rebuildSearch } from '#app/features/search/search.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import type { CommentRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { caseOf } from '../many-ballots.server.ts'
import * as queries from './forum.queries.server.ts'
import { writer } from './words.ts'

/** Somebody of the generator's, who may be signed in as. */
export interface Person {
  member: Member
  token: string
}

export interface Forum {
  /** The post with a thread of 1,000 comments. */
  postId: string
  /** One with a hundred, to be answered. */
  otherPostId: string
  commentIds: string[]
  claim: Claim
  /** With 1,000 turns. */
  transcriptId: string
  people: Person[]
}

const inThread = 1000
const inOther = 100
const lettersInThread = 628
const lettersElsewhere = 300
const turns = 1000
const deepest = 50
const atOnce = 20_000

/** A forum with so many comments, of which 1,000 are in one thread, the same each time: a claim with ballots and a long transcript are there too. */
export async function fillForum(db: Db, comments: number): Promise<Forum> {
  const people: Person[] = []
  for (let i = 0; i < 20; i++) {
    const member = await addWithoutPassword(db, `person-${i}`)
    people.push({ member, token: await addToken(db, member, 'benchmark') })
  }
  const [author] = people as [Person]
  const triggers = await inTransaction(db, queries.deleteTriggers)
  const commentIds = await writeThreads(db, people, comments)
  await inTransaction(db, (tx) => queries.insertTriggers(tx, triggers))
  if (triggers.length > 0) await rebuildSearch(db)
  const claim = await caseOf(db, 'forum', 3, 5)
  for (const { member } of people) {
    for (const { id: standpointId } of claim.standpoints) {
      for (const [i, { id: framingId }] of claim.framings.entries())
        await castBallot(db, member, { claimId: claim.id, standpointId, framingId }, i % 2 ? 'fits' : 'misfits')
    }
  }
  const { sentence } = writer('transcript')
  const { transcript } = await addTranscript(db, author.member, {
    title: 'A long transcript',
    turns: Array.from({ length: turns }, (_, i) => ({
      role: i % 2 ? 'assistant' : 'user',
      text: `${sentence()} ${sentence()} ${sentence()}`,
    })),
  })
  return { postId: postId(0), otherPostId: postId(1), commentIds, claim, transcriptId: transcript.id, people }
}

const numbered = (letter: string, n: number) => letter + String(n).padStart(17, '0')
const postId = (n: number) => numbered('p', n)

/** Posts one after another, with 1,000 comments and then a hundred each; answers the ids of the first thread's. */
async function writeThreads(db: Db, people: readonly Person[], comments: number): Promise<string[]> {
  const [reader, ...authors] = people.map(({ member }) => member.id) as [string, ...string[]]
  const write = threadWriter(authors, now() - comments * 1000)
  let [posts, batch]: [ReturnType<typeof write>['post'][], CommentRow[]] = [[], []]
  const keep = () =>
    inTransaction(db, async (tx) => {
      await queries.insertPosts(tx, posts)
      await queries.insertComments(tx, batch, reader)
      await queries.deletePending(tx)
      ;[posts, batch] = [[], []]
    })
  const first = write(0, inThread, lettersInThread)
  for (let [n, thread, count] = [1, first, 0]; ; n++) {
    posts.push(thread.post)
    batch.push(...thread.comments)
    count += thread.comments.length
    if (batch.length >= atOnce) await keep()
    if (n > 1 && count >= comments) break
    thread = write(n, inOther, lettersElsewhere)
  }
  await keep()
  await inTransaction(db, async (tx) => {
    await queries.insertThreads(tx)
    await queries.updateStatistics(tx)
  })
  return first.comments.map(({ id }) => id)
}

/** Writes a post and so many comments under it, a second apart; four of five comments answer an earlier one. */
function threadWriter(authors: readonly string[], began: number) {
  const { random, sentence, write } = writer('forum')
  let number = 0
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const written = (id: string, letters: number) => {
    const never = { edited_at: null, deleted_at: null, deleted_by: null, import_key: null }
    return { id, revision: 1, member_id: one(authors), ...write(letters), ...never, created_at: began + number * 1000 }
  }
  return (n: number, size: number, letters: number) => {
    const at = began + number * 1000
    const facts = { title: sentence(), review: null, published_at: at, first_published_at: at }
    const post = { kind: 'essay' as const, url: null, ...written(postId(n), lettersInThread), ...facts }
    const comments: CommentRow[] = []
    while (comments.length < size) {
      const parent = comments.length > 0 && random() < 0.8 ? one(comments) : undefined
      const isReply = parent !== undefined && parent.depth < deepest
      const place = { parent_id: isReply ? parent.id : null, depth: isReply ? parent.depth + 1 : 0 }
      const subject = { subject_kind: 'post', subject_id: postId(n) }
      comments.push({ ...written(numbered('c', number++), letters), ...subject, ...place })
    }
    return { post, comments }
  }
}
