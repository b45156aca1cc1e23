import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import type { VoteValue } from '#app/features/votes/vote.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { type Asked, type Load, load } from '../http/load.ts'
import type { Served } from '../http/processes.ts'
import type { BenchRow } from '../measure.ts'
import type { Part } from '../site.ts'
import { beside, compareLoads } from './comparing.ts'
import type { Forum, Person } from './filling.server.ts'
import { forumOf } from './forum-site.ts'
import { rawWriter, recordWrites } from './raw-writes.ts'
import { writer } from './words.ts'

/** A deed, as it is asked for over HTTP and as the room does it; the n-th is the same in both. */
export interface Deed {
  name: string
  ask(n: number): Asked
  does(db: Db, n: number): Promise<unknown>
}

const rawPieces = 300
const rawRounds = 5

/** What is written over HTTP, to raw transactions on a copy that write the same rows. */
export const writing: Part = {
  name: 'writing',
  async *rows(comments) {
    const forum = await forumOf(comments)
    yield* beside(forum.url, async function* ({ served }) {
      for (const deed of deedsIn(forum)) yield await deedRow(deed, served, comments)
    })
  },
}

export const deedsIn = (forum: Forum): Deed[] => [commenting(forum, forum.otherPostId), casting(forum), voting(forum)]

async function deedRow(deed: Deed, served: Served, comments: number): Promise<BenchRow> {
  const { url } = await forumOf(comments)
  const recorded = await recordWrites(url, rawPieces * rawRounds, deed.does)
  const raw = await rawWriter((await forumOf(comments)).url)
  const doing = asking(deed, served)
  await doing(300)
  const row = await compareLoads(
    `${deed.name}, to raw transactions`,
    () => doing(1000),
    async (): Promise<Load> => {
      const began = performance.now()
      const some = recorded.splice(0, rawPieces)
      for (const writes of some) await raw.write(writes)
      return { perSecond: (1000 * some.length) / (performance.now() - began), times: [] }
    },
  )
  await raw.close()
  return row
}

/** Does the deed over HTTP for so long, each time the next one. */
export function asking(deed: Deed, served: Served) {
  let done = 0
  return (during: number) => load(served.address, () => [deed.ask(done++)], { during })
}

const api = ({ token }: Person, asked: Asked): Asked => {
  return { ...asked, path: `/api/v1${asked.path}`, headers: { authorization: `Bearer ${token}` } }
}

const of = <T>(all: readonly T[], n: number) => all[n % all.length] as T

/** Under a post. */
export function commenting({ people }: Forum, id: string): Deed {
  const { write } = writer('comments that are posted')
  const bodies = Array.from({ length: 100 }, () => write(300).body)
  return {
    name: 'posting a comment',
    ask: (n) =>
      api(of(people, n), { method: 'POST', path: `/threads/post/${id}/comments`, body: { body: of(bodies, n) } }),
    does: (db, n) => reply(db, of(people, n).member, { kind: 'post', id }, { body: of(bodies, n) }),
  }
}

const verdicts: BallotVerdict[] = ['fits', 'partly', 'misfits', 'unsure']

/** Each member goes through the cells again and again, and thinks otherwise each time. */
function casting({ people, claim: { id: claimId, standpoints, framings } }: Forum): Deed {
  const cells = standpoints.flatMap(({ id: standpointId }) =>
    framings.map(({ id: framingId }) => ({ claimId, standpointId, framingId })),
  )
  const nth = (n: number) => {
    const turn = Math.floor(n / people.length)
    return [of(people, n), of(cells, turn), of(verdicts, 1 + Math.floor(turn / cells.length))] as const
  }
  return {
    name: 'casting a ballot',
    ask(n) {
      const [person, { standpointId, framingId }, verdict] = nth(n)
      const path = `/claims/${claimId}/ballots/${standpointId}/${framingId}`
      return api(person, { method: 'PUT', path, body: { verdict } })
    },
    does(db, n) {
      const [{ member }, cell, verdict] = nth(n)
      return castBallot(db, member, cell, verdict)
    },
  }
}

/** One member after another votes on each comment of the thread, then all think otherwise. The first wrote none of them, and voted on all. */
function voting({ people, commentIds }: Forum): Deed {
  const nth = (n: number) => {
    const value: VoteValue = Math.floor(n / commentIds.length) % 2 ? 1 : -1
    return [people[0] as Person, of(commentIds, n), value] as const
  }
  return {
    name: 'voting',
    ask(n) {
      const [person, id, value] = nth(n)
      return api(person, { method: 'PUT', path: `/votes/comment/${id}/approval`, body: { value } })
    },
    does(db, n) {
      const [{ member }, id, value] = nth(n)
      return vote(db, member, { kind: 'comment', id }, 'approval', value)
    },
  }
}
