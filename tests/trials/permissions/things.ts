import { createHash } from 'node:crypto'
import { addWithoutPassword, unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { postAnnotation } from '#app/features/annotations/annotations.server.ts'
import { editClaim, editFraming, editStandpoint } from '#app/features/ballots/earlier/reword.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { importCase } from '#app/features/claims/importing/imported-claim.server.ts'
import { addAlias } from '#app/features/claims/naming/names.server.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { draftsOf, saveDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { inviteCoAuthor } from '#app/features/discussion/posts/authors.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost } from '#app/features/discussion/posts/publishing.server.ts'
import { keepFiles } from '#app/features/exchange/importing/imports.server.ts'
import { voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import { addKind } from '#app/features/relations/kinds/kinds.server.ts'
import { addToCollection, makeCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newConcept, said } from '#tests/support/map.ts'

const word = () => `w${newId()}`
const turns = () => [{ role: 'user' as const, speaker: null, text: `The words that matter, ${word()}, stand here.` }]
const named = () => ({ name: word(), definition: 'As its text says.' })

/** What the owner has. Each thing is made when it is first named: `{post}`; `{post.2}` is one more of its kind. */
export class Things {
  readonly db: Db
  readonly owner: Member
  readonly moderator: Member
  readonly #made = new Map<string, Promise<string>>()

  constructor(db: Db, owner: Member, moderator: Member) {
    this.db = db
    this.owner = owner
    this.moderator = moderator
  }

  of(name: string): Promise<string> {
    const make = makers[name.split('.')[0] as keyof typeof makers]
    if (!this.#made.has(name)) this.#made.set(name, make(this))
    return this.#made.get(name) as Promise<string>
  }

  /** What came along with another thing. */
  async with(name: string, part: string): Promise<string> {
    await this.of(name)
    return this.of(part)
  }

  keep(name: string, id: string | undefined) {
    this.#made.set(name, Promise.resolve(id as string))
  }
}

async function claimOf(things: Things, part = '') {
  const { db, owner } = things
  const made = { statement: word(), standpoints: [named()], framings: [named(), named()] }
  const claim = await proposeClaim(db, owner, made)
  things.keep(`${part}standpoint`, claim.standpoints[1]?.id)
  things.keep(`${part}framing`, claim.framings[0]?.id)
  return claim
}

/** A claim whose words were written anew, meaning the same; version 2 of each can be disputed. */
async function rewordedOf(things: Things) {
  const { db, owner } = things
  const claim = await claimOf(things, 'reworded')
  const edit = { change: 'same' as const }
  await editClaim(db, owner, claim.id, { ...edit, context: 'More.' })
  await editStandpoint(db, owner, claim.id, await things.of('rewordedstandpoint'), {
    ...edit,
    definition: 'Said better.',
  })
  await editFraming(db, owner, await things.of('rewordedframing'), { ...edit, definition: 'Said better.' })
  return claim.id
}

/** An annotation of the owner's, on words of a transcript. */
async function annotationOf(things: Things) {
  const { db, owner } = things
  const site = { origin: 'http://here.example', origins: ['http://here.example'] }
  const source = `http://here.example/transcripts/${await things.of('transcript')}`
  const selector = { type: 'TextQuoteSelector', exact: 'words that matter' }
  const about = { target: { source, selector }, body: { type: 'TextualBody', value: 'Noted.' } }
  const given = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', ...about }
  return (await postAnnotation(db, owner, site, given)).id
}

type Make = (things: Things) => Promise<string>
const textOf = { title: 'A post', body: 'Words of it.' }

const makers = {
  post: async ({ db, owner }) => (await writePost(db, owner, textOf)).id,
  hidden: async ({ db, owner }) => (await writePost(db, owner, { ...textOf, published: false })).id,
  deletedpost: async ({ db, owner }) => {
    const { id } = await writePost(db, owner, textOf)
    await deletePost(db, owner, id)
    return id
  },
  comment: async (things) =>
    (await reply(things.db, things.owner, { kind: 'post', id: await things.of('post') }, textOf)).id,
  deletedcomment: async (things) => {
    const { db, owner } = things
    const { id } = await reply(db, owner, { kind: 'post', id: await things.of('post') }, textOf)
    await deleteComment(db, owner, id)
    return id
  },
  claim: async (things) => (await claimOf(things)).id,
  standpoint: (things) => things.with('claim', 'standpoint'),
  framing: (things) => things.with('claim', 'framing'),
  otherframing: async (things) =>
    (await proposeClaim(things.db, things.owner, { statement: word(), framings: [named()] })).framings[0]?.id as string,
  reworded: rewordedOf,
  rewordedstandpoint: (things) => things.with('reworded', 'rewordedstandpoint'),
  rewordedframing: (things) => things.with('reworded', 'rewordedframing'),
  ownframing: async ({ db, owner }) => {
    const given = { statement: word(), context: '', origin: word(), framings: [{ key: 'a', text: word() }] }
    const { framingIds } = await importCase(db, owner, given)
    return framingIds.get('a') as string
  },
  alias: async (things) => {
    const name = word()
    await addAlias(things.db, things.owner, await things.of('framing'), { name })
    return name
  },
  concept: async ({ db, owner }) => (await newConcept(db, owner)).id,
  paper: async ({ db, owner }) => (await newConcept(db, owner, word(), 'paper')).id,
  editedconcept: async ({ db, owner }) => {
    const { id } = await newConcept(db, owner)
    await editConcept(db, owner, id, { definition: 'More.', since: 1 })
    return id
  },
  label: async ({ db, owner }) => (await proposeLabel(db, owner, named())).label.id,
  editedlabel: async ({ db, owner }) => {
    const { label } = await proposeLabel(db, owner, named())
    await editLabel(db, owner, label.id, { change: 'same', definition: 'More.' })
    return label.id
  },
  transcript: async ({ db, owner }) => (await addTranscript(db, owner, { turns: turns() })).transcript.id,
  collection: async (things) => {
    const { db, owner } = things
    const { collection } = await makeCollection(db, owner, { id: word(), title: 'Some' })
    await addToCollection(db, owner, collection.id, [await things.of('transcript')])
    return collection.id
  },
  excerpt: async (things) => {
    const quote = { exact: 'words that matter' }
    const { excerpt } = await excerptOfQuote(things.db, things.owner, await things.of('transcript'), quote)
    await voteOnLabel(things.db, things.owner, excerpt.id, await things.of('label'), 'agree')
    return excerpt.id
  },
  annotation: annotationOf,
  relation: async ({ db, owner }) =>
    said(db, owner, await newConcept(db, owner), 'associated with', await newConcept(db, owner)),
  kind: async ({ db, moderator }) => (await addKind(db, moderator, { name: word(), inverse: word() })).id,
  /** As if it had been looked at; few may be unfinished at a time. */
  import: async ({ db, owner }) => {
    await inTransaction(db, (tx) =>
      tx.updateTable('imports').set({ state: 'done' }).where('state', '<>', 'reading').execute(),
    )
    const files = [{ name: 'a.txt', bytes: new TextEncoder().encode(`User: ${word()}`) }]
    const id = await keepFiles(db, owner, { files, settings: {} })
    await inTransaction(db, (tx) => tx.updateTable('imports').set({ state: 'staged' }).where('id', '=', id).execute())
    return id
  },
  /** A post that the owner is writing an answer to. */
  answering: async (things) => {
    const id = await things.of('post.answered')
    const place = `comment.on.post.${id}`
    await saveDraft(things.db, things.owner, place, { fields: { body: 'Yet' }, revision: 0 })
    things.keep('draft', (await draftsOf(things.db, things.owner)).find((one) => one.place === place)?.id)
    return id
  },
  draft: (things) => things.with('answering', 'draft'),
  /** A post with somebody who was asked to be an author. */
  invited: async (things) => {
    const asked = await addWithoutPassword(things.db, word())
    const id = await things.of('post.invited')
    await inviteCoAuthor(things.db, things.owner, id, asked.handle)
    things.keep('asked', asked.handle)
    return id
  },
  asked: (things) => things.with('invited', 'asked'),
  member: async ({ db }) => (await addWithoutPassword(db, word())).handle,
  unclaimed: async ({ db }) => (await unclaimedMember(db, word())).handle,
  stop: async ({ db, owner }) => {
    const token = word()
    const hash = createHash('sha256').update(token).digest('hex')
    const row = { hash, member_id: owner.id, created_at: Date.now() }
    await inTransaction(db, (tx) => tx.insertInto('unsubscribe_tokens').values(row).execute())
    return token
  },
  owner: async ({ owner }) => owner.handle,
  word: async () => word(),
} satisfies Record<string, Make>
