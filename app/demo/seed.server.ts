import {
  addWithoutPassword,
  describeMember,
  join,
  memberOfHandle,
  oldestMember,
} from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { labelByMachine, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { demo } from './demo.ts'
import { seedClaims } from './seed-claims.server.ts'
import { seedDiscussion } from './seed-discussion.server.ts'
import { seedMap } from './seed-map.server.ts'
import type { DemoExcerpt, DemoMember } from './shape.ts'

/** Who to sign in as, to try the demo. Only plain members have the password; moderators and admins have none. */
export const demoSignIn = { handle: 'demo-wren', password: 'parallax-demo' }

/** What the demo's keys became. */
export interface Seeded {
  members: Map<string, Member>
  labels: Map<string, string>
  transcripts: Map<string, string>
  excerpts: Map<string, string>
  claims: Map<string, SeededClaim>
  posts: Map<string, string>
}

export interface SeededClaim {
  id: string
  standpoints: Map<string, string>
  framings: Map<string, string>
}

/** Puts the demo content in, whole or not at all. Says false, and does nothing, where somebody lives already. */
export async function seed(db: Db): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (await oldestMember(tx)) return false
    const seeded: Seeded = {
      members: await seedMembers(tx),
      labels: new Map(),
      transcripts: new Map(),
      excerpts: new Map(),
      claims: new Map(),
      posts: new Map(),
    }
    await seedTranscripts(tx, seeded)
    await seedClaims(tx, seeded)
    await seedMap(tx, seeded)
    await seedDiscussion(tx, seeded)
    return true
  })
}

/** True where the demo's members live. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await memberOfHandle(db, demoSignIn.handle)) !== undefined
}

export const memberNamed = (seeded: Seeded, handle: string) => seeded.members.get(handle) as Member

async function seedMembers(tx: Db) {
  const members = new Map<string, Member>()
  for (const described of demo.members) {
    const member = await seedMember(tx, described)
    await describeMember(tx, member, described)
    members.set(member.handle, member)
  }
  return members
}

function seedMember(tx: Db, { handle, role = 'member' }: DemoMember) {
  return role === 'member' ? join(tx, handle, demoSignIn.password) : addWithoutPassword(tx, handle, role)
}

async function seedTranscripts(tx: Db, seeded: Seeded) {
  for (const { key, by, ...label } of demo.labels) {
    seeded.labels.set(key, (await proposeLabel(tx, memberNamed(seeded, by), label)).label.id)
  }
  for (const { key, by, ...draft } of demo.transcripts) {
    const { transcript } = await addTranscript(tx, memberNamed(seeded, by), { ...draft, completeness: 'retold' })
    seeded.transcripts.set(key, transcript.id)
  }
  for (const { slug, by, title, description, transcripts } of demo.collections) {
    const ids = transcripts.map((key) => seeded.transcripts.get(key) as string)
    await makeCollection(tx, memberNamed(seeded, by), { id: slug, title, description, transcripts: ids })
  }
  for (const excerpt of demo.excerpts) await seedExcerpt(tx, seeded, excerpt)
}

async function seedExcerpt(tx: Db, seeded: Seeded, { key, transcript, turn, exact, labels }: DemoExcerpt) {
  const marker = memberNamed(seeded, labels[0]?.votes.agree?.[0] ?? (demo.members[2] as DemoMember).handle)
  const quote = { turn, exact }
  const { excerpt } = await excerptOfQuote(tx, marker, seeded.transcripts.get(transcript) as string, quote)
  seeded.excerpts.set(key, excerpt.id)
  for (const { label, votes, machine } of labels) {
    const labelId = seeded.labels.get(label) as string
    // The one who agrees first puts the label on.
    for (const value of ['agree', 'disagree', 'unsure'] as const) {
      for (const handle of votes[value] ?? [])
        await voteOnLabel(tx, memberNamed(seeded, handle), excerpt.id, labelId, value)
    }
    if (machine) await labelByMachine(tx, memberNamed(seeded, 'demo-admin'), excerpt.id, labelId, machine)
  }
}
