import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { demo } from './demo.ts'
import { memberNamed, type Seeded } from './seed.server.ts'
import type { DemoBearing, DemoComment, DemoPost } from './shape.ts'

const dayMs = 86_400_000

export async function seedDiscussion(tx: Db, seeded: Seeded) {
  for (const post of demo.posts) await seedPost(tx, seeded, post)
  const comments = new Map<string, string>()
  for (const comment of demo.comments) await seedComment(tx, seeded, comments, comment)
}

async function seedPost(tx: Db, seeded: Seeded, { key, by, kind, title, body, daysAgo, approval, ...rest }: DemoPost) {
  const draft = {
    kind,
    title,
    body,
    evidence: evidenceOf(seeded, rest.evidence),
    bearing: bearingOf(seeded, rest.bearing),
  }
  const post = await writePost(tx, memberNamed(seeded, by), draft, { createdAt: now() - daysAgo * dayMs })
  seeded.posts.set(key, post.id)
  await castVotes(tx, seeded, { kind: 'post', id: post.id }, 'approval', approval)
}

async function seedComment(tx: Db, seeded: Seeded, comments: Map<string, string>, given: DemoComment) {
  const { key, by, on, parent, body, daysAgo, approval, agreement } = given
  const draft = {
    body,
    parentId: parent ? comments.get(parent) : undefined,
    evidence: evidenceOf(seeded, given.evidence),
    bearing: bearingOf(seeded, given.bearing),
  }
  const comment = await reply(tx, memberNamed(seeded, by), subjectOf(seeded, on), draft, {
    createdAt: now() - daysAgo * dayMs,
  })
  comments.set(key, comment.id)
  const target = { kind: 'comment', id: comment.id } as const
  await castVotes(tx, seeded, target, 'approval', approval)
  await castVotes(tx, seeded, target, 'agreement', agreement)
}

function subjectOf(seeded: Seeded, on: DemoComment['on']) {
  if ('post' in on) return { kind: 'post', id: seeded.posts.get(on.post) as string } as const
  if ('claim' in on) return { kind: 'claim', id: seeded.claims.get(on.claim)?.id as string } as const
  if ('transcript' in on) return { kind: 'transcript', id: seeded.transcripts.get(on.transcript) as string } as const
  return { kind: 'excerpt', id: seeded.excerpts.get(on.excerpt) as string } as const
}

function evidenceOf(seeded: Seeded, evidence: DemoPost['evidence'] = []) {
  return evidence.map(({ excerpt, label, note }) => ({
    excerptId: seeded.excerpts.get(excerpt) as string,
    labelId: label ? seeded.labels.get(label) : undefined,
    note,
  }))
}

function bearingOf(seeded: Seeded, bearing?: DemoBearing) {
  const claim = bearing && seeded.claims.get(bearing.claim)
  if (!claim) return undefined
  return {
    claimId: claim.id,
    framingId: claim.framings.get(bearing.framing) as string,
    standpointId: bearing.standpoint ? claim.standpoints.get(bearing.standpoint) : undefined,
    direction: bearing.direction,
    on: bearing.on,
  }
}

type Target = { kind: 'post' | 'comment'; id: string }

async function castVotes(
  tx: Db,
  seeded: Seeded,
  target: Target,
  axis: 'approval' | 'agreement',
  votes?: { up?: string[]; down?: string[] },
) {
  for (const handle of votes?.up ?? []) await vote(tx, memberNamed(seeded, handle), target, axis, 1)
  for (const handle of votes?.down ?? []) await vote(tx, memberNamed(seeded, handle), target, axis, -1)
}
