import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { checks, examine } from '#app/features/doctor/doctor.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { search } from '#app/features/search/search.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newCase, newMember } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { said } from '#tests/support/map.ts'

/** A little of everything that is counted, found or anchored. */
async function someOfAll(db: Db) {
  const { claim, author } = await newCase(db)
  const other = await newMember(db)
  const [standpointId, framingId] = [claim.standpoints[0]?.id ?? '', claim.framings[0]?.id ?? '']
  await castBallot(db, author, { claimId: claim.id, standpointId, framingId }, 'fits')
  const another = claim.standpoints[1]?.id ?? ''
  await castBallot(db, author, { claimId: claim.id, standpointId: another, framingId }, 'misfits')
  await sayHandle(db, other, claim.id, standpointId, framingId)
  const { id } = await writePost(db, author, { title: 'A zebra in the scratchpad', body: 'x' })
  await reply(db, other, { kind: 'post', id }, { body: 'y' })
  await vote(db, other, { kind: 'post', id }, 'approval', 1)
  const turns = [{ role: 'user' as const, text: 'Say it 𝒳 once more, é.' }]
  const { transcript } = await addTranscript(db, author, { title: 'T', turns })
  const { excerpt } = await excerptOfQuote(db, author, transcript.id, { exact: '𝒳 once' })
  const { label } = await proposeLabel(db, author, { name: `seen ${excerpt.id}`, definition: 'd' })
  await voteOnLabel(db, author, excerpt.id, label.id, 'agree')
  await addToCollection(db, author, 'a-few', [transcript.id])
  await said(db, author, { kind: 'label', id: label.id }, 'associated with', { kind: 'claim', id: claim.id })
  return { claim, postId: id, transcriptId: transcript.id, excerptId: excerpt.id }
}

const wrongIn = async (db: Db, repairs = false) =>
  (await examine(db, { repairs })).filter(({ ok }) => !ok).map(({ name }) => name)

/** What breaks each check. */
const faults: [check: string, statement: string][] = [
  ['tallies', 'update tallies set handles = handles + 1'],
  ['tallies', 'update tallies set claim_id = (select max(claim_id) from standpoints)'],
  ['pairs of verdicts', 'update verdict_pairs set members = members + 1'],
  ['verdicts from everywhere', 'delete from everywhere_tallies'],
  ['votes of each voter', 'update claim_voters set votes = 7'],
  ['voters of each claim', 'update voter_counts set voters = voters - 1'],
  ['tallies by day', 'update tally_days set fits = fits + 2'],
  ['pairs by day', 'delete from pair_days'],
  ['verdicts from everywhere by day', 'update everywhere_days set fits = fits - 1'],
  ['voters by day', 'update voter_days set voters = 9'],
  ['vote totals', `update vote_totals set up = 5`],
  ['scores of posts', 'update posts set score = -3'],
  ['comments of threads', 'delete from threads'],
  ['votes on labels', 'update labellings set agree = 4, earlier_agree = 1'],
  ['relations of nodes', 'update nodes set edges = edges + 2'],
  ['transcripts of collections', 'update collections set transcript_count = 0'],
  ['excerpts of transcripts', 'update transcripts set excerpt_count = 12'],
  ['turns of transcripts', 'update transcripts set turn_count = 2'],
  ['search index', 'delete from search_entries'],
  [
    'removed accounts',
    `insert into removals (member_id, texts, asked_at, done_at) select member_id, 'stay', 1, 1 from ballots limit 1`,
  ],
]

describeOnBothEngines('The doctor', (open, engine) => {
  test('finds nothing wrong with what the site itself wrote', async () => {
    await someOfAll(open())
    const examined = await examine(open())
    expect(examined.filter(({ ok }) => !ok)).toEqual([])
    expect(examined.map(({ name }) => name)).toEqual(checks.map(({ name }) => name))
  })

  test.each(faults)('finds %s broken on purpose, and sets it right', async (check, statement) => {
    await someOfAll(open())
    await inTransaction(open(), (tx) => sql.raw(statement).execute(tx))
    expect(await wrongIn(open())).toContain(check)
    expect(await wrongIn(open(), true)).toEqual([])
    expect(await wrongIn(open())).toEqual([])
  })

  test('has what was lost found again', async () => {
    const { postId } = await someOfAll(open())
    await inTransaction(open(), (tx) => sql`delete from search_entries where id = ${postId}`.execute(tx))
    if (engine === 'sqlite') await inTransaction(open(), (tx) => sql`delete from search_index`.execute(tx))
    await examine(open(), { repairs: true })
    const { items } = await search(open(), 'zebra scratchpad', null, { limit: 50, after: null })
    expect(items.map((hit) => hit.id)).toContain(postId)
  })

  test('names an excerpt that is not what stands in the text, and leaves it alone', async () => {
    const { excerptId } = await someOfAll(open())
    await inTransaction(open(), (tx) =>
      tx.updateTable('excerpts').set({ suffix: ' twice' }).where('id', '=', excerptId).execute(),
    )
    const anchors = (await examine(open(), { repairs: true })).find(({ name }) => name === 'anchors')
    expect(anchors).toMatchObject({ ok: false, found: 1, repaired: 0, examples: [expect.stringContaining(excerptId)] })
    await inTransaction(open(), (tx) =>
      tx.updateTable('excerpts').set({ suffix: ' more, é.' }).where('id', '=', excerptId).execute(),
    )
  })

  test('names rows that refer to what is not there', async () => {
    await someOfAll(open())
    const isOff =
      engine === 'sqlite' ? sql`pragma defer_foreign_keys = on` : sql`set local session_replication_role = replica`
    const broken = inTransaction(open(), async (tx) => {
      await isOff.execute(tx)
      await tx.deleteFrom('members').execute()
      throw Object.assign(new Error('enough'), { found: await checks[0]?.look(tx) })
    })
    const { found } = await broken.catch((error) => error)
    expect(found).toContain('a row of ballots refers to members that is not there')
  })
})
