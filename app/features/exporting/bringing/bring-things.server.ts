import { factsFor, factWords } from '#app/features/concepts/facts.ts'
import { ReviewDraft } from '#app/features/discussion/post.ts'
import { renderReview } from '#app/features/discussion/posts/review.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { scoreRowsOf } from '#app/features/transcripts/scores/score.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import { pictureFile } from '../manifest.ts'
import type { Bring } from './bringing.ts'
import { checkedFacts } from './checked-facts.ts'
import { fileOf } from './read-lines.server.ts'
import type { Row } from './row-of.ts'
import { makeSure } from './webp.ts'

const one = (table: string, row: Row) => [{ table, row }]
const text = (row: Row, column: string) => String(row[column] ?? '')

const member: Bring = (_, { removed, ...row }) => {
  const handle_key = nameKey(text(row, 'handle'))
  const { id = null, created_at = null } = row
  const blank = { role: 'member', unclaimed: 1, password_hash: null, shows_ballots: 0, email: null }
  const more = { email_confirmed_at: null, attributed_to: null, removed_at: removed ? created_at : null }
  return [
    { table: 'members', row: { ...row, handle_key, ...blank, ...more } },
    { table: 'handles', row: { handle_key, member_id: id, attributed: 0, taken_at: created_at } },
  ]
}

/** The hash waits for the turns. */
export const unknownHash = (id: string) => `imported ${id}`

const transcript: Bring = (_, row) => {
  const id = text(row, 'id')
  const scores = scoreRowsOf(JSON.parse(text(row, 'scores')))
  return [
    { table: 'transcripts', row: { ...row, hash: unknownHash(id), turn_count: 0, excerpt_count: 0 } },
    ...scores.map((score) => ({ table: 'transcript_scores', row: { transcript_id: id, ...score } })),
  ]
}

const collection: Bring = (_, row) => one('collections', { ...row, html: '', transcript_count: 0 })
const collectionVersion: Bring = (_, row) => one('collection_versions', { ...row, html: '' })
const label: Bring = (_, row) => one('labels', { ...row, name_key: nameKey(text(row, 'name')) })
const claim: Bring = (_, row) => one('claims', { ...row, context_html: '' })
const standpoint: Bring = (_, row) => one('standpoints', { ...row, name_key: nameKey(text(row, 'name')) })

const concept: Bring = (_, row) => {
  const facts = checkedFacts(factsFor(row.kind as never, JSON.parse(text(row, 'facts'))))
  const name_key = nameKey(text(row, 'name'))
  return one('concepts', {
    ...row,
    facts: JSON.stringify(facts),
    fact_words: factWords(facts),
    name_key,
    definition_html: '',
  })
}

const relationKind: Bring = (_, row) => one('relation_kinds', { ...row, changes: 0 })
const notAlike: Bring = ({ at }, row) => one('near_dismissals', { ...row, dismissed_at: at })
const mention: Bring = (_, row) => one('mentions', row)

const post: Bring = async ({ voters }, { deleted, review, ...row }) => {
  const member_id = row.member_id ?? (await voters.first('votes'))
  const said = review === null || review === undefined ? null : parse(ReviewDraft, JSON.parse(String(review)))
  const gone = { deleted_at: deleted ? (row.created_at ?? 0) : null, deleted_by: null }
  return one('posts', { ...row, member_id, review: renderReview(said), html: '', ...gone, score: 0 })
}

const postAuthor: Bring = ({ at }, row) => one('post_authors', { ...row, invited_at: at, accepted_at: at })
const thread: Bring = (_, row) => one('threads', { ...row, comment_count: 0 })

const comment: Bring = async ({ db, voters }, { deleted, ...row }) => {
  const member_id = row.member_id ?? (await voters.first('votes'))
  const html = deleted ? '' : await renderWritten(db, text(row, 'body'))
  return one('comments', {
    ...row,
    member_id,
    html,
    deleted_at: deleted ? (row.created_at ?? 0) : null,
    deleted_by: null,
  })
}

const quote: Bring = (_, row) =>
  one('quotes', { ...row, before_words: row.prefix ?? '', after_words: row.suffix ?? '' })

const picture: Bring = async ({ folder }, row) => {
  const id = text(row, 'id')
  const bytes = await fileOf(folder, pictureFile(id), 20_000_000)
  await makeSure(bytes, Number(row.width), Number(row.height))
  return one('pictures', { ...row, sent_hash: sha256(`imported ${id}`), type: 'image/webp', bytes: bytes as never })
}

/** How the lines of a file become rows, where that is more than the row of its table. */
export const things: Record<string, Bring> = {
  ...{ members: member, pictures: picture, transcripts: transcript },
  ...{ collections: collection, 'collection-versions': collectionVersion },
  ...{ labels: label, claims: claim, standpoints: standpoint, concepts: concept },
  ...{ 'relation-kinds': relationKind, 'not-alike': notAlike, mentions: mention },
  ...{ posts: post, 'post-authors': postAuthor, threads: thread, comments: comment, quotes: quote },
}
