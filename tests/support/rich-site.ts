import sharp from 'sharp'
import {
  addWithoutPassword,
  changeAddress,
  describeMember,
  memberOfHandle,
} from '#app/features/accounts/accounts.server.ts'
import { changeHandle } from '#app/features/accounts/handles.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { postAnnotation } from '#app/features/annotations/annotations.server.ts'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { editFraming } from '#app/features/ballots/earlier/reword.server.ts'
import { newestClaims } from '#app/features/claims/claims.server.ts'
import { mergeConcepts } from '#app/features/concepts/merging/merge.server.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { deleteComment, editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { saveDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { editPost, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, publishPost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { removeByCommand } from '#app/features/keeping/removing/removals.server.ts'
import { sweepRemovals } from '#app/features/keeping/removing/sweep.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { mergeLabel } from '#app/features/labels/merging/merge.server.ts'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import { actsOf, moderate } from '#app/features/moderation/acts/acts.server.ts'
import { appeal } from '#app/features/moderation/appeals/appeals.server.ts'
import { flag } from '#app/features/moderation/flags/flags.server.ts'
import { redact } from '#app/features/moderation/redactions/redactions.server.ts'
import { bringPicture } from '#app/features/pictures/pictures.server.ts'
import { withdrawRelation } from '#app/features/relations/relations.server.ts'
import { editCollection } from '#app/features/transcripts/collections/editing.server.ts'
import { makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { joinAuthors, vote } from '#app/features/votes/votes.server.ts'
import { dayMs, dayNumber, now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newConcept, said } from './map.ts'

/** Stands in whatever nobody else may read; begins every such word. */
export const hush = 'hushword'

interface Cast {
  db: Db
  mod: Member
  ann: Member
  bob: Member
  dora: Member
}

/** Beside the demo, something of every kind that an export has, and of every kind that it may not have. */
export async function makeRichSite(db: Db) {
  const mod = await addWithoutPassword(db, 'rich-mod', 'moderator')
  const [ann, bob, dora] = [
    await addWithoutPassword(db, 'rich-ann'),
    await addWithoutPassword(db, 'rich-bob'),
    await addWithoutPassword(db, 'rich-dora'),
  ]
  const cast = { db, mod, ann, bob, dora }
  await people(cast)
  await judging(cast)
  await labelling(cast)
  await writing(cast)
  await map(cast)
  await machines(cast)
}

async function people({ db, ann, bob, dora }: Cast) {
  await changeAddress(db, ann, `${hush}@example.org`)
  await describeMember(db, ann, { bio: 'Shows her ballots.', showsBallots: true })
  await changeHandle(db, await addWithoutPassword(db, `${hush}-before`), 'rich-renamed')
  const leaver = await addWithoutPassword(db, `${hush}-left`)
  await writePost(db, leaver, { title: 'By somebody who left', body: 'It stays.' })
  await removeByCommand(db, leaver, 'stay')
  await sweepRemovals(db, async () => {}, now() + dayMs)
  const fields = { title: `${hush} draft`, body: 'x' }
  await saveDraft(db, bob, 'post.new', { fields, revision: 0 })
  await saveDraft(db, dora, 'post.new', { fields, revision: 0 })
}

async function judging({ db, ann, bob, dora, mod }: Cast) {
  const { items } = await newestClaims(db, { limit: 50, after: null })
  const claim = items.find(({ statement }) => statement === 'What Claude 3 Opus does in the helpful-only setting')
  if (!claim) throw new Error('the demo has no such claim')
  const [at, castAt] = [{ claimId: claim.id }, now() - 3 * dayMs]
  const [first, second] = claim.framings
  for (const { id: standpointId } of claim.standpoints.slice(0, 3)) {
    const cell = { ...at, standpointId, framingId: first?.id ?? '' }
    await castBallot(db, ann, cell, 'partly', { reason: 'Shown by name.', castAt })
    await castBallot(db, bob, cell, 'misfits', { reason: `${hush} reason`, castAt })
    await castBallot(db, dora, { ...cell, framingId: second?.id ?? '' }, 'unsure', { castAt: castAt + dayMs })
  }
  await sayHandle(db, ann, claim.id, claim.standpoints[0]?.id ?? '', null)
  await sayHandle(db, dora, claim.id, claim.standpoints[1]?.id ?? '', second?.id ?? '')
  const third = claim.framings[2]?.id ?? ''
  await castBallot(db, bob, { ...at, standpointId: claim.standpoints[0]?.id ?? '', framingId: third }, 'fits')
  await editFraming(db, mod, third, { definition: 'Means something else from now on.', change: 'changed' })
}

async function labelling({ db, ann, bob, dora, mod }: Cast) {
  const turns = [
    { role: 'user' as const, speaker: 'Ann', text: `My name is ${hush} and the words that matter stand here.` },
    { role: 'assistant' as const, speaker: null, text: 'Émile said “no” — 日本語, 😀.' },
  ]
  const { transcript } = await addTranscript(db, ann, { turns, title: 'Masked', scores: { harm: 3, kind: 'mild' } })
  const { excerpt } = await excerptOfQuote(db, bob, transcript.id, { exact: `is ${hush} and the words` })
  const { label } = await proposeLabel(db, ann, { name: 'rich feint', definition: 'As if.' })
  const { label: other } = await proposeLabel(db, ann, { name: 'rich fake', definition: 'As if, too.' })
  for (const [member, value] of [
    [ann, 'agree'],
    [bob, 'disagree'],
    [dora, 'unsure'],
  ] as const) {
    await voteOnLabel(db, member, excerpt.id, label.id, value)
    await voteOnLabel(db, member, excerpt.id, other.id, 'agree')
  }
  await editLabel(db, mod, label.id, { definition: 'Not as if.', change: 'changed' })
  await voteOnLabel(db, bob, excerpt.id, label.id, 'agree')
  await mergeLabel(db, mod, other.id, label.id, { why: 'The same.' })
  await redact(db, mod, transcript.id, { words: hush, why: 'A name.' })
  const hidden = { id: `${hush}-list`, title: `${hush} list`, visibility: 'unlisted' as const }
  await makeCollection(db, ann, { ...hidden, transcripts: [transcript.id] })
  const site = { origin: 'http://localhost:3000', origins: ['http://localhost:3000'] }
  const target = `http://localhost:3000/excerpts/${excerpt.id}`
  const body = { type: 'TextualBody', value: 'Noted from elsewhere.' }
  const context = 'http://www.w3.org/ns/anno.jsonld'
  await postAnnotation(db, dora, site, { '@context': context, type: 'Annotation', body, target })
}

async function writing({ db, ann, bob, dora, mod }: Cast) {
  const bytes = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  const picture = await bringPicture(db, ann, bytes)
  const unseen = await bringPicture(db, bob, await sharp(bytes).flip().negate().png().toBuffer())
  const early = await writePost(db, ann, { title: `${hush} first title`, body: `${hush} first body`, published: false })
  await editPost(db, ann, early.id, {
    title: 'A post that was private first',
    body: `Shown: ![red](/pictures/${picture.id}-20x10.webp) and [[rich feint]] by @rich-bob.\n\n| a | b |\n|---|---|\n| =1+1 | 2 |`,
  })
  await publishPost(db, ann, early.id)
  await inviteCoAuthor(db, ann, early.id, 'rich-bob')
  await joinAuthors(db, bob, early.id)
  await inviteCoAuthor(db, ann, early.id, 'rich-dora')
  await editPost(db, bob, early.id, { title: 'A post with two authors' })
  const review = { paper: 'A paper', askedBy: 'The editors', answered: 'They *did*.', changed: '' }
  await writePost(db, dora, { kind: 'review', title: 'A review', body: 'Fine.', url: 'https://example.org/p', review })
  const hidden = { title: `${hush} kept back`, body: `${hush} ![](/pictures/${unseen.id}.webp)`, published: false }
  const privately = await writePost(db, bob, hidden)
  await publishPost(db, bob, privately.id)
  await reply(db, bob, { kind: 'post', id: privately.id }, { body: `${hush} beside it` })
  await unpublishPost(db, bob, privately.id)
  const gone = await writePost(db, bob, { title: `${hush} gone`, body: `${hush} gone`, url: `https://${hush}.example` })
  await reply(db, dora, { kind: 'post', id: gone.id }, { body: 'What answers it stays.' })
  await deletePost(db, bob, gone.id)
  await thread({ db, ann, bob, dora, mod }, early.id)
}

async function thread({ db, ann, bob, dora, mod }: Cast, postId: string) {
  const subject = { kind: 'post' as const, id: postId }
  const one = await reply(db, dora, subject, { body: 'One.', quote: { exact: 'was private' } }).catch(() =>
    reply(db, dora, subject, { body: 'One.' }),
  )
  const two = await reply(db, bob, subject, { body: `${hush} said and taken back`, parentId: one.id })
  const three = await reply(db, ann, subject, { body: 'Three, with **words**.', parentId: two.id })
  const four = await reply(db, bob, subject, { body: `${hush} rude`, parentId: three.id })
  await editComment(db, dora, one.id, { body: 'One, said better.' })
  for (const [member, value] of [
    [ann, 1],
    [mod, -1],
  ] as const) {
    await vote(db, member, { kind: 'comment', id: one.id }, 'approval', value)
    await vote(db, member, { kind: 'comment', id: two.id }, 'agreement', value)
  }
  await vote(db, dora, { kind: 'post', id: postId }, 'approval', 1)
  await deleteComment(db, bob, two.id)
  await flag(db, dora, { kind: 'comment', id: four.id }, { rule: 'persons', why: `${hush} flagged` })
  await moderate(db, mod, { kind: 'comment', id: four.id }, { act: 'hidden', rule: 'persons', why: `${hush} why` })
  await moderate(db, mod, { kind: 'member', id: bob.id }, { act: 'warned', rule: 'persons', why: `${hush} warned` })
  const [act] = await actsOf(db, bob)
  await appeal(db, bob, act?.id ?? '', { why: `${hush} appealed` })
}

async function map({ db, ann, bob, mod }: Cast) {
  const [one, other] = [await newConcept(db, ann, 'rich idea'), await newConcept(db, ann, 'rich notion')]
  const third = await newConcept(db, bob, 'rich thought', 'paper')
  await editConcept(db, bob, third.id, {
    definition: 'See [[rich idea]].',
    since: 1,
    why: 'It said nothing.',
  })
  await withdrawRelation(db, ann, await said(db, ann, one, 'extends', third))
  await said(db, ann, one, 'supports', third)
  const wren = (await memberOfHandle(db, 'demo-wren')) as Member
  await said(db, wren, other, 'studies', { kind: 'collection', id: `${hush}-list` }).catch(() => {})
  await mergeConcepts(db, mod, other.id, one.id, { why: 'One idea.' })
}

/** What takes a model, or time, to come by. */
async function machines({ db, ann, mod }: Cast) {
  await editCollection(db, mod, 'demo-two-tiers', { description: 'Said *anew*: [[rich feint]].' })
  const excerpt = await db.selectFrom('excerpts').selectAll().orderBy('id').executeTakeFirstOrThrow()
  const label = await db.selectFrom('labels').select('id').where('merged_into', 'is', null).executeTakeFirstOrThrow()
  const claim = await db.selectFrom('claims').select('id').orderBy('id').executeTakeFirstOrThrow()
  const [hash, id, at] = ['a'.repeat(64), 'rich-classifier', now()]
  const asked = { label_id: label.id, model: 'judge-1', prompt_hash: hash, role: null, member_id: ann.id }
  const answer = { classifier_id: id, transcript_id: excerpt.transcript_id, turn: -1, fits: 1, score: 0.75, why: null }
  const tokens = { prompt_tokens: 10, completion_tokens: 2 }
  const [one, other] = [
    { one_kind: 'claim', one_id: claim.id },
    { other_kind: 'label', other_id: label.id },
  ] as const
  await inTransaction(db, async (tx) => {
    await tx.insertInto('prompts').values({ hash, words: 'Does it fit?', created_at: at }).execute()
    await tx
      .insertInto('classifiers')
      .values({ id, key: 'k', name: 'judge', ...asked, created_at: at })
      .execute()
    const row = { id: 'rich-answer', raw: '{"label": "yes"}', answered_at: at, ...answer, ...tokens }
    await tx.insertInto('answers').values(row).execute()
    const quote = { answer_id: row.id, position: 0, quote: excerpt.exact, excerpt_id: excerpt.id, why: null }
    await tx.insertInto('answer_quotes').values(quote).execute()
    await tx.insertInto('claim_origins').values({ origin: 'polis:rich', claim_id: claim.id }).execute()
    const departed = { claim_id: claim.id, day: dayNumber(at) - 1, members: 5, votes: 9 }
    await tx.insertInto('departures').values(departed).execute()
    await tx
      .insertInto('near_dismissals')
      .values({ ...one, ...other, member_id: ann.id, dismissed_at: at })
      .execute()
  })
}
