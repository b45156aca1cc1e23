import { describeMember, join } from '#app/features/accounts/accounts.server.ts'
import { changeHandle } from '#app/features/accounts/handles.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { addPasskey, askForPasskey } from '#app/features/accounts/passkeys/passkeys.server.ts'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { silence } from '#app/features/accounts/silences.server.ts'
import { addToken } from '#app/features/accounts/tokens.server.ts'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { chooseOn } from '#app/features/ballots/voting/choices.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { saveDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { putInOutbox } from '#app/features/mail/outbox.server.ts'
import { follow } from '#app/features/notifications/follows.server.ts'
import { goRound } from '#app/features/notifications/rounds.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember, someThings } from '#tests/features/discussion/things.ts'
import { Authenticator } from '#tests/support/authenticator.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A member who did a little of everything, among others who go on. */
export async function lived(db: Db) {
  const password = 'a long enough password'
  const first = `Wren${newId().slice(-6)}`
  const joined = await join(db, first, password)
  const member = await changeHandle(db, joined, `Heron${newId().slice(-6)}`)
  const other = await someMember(db)
  const mark = `mark${newId().slice(-6)}`
  const things = await someThings(db)
  await describeMember(db, member, { bio: `I am ${member.handle}`, showsBallots: true })
  const theirs = await writePost(db, other, { title: 'Of another', body: 'x' })
  const post = await writePost(db, member, { title: `Published ${mark}`, body: `Words of ${mark}` })
  const hidden = await writePost(db, member, { title: 'Private', body: `Not yet ${mark} hidden`, published: false })
  const comment = await reply(db, member, { kind: 'post', id: theirs.id }, { body: `Answer ${mark}` })
  await reply(db, other, { kind: 'post', id: theirs.id }, { body: 'Back', parentId: comment.id })
  await castAll(db, member, things, theirs.id)
  await castBallot(db, other, cellOf(things, 0), 'fits')
  await follow(db, member, { kind: 'member', id: other.id })
  await follow(db, other, { kind: 'member', id: member.id })
  await silence(db, member, things.member, 'mute')
  await silence(db, things.member, member, 'mute')
  await saveDraft(db, member, 'post.new', { fields: { body: 'begun' }, revision: 0, window: '' })
  await startSession(db, member, false)
  await addToken(db, member, 'mine')
  const passkey = new Authenticator('http://here').make(await askForPasskey(db, member, 'http://here'))
  await addPasskey(db, member, 'http://here', { name: `Key of ${first}`, passkey })
  await writeMail(db, member, first)
  await goRound({ db, origin: 'http://here', send: undefined, log })
  return { member, first, password, other, things, theirs, post, hidden, comment, mark }
}

type Things = Awaited<ReturnType<typeof someThings>>

export const cellOf = ({ claim }: Things, n: number) => ({
  claimId: claim.id,
  standpointId: claim.standpoints[n % 2] as string,
  framingId: claim.framings[n >> 1] as string,
})

/** Votes of every kind. */
export async function castAll(db: Db, member: Member, things: Things, postId: string) {
  for (const n of [0, 1, 2]) await castBallot(db, member, cellOf(things, n), 'fits', { reason: `Because ${n}` })
  await castBallot(db, member, cellOf(things, 0), 'misfits', { reason: 'Thought again' })
  await sayHandle(
    db,
    member,
    things.claim.id,
    things.claim.standpoints[0] as string,
    things.claim.framings[0] as string,
  )
  for (const id of things.excerpts) await voteOnLabel(db, member, id, things.labelId, 'agree')
  await vote(db, member, { kind: 'post', id: postId }, 'approval', 1)
  await chooseOn(db, member, things.claim.id, { shows: 'shown', part: 'an author of the paper' })
}

/** To them, and to others about them; and an answer that is kept for whoever asks again. */
async function writeMail(db: Db, member: Member, first: string) {
  const address = `${first}@example.org`
  await inTransaction(db, async (tx) => {
    await tx.updateTable('members').set({ email: address }).where('id', '=', member.id).execute()
    const said = { subject: `${member.handle} answered you`, text: `${first}: hello`, html: `<p>${member.handle}</p>` }
    await putInOutbox(tx, { to: address.toLowerCase(), ...said, headers: {} })
    await putInOutbox(tx, { to: 'other@example.org', ...said, headers: {} })
    const kept = { request_hash: 'x', answer: JSON.stringify({ handle: member.handle }), created_at: 1 }
    await tx
      .insertInto('idempotent_answers')
      .values([
        { member_id: member.id, key: 'a', ...kept },
        { member_id: (await someMember(tx)).id, key: 'a', ...kept },
      ])
      .execute()
  })
}
