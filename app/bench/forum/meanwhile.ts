import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Claim } from '#app/features/claims/claim.ts'
import { openDatabase } from '#db/open.ts'
import { load } from '../http/load.ts'
import { serve } from '../http/processes.ts'
import { addMembers, caseOf, castMany } from '../many-ballots.server.ts'
import { middle, quantile, rowOf } from '../measure.ts'
import type { Part } from '../site.ts'
import { type ForumCopy, forumOf } from './forum-site.ts'
import { writer } from './words.ts'

const transcripts = 10_000
const voters = 5000
const idleRounds = 5

/** A visitor's p99 while camps, an import of 10,000 transcripts and a backup run, to the same while nothing does. */
export const meanwhile: Part = {
  name: 'meanwhile',
  async *rows(comments) {
    const forum = await forumOf(comments)
    const claim = await contested(forum.url)
    const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
    const served = await serve(forum.url)
    try {
      const page = { path: `/posts/${forum.postId}`, headers: { 'accept-encoding': 'br' } }
      const p99 = async () =>
        quantile((await load(served.address, () => [page], { connections: 2, during: 3000 })).times, 0.99)
      await p99()
      const idle: number[] = []
      while (idle.length < idleRounds) idle.push(await p99())
      const busy: number[] = []
      let isOver = false
      const work = allAtOnce(forum, claim, folder, served.address).finally(() => {
        isOver = true
      })
      while (!isOver) busy.push(await p99())
      await work
      yield rowOf(
        'p99 of a visitor while camps, an import and a backup run',
        'ms',
        busy,
        busy.map(() => middle(idle)),
      )
    } finally {
      await served.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** A claim with enough ballots that its camps take a while. */
async function contested(url: string): Promise<Claim> {
  const db = openDatabase(url)
  const claim = await caseOf(db, 'meanwhile', 5, 20)
  await addMembers(db, 'voter', voters)
  await castMany(db, 'voter', [{ claim, members: voters }])
  await db.destroy()
  return claim
}

async function allAtOnce({ url, people }: ForumCopy, claim: Claim, folder: string, address: string) {
  const file = join(folder, 'transcripts.jsonl')
  writeFileSync(file, lines().join('\n'))
  await Promise.all([
    command(url, ['import', 'transcripts', file, '--as', people[0]?.member.handle ?? '']),
    command(url, ['backup', join(folder, 'backup.sqlite')]),
    fetch(`${address}/api/v1/claims/${claim.id}/camps`).then((answer) => answer.arrayBuffer()),
  ])
}

function lines(): string[] {
  const { sentence } = writer('imports')
  return Array.from({ length: transcripts }, (_, i) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: `${i}: ${sentence()}` },
        { role: 'assistant', content: `${sentence()} ${sentence()}` },
      ],
    }),
  )
}

async function command(url: string, args: string[]) {
  const env = { ...process.env, DATABASE_URL: url }
  const child = spawn(process.execPath, ['app/cli/parallax.ts', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
}
