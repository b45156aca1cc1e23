import { setTimeout as pause } from 'node:timers/promises'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { overlayAt } from '#app/http/overlay/address.ts'
import { openDatabase } from '#db/open.ts'
import { lineTo } from '../http/load.ts'
import { sentBy } from '../http/processes.ts'
import { compare } from '../measure.ts'
import type { Part } from '../site.ts'
import { asBrowsersDo, beside, pageRow, type Sides, sameAsked } from './comparing.ts'
import { type ForumCopy, forumOf } from './forum-site.ts'
import { commenting } from './writing.ts'

/** What is read, to a bare server that sends the same bytes. */
export const reading: Part = {
  name: 'reading',
  async *rows(comments) {
    const forum = await forumOf(comments)
    yield* beside(forum.url, (sides) => rowsOf(sides, forum))
  },
}

async function* rowsOf(sides: Sides, forum: ForumCopy) {
  const thread = `/posts/${forum.postId}`
  yield await pageRow(sides, { name: 'thread of 1,000 comments, visitor', path: thread })
  yield await notModified(sides, thread)
  yield await membersRow(sides, thread, await signedIn(forum))
  yield await firstRenders(sides, forum)
  yield await pageRow(sides, { name: 'front page, visitor', path: '/' })
  yield await pageRow(sides, { name: 'claim, visitor', path: `/claims/${forum.claim.id}` })
  yield await pageRow(sides, { name: 'transcript of 1,000 turns, visitor', path: `/transcripts/${forum.transcriptId}` })
}

const [pagesMade, mostWork, tellingMs] = [20, 25, 200]

/** What the event loop has to do for the first page of a thread after somebody wrote a comment there. */
async function firstRenders({ served }: Sides, forum: ForumCopy) {
  const comment = commenting(forum, forum.postId)
  const line = lineTo(served.address)
  let n = 0
  const work = async () => {
    let worked = 0
    for (let i = 0; i < pagesMade; i++) {
      await line.ask(comment.ask(n++))
      // Whom to tell of it is looked up beside the answer.
      await pause(tellingMs)
      const before = served.worked()
      await line.ask({ path: `/posts/${forum.postId}`, headers: asBrowsersDo })
      worked += served.worked() - before
    }
    return worked / pagesMade
  }
  await work()
  const row = await compare({
    name: 'first page of a thread after a comment there, to 25 ms',
    unit: 'ms of event loop',
    measure: work,
    reference: async () => mostWork,
  })
  line.close()
  return row
}

async function notModified(sides: Sides, path: string) {
  const sent = await sentBy(sides.served.address, path, asBrowsersDo)
  await sides.bare.take(sent)
  const asked = { path, headers: { ...asBrowsersDo, 'if-none-match': sent.headers.etag ?? '' } }
  return sameAsked(sides, 'the same not modified (304)', () => [asked])
}

/** The page and what is laid over it, one after the other, to the page alone. */
function membersRow(sides: Sides, path: string, cookie: Record<string, string>) {
  const headers = { ...asBrowsersDo, ...cookie }
  const ask = () => [
    { path, headers },
    { path: overlayAt(path), headers },
  ]
  return pageRow(sides, { name: 'thread of 1,000 comments, member', path, headers, ask })
}

/** As a browser with scripts asks once somebody signed in. */
async function signedIn({ url, people }: ForumCopy): Promise<Record<string, string>> {
  const db = openDatabase(url)
  const [, person] = people as [unknown, ForumCopy['people'][0]]
  const cookie = (await startSession(db, person.member, false)).split(';')[0] ?? ''
  await db.destroy()
  return { cookie: `${cookie}; js=1` }
}
