import { addWithoutPassword, describeMember, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { silence } from '#app/features/accounts/silences.server.ts'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { editClaim, editFraming, editStandpoint } from '#app/features/ballots/earlier/reword.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { proposeFraming } from '#app/features/claims/framings.server.ts'
import { addStandpoint } from '#app/features/claims/standpoints.server.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { deleteComment, editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { saveDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { mergeLabel } from '#app/features/labels/merging/merge.server.ts'
import { retireLabel } from '#app/features/labels/rulings/retire.server.ts'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import { actsOf, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { appeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { askForAttribution } from '#app/features/moderation/attributions.server.ts'
import { flag } from '#app/features/moderation/flags/flags.server.ts'
import { redact } from '#app/features/moderation/redactions/redactions.server.ts'
import { follow } from '#app/features/notifications/follows.server.ts'
import { editCollection } from '#app/features/transcripts/collections/editing.server.ts'
import { addToCollection, makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { newConcept, said } from '#tests/support/map.ts'
import { wide } from '#tests/support/wide.ts'
import type { Things } from '../permissions/things.ts'
import { words } from './words.ts'

/** What the owner has, by its name in the table. */
interface Had {
  db: Db
  owner: Member
  moderator: Member
  of: Record<string, string>
}

const names = ['post', 'claim', 'transcript', 'excerpt', 'label', 'concept', 'collection', 'comment', 'unclaimed']

/** Gives each of the owner's things so many of all that it can have, and the owner so many things beside them. */
export async function fill(things: Things, count: number) {
  const { db, owner, moderator } = things
  const of: Record<string, string> = {}
  for (const name of names) of[name] = await things.of(name)
  for (const name of ['standpoint', 'framing']) of[name] = await things.of(name)
  const had = { db, owner, moderator, of }
  for (let n = 1; n <= count; n++) {
    const other = await addWithoutPassword(db, `${owner.handle.slice(0, 20)}-${n}`)
    await discuss(had, other, n)
    await judge(had, other, n)
    if (n < 25) await reword(had, n)
    const labelId = await label(had, other, n)
    if (n === 1) await decide(things, labelId)
    await relate(had, other, n)
    await rule(had, other, n)
    await keep(had, other, n)
    if (n > 1) await another(had, n)
  }
}

const textOf = (n: number) => `${words} ${n}.`

async function discuss({ db, owner, of }: Had, other: Member, n: number) {
  const at = (kind: 'post' | 'claim' | 'transcript' | 'excerpt' | 'label' | 'concept') => ({ kind, id: of[kind] ?? '' })
  const { id } = await reply(db, other, at('post'), { body: textOf(n), parentId: of.comment })
  await vote(db, owner, { kind: 'comment', id }, 'agreement', n % 2 ? 1 : -1)
  await vote(db, other, { kind: 'post', id: of.post ?? '' }, 'approval', 1)
  await reply(db, other, at('transcript'), { body: textOf(n) })
  await reply(db, other, at('excerpt'), { body: textOf(n) })
  const on = n % 2 ? ('for' as const) : ('against' as const)
  const bearing = { claimId: of.claim ?? '', framingId: of.framing ?? '', direction: on, on: 'fit' as const }
  const evidence = [{ excerptId: of.excerpt ?? '', labelId: of.label }]
  const argument = await reply(db, other, at('claim'), { body: textOf(n), bearing, evidence })
  await vote(db, owner, { kind: 'comment', id: argument.id }, 'approval', 1)
  const gone = await reply(db, other, at('post'), { body: textOf(n) })
  await deleteComment(db, other, gone.id)
  await editComment(db, owner, of.comment ?? '', { body: `Put better. ${textOf(n)}` })
  const quote = { exact: 'It would rather keep to what it was first asked' }
  await editPost(db, owner, of.post ?? '', { title: `A post, put better ${n}`, body: `${textOf(n)}\n\n${wide}` })
  await reply(db, other, at('post'), { body: textOf(n), quote })
  if (n <= 10) await inviteCoAuthor(db, owner, of.post ?? '', other.handle)
}

async function judge({ db, owner, of }: Had, other: Member, n: number) {
  const claimId = of.claim ?? ''
  const cell = { claimId, standpointId: of.standpoint ?? '', framingId: of.framing ?? '' }
  const verdict = (['fits', 'misfits', 'partly', 'unsure'] as const)[n % 4] ?? 'fits'
  await describeMember(db, other, { bio: textOf(n), showsBallots: true })
  await castBallot(db, other, cell, verdict, { reason: textOf(n) })
  await sayHandle(db, other, claimId, cell.standpointId, cell.framingId)
  if (n === 1) await castBallot(db, owner, cell, 'fits')
  if (n > 20) return
  await proposeFraming(db, owner, claimId, {
    name: `reading ${owner.handle} ${n}`,
    definition: words,
    rationale: words,
  })
  await addStandpoint(db, owner, claimId, { name: `view ${n}`, definition: words })
}

async function reword({ db, owner, of }: Had, n: number) {
  const [claimId, change] = [of.claim ?? '', 'same' as const]
  await editClaim(db, owner, claimId, { context: textOf(n), change })
  await editStandpoint(db, owner, claimId, of.standpoint ?? '', { definition: textOf(n), change })
  await editFraming(db, owner, of.framing ?? '', { definition: textOf(n), change })
  await editLabel(db, owner, of.label ?? '', { definition: textOf(n), change: n === 1 ? 'changed' : 'same' })
  await editConcept(db, owner, of.concept ?? '', { definition: textOf(n), since: n })
}

async function label({ db, owner, of }: Had, other: Member, n: number) {
  await voteOnLabel(db, other, of.excerpt ?? '', of.label ?? '', n % 2 ? 'disagree' : 'agree')
  const { label } = await proposeLabel(db, owner, { name: `label ${owner.handle} ${n}`, definition: words })
  await voteOnLabel(db, owner, of.excerpt ?? '', label.id, 'agree')
  return label.id
}

async function relate({ db, of }: Had, other: Member, n: number) {
  const near = await newConcept(db, other, `thought ${other.handle}`, n % 2 ? 'paper' : 'concept')
  await said(db, other, { kind: 'concept', id: of.concept ?? '' }, 'associated with', near, textOf(n))
  const text = `See [[missing ${of.concept}]] and [[thought ${other.handle}]].`
  await writePost(db, other, { title: `About a thought ${n}`, body: text })
}

/** A label that was merged into another, and one that nobody is to use any more. */
async function decide(things: Things, retired: string) {
  const { db, owner, moderator } = things
  const { label } = await proposeLabel(db, owner, { name: `merged ${owner.handle}`, definition: words })
  await mergeLabel(db, moderator, label.id, await things.of('label'), { why: words })
  await retireLabel(db, moderator, retired, { why: words })
  things.keep('merged', label.id)
  things.keep('retired', retired)
}

/** What moderators see and do. */
async function rule({ db, owner, moderator, of }: Had, other: Member, n: number) {
  const thing = { kind: 'comment' as const, id: of.comment ?? '' }
  await flag(db, other, thing, { rule: 'persons', why: textOf(n) })
  await flag(db, other, { kind: 'post', id: of.post ?? '' }, { rule: 'spam', why: textOf(n) })
  await askForAttribution(db, other, (await unclaimedMember(db, of.unclaimed ?? '')) as Member, textOf(n))
  const rude = await reply(db, owner, { kind: 'post', id: of.post ?? '' }, { body: textOf(n) })
  await moderate(db, moderator, { kind: 'comment', id: rude.id }, { act: 'hidden', rule: 'persons', why: textOf(n) })
  const [act] = await actsOf(db, owner)
  if (n % 2) await appeal(db, owner, act?.id ?? '', { why: textOf(n) })
}

/** What the owner keeps for themselves. */
async function keep({ db, owner }: Had, other: Member, n: number) {
  const post = await writePost(db, other, { title: `Followed ${n}`, body: textOf(n) })
  await follow(db, owner, { kind: 'post', id: post.id })
  await follow(db, owner, { kind: 'member', id: other.id })
  await saveDraft(db, owner, `comment.on.post.${post.id}`, { fields: { body: textOf(n) }, revision: 0 })
  await writePost(db, owner, { title: `Not yet ${n}`, body: textOf(n), published: false })
  await silence(db, owner, await addWithoutPassword(db, `s-${other.handle}`), n % 2 ? 'mute' : 'block')
}

/** One more of each of the owner's things. */
async function another({ db, owner, of }: Had, n: number) {
  const named = (name: string) => ({ name: `${name} ${owner.handle} ${n}`, definition: words })
  await proposeClaim(db, owner, { statement: `${words} ${n}`, framings: [named('again'), named('anew')] })
  await writePost(db, owner, { title: `${words} ${n}`, body: textOf(n) })
  const turns = [{ role: 'scratchpad' as const, text: `The ${n}th. ${words} It ends.` }]
  const { transcript } = await addTranscript(db, owner, { title: `Talk ${n}`, turns, scores: { harm: n % 5 } })
  await addToCollection(db, owner, of.collection ?? '', [transcript.id])
  const { excerpt } = await excerptOfQuote(db, owner, transcript.id, { exact: words })
  await voteOnLabel(db, owner, excerpt.id, of.label ?? '', 'agree')
  await makeCollection(db, owner, { id: `more-${owner.handle}-${n}`, title: `Talks ${n}` })
  await editCollection(db, owner, of.collection ?? '', { description: textOf(n) })
  if (n < 4) await redact(db, owner, transcript.id, { words: `${n}th`, why: words })
}
