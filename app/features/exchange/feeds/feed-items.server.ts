import { findProfile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { newestClaims } from '#app/features/claims/claims.server.ts'
import { newestFramings } from '#app/features/claims/framings.server.ts'
import { newestClassifiers } from '#app/features/classifying/classifiers.server.ts'
import { newestConcepts } from '#app/features/concepts/concepts.server.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { findSubject } from '#app/features/discussion/comments/comments.server.ts'
import { newestComments } from '#app/features/discussion/comments/newest-comments.server.ts'
import type { PostLine } from '#app/features/discussion/post.ts'
import { htmlOfPosts } from '#app/features/discussion/posts/post-lines.server.ts'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { newestLabels } from '#app/features/labels/labels.server.ts'
import type { RatingRunner } from '#app/features/opinions/ratings/rating-runner.server.ts'
import { findCollection, newestCollections, transcriptsIn } from '#app/features/transcripts/collections.server.ts'
import type { TranscriptFacts } from '#app/features/transcripts/transcript.ts'
import { newestTranscripts } from '#app/features/transcripts/transcripts.server.ts'
import { listPosts } from '#app/features/votes/lists/post-lists.server.ts'
import { postsAskedIn } from '#app/features/votes/lists/post-order.ts'
import type { Db } from '#db/open.ts'
import { type FeedItem, feedSize, type Listed } from './feed.ts'
import { feedItem as item, paragraph } from './feed-item.ts'
import type { FeedPlace } from './feed-places.ts'
import { argumentsFeed, ballotsFeed, disputedFeed, excerptsFeed, missingFeed } from './read-items.server.ts'

interface Asking {
  db: Db
  ratings: RatingRunner
  member: Member | null
}

/** Lists of rooms beside this one are made above. */
type OwnPlace = Exclude<FeedPlace, { kind: 'acts' | 'search' }>

const page = { limit: feedSize, after: null }

/** What a feed says: what everybody may read of the list. */
export async function feedOf(
  { db, ratings, member }: Asking,
  place: OwnPlace,
  query: URLSearchParams,
): Promise<Listed> {
  if ('handle' in place) return memberFeed(db, place)
  switch (place.kind) {
    case 'posts': {
      const asked = postsAskedIn(query, 'new')
      return { title: 'Posts · Parallax', items: await itemsOf(db, (await listPosts(db, page, asked)).items) }
    }
    case 'comments':
      return { title: 'Comments · Parallax', items: await commentItems(db, {}) }
    case 'thread': {
      const subject = await findSubject(db, place.subject.kind, place.subject.id)
      return { title: `Comments on ${subject.title} · Parallax`, items: await commentItems(db, { subject }) }
    }
    case 'collection': {
      const { id, title } = await findCollection(db, place.id)
      const { items } = await transcriptsIn(db, id, page)
      return { title: `${title} · Parallax`, items: items.map(transcriptItem) }
    }
    case 'arguments':
      return argumentsFeed({ db, ratings }, place.claimId, query)
    case 'disputed':
      return disputedFeed(db, member)
    case 'missing':
      return missingFeed(db)
    default:
      return plainList(db, place.kind)
  }
}

async function memberFeed(db: Db, place: Extract<FeedPlace, { handle: string }>): Promise<Listed> {
  const profile = await findProfile(db, place.handle)
  const { id, handle } = profile
  switch (place.kind) {
    case 'posts of': {
      const posts = await newestPosts(db, page, { memberId: id })
      return { title: `Posts of ${handle} · Parallax`, items: await itemsOf(db, posts.items) }
    }
    case 'comments of':
      return { title: `Comments of ${handle} · Parallax`, items: await commentItems(db, { memberId: id }) }
    case 'excerpts of':
      return excerptsFeed(db, profile)
    case 'ballots of':
      return ballotsFeed(db, profile)
  }
}

async function plainList(
  db: Db,
  kind: 'claims' | 'transcripts' | 'labels' | 'framings' | 'concepts' | 'collections' | 'classifiers',
): Promise<Listed> {
  if (kind === 'transcripts') {
    const { items } = await newestTranscripts(db, page)
    return { title: 'Transcripts · Parallax', items: items.map(transcriptItem) }
  }
  if (kind === 'collections') {
    const { items } = await newestCollections(db, page)
    const itemOf = (one: (typeof items)[number]) =>
      item(`/collections/${one.id}`, one.title, one.html, one.createdAt, [one.madeBy])
    return { title: 'Collections · Parallax', items: items.map(itemOf) }
  }
  if (kind === 'classifiers') {
    const { items } = await newestClassifiers(db, page)
    const itemOf = (one: (typeof items)[number]) => {
      const html = paragraph(`On ${one.labelName}, model ${one.model}`)
      return item(`/classifiers/${one.id}`, one.name, html, one.createdAt, [one.madeBy])
    }
    return { title: 'Classifiers · Parallax', items: items.map(itemOf) }
  }
  if (kind === 'claims') {
    const { items } = await newestClaims(db, page)
    const itemOf = (claim: (typeof items)[number]) =>
      item(`/claims/${claim.id}`, claim.statement, claim.contextHtml, claim.createdAt, [claim.author.handle])
    return { title: 'Claims · Parallax', items: items.map(itemOf) }
  }
  if (kind === 'concepts') {
    const { items } = await newestConcepts(db, { kind: null, part: '' }, page)
    const itemOf = (one: (typeof items)[number]) =>
      item(`/concepts/${one.id}`, one.name, one.definitionHtml, one.createdAt, [one.madeBy])
    return { title: 'Concepts · Parallax', items: items.map(itemOf) }
  }
  const named = kind === 'labels' ? await newestLabels(db, page) : await newestFramings(db, page)
  const items = named.items.map((one) => item(`/${kind}/${one.id}`, one.name, paragraph(one.definition), one.createdAt))
  return { title: kind === 'labels' ? 'Labels · Parallax' : 'Framings · Parallax', items }
}

function transcriptItem({ id, title, model, condition, turnCount, addedBy, createdAt }: TranscriptFacts): FeedItem {
  const facts = [model, condition, `${turnCount} turns`].filter(Boolean).join(', ')
  return item(`/transcripts/${id}`, title, paragraph(facts), createdAt, [addedBy])
}

async function itemsOf(db: Db, posts: PostLine[]): Promise<FeedItem[]> {
  const html = await htmlOfPosts(
    db,
    posts.map(({ id }) => id),
  )
  return posts.map(({ id, title, author, coAuthors, createdAt, publishedAt, editedAt }) => {
    const authors = [author, ...coAuthors].map(({ handle }) => handle)
    return { path: `/posts/${id}`, title, html: html.get(id) ?? '', at: publishedAt ?? createdAt, editedAt, authors }
  })
}

async function commentItems(db: Db, of: { memberId?: string; subject?: Subject }): Promise<FeedItem[]> {
  const { items } = await newestComments(db, page, of)
  return items.map(({ id, html, author, createdAt, editedAt, subjectTitle }) => {
    const title = `${author.handle} on ${subjectTitle}`
    return { path: `/comments/${id}`, title, html, at: createdAt, editedAt, authors: [author.handle] }
  })
}
