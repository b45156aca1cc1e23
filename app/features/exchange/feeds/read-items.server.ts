import type { Profile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { ballotAnchor } from '#app/features/ballots/shown/ballot-anchor.ts'
import { type ListedVote, votesOfMember } from '#app/features/ballots/shown/ballots-of-member.server.ts'
import { verdictWords } from '#app/features/ballots/tally-words.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { type Carrying, machineAgainstPeople, readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import { missingNames } from '#app/features/mentions/mentions.server.ts'
import { unnamedPath } from '#app/features/mentions/name.ts'
import { askedArguments } from '#app/features/opinions/arguments/asked-arguments.ts'
import { argumentsOn } from '#app/features/opinions/arguments/list-arguments.server.ts'
import type { Sight } from '#app/features/opinions/arguments/stand-arguments.server.ts'
import type { StandingArgument } from '#app/features/opinions/arguments/standing-argument.ts'
import { excerptsMarkedBy } from '#app/features/transcripts/marked/marked.server.ts'
import { nameKey } from '#app/lib/text.ts'
import { counted } from '#app/ui/plain.tsx'
import type { Db } from '#db/open.ts'
import { type FeedItem, feedSize, type Listed } from './feed.ts'
import { feedItem, paragraph } from './feed-item.ts'

const page = { limit: feedSize, after: null }

/** What is argued on a claim, without how members vote: some readers of the feed have yet to say. */
export async function argumentsFeed(
  sight: Omit<Sight, 'shownOn'>,
  id: string,
  query: URLSearchParams,
): Promise<Listed> {
  const claim = await findClaim(sight.db, id)
  const asked = askedArguments(query, claim, 'strongest')
  const { items } = await argumentsOn({ ...sight, shownOn: async () => new Set() }, claim, asked, page)
  return { title: `Arguments on ${claim.statement} · Parallax`, items: items.map(argumentItem) }
}

function argumentItem(argument: StandingArgument): FeedItem {
  const { source, author, createdAt, words, direction, framingName, on, standpointName } = argument
  const argued = `${direction} ${framingName}${on === 'name' ? ', on its name' : ''}`
  const about = `Argues ${argued}, ${standpointName ?? 'all things considered'}.`
  const title = argument.title ?? `${author.handle} ${argued}`
  return feedItem(`/${source.kind}s/${source.id}`, title, paragraph(words) + paragraph(about), createdAt, [
    author.handle,
  ])
}

export async function excerptsFeed(db: Db, { id, handle }: Profile): Promise<Listed> {
  const { items } = await excerptsMarkedBy(db, id, page)
  const itemOf = ({ id, words, transcript, createdAt }: (typeof items)[number]) =>
    feedItem(`/excerpts/${id}`, transcript.title, paragraph(`“${words}”`), createdAt, [handle])
  return { title: `Excerpts by ${handle} · Parallax`, items: items.map(itemOf) }
}

/** The ballots that a member shows to everybody. */
export async function ballotsFeed(db: Db, profile: Profile): Promise<Listed> {
  const { items } = await votesOfMember(db, profile, null, page)
  return {
    title: `Ballots of ${profile.handle} · Parallax`,
    items: items.map((vote) => ballotItem(vote, profile.handle)),
  }
}

function ballotItem(vote: ListedVote, handle: string): FeedItem {
  const { claim, framing, standpoint, verdict, reason, castAt } = vote
  const said = `${framing}: ${verdict && verdictWords[claim.kind][verdict]}, ${standpoint ?? 'all things considered'}`
  const html = paragraph(said) + paragraph(reason && `“${reason}”`)
  return feedItem(`/members/${handle}/ballots#${ballotAnchor(vote)}`, claim.statement, html, castAt, [handle])
}

const mostDisputed = 20

/** Words and the label that readings differ on, without the votes. To a member it is noted that they were shown. */
export async function disputedFeed(db: Db, reader: Member | null): Promise<Listed> {
  const split = await readMostDifferently(db, mostDisputed, reader)
  const all = [...split, ...(await machineAgainstPeople(db, mostDisputed, reader))].map(disputedItem)
  const once = [...new Map(all.map((item) => [item.path, item])).values()]
  return { title: 'Where readings differ · Parallax', items: once.slice(0, feedSize) }
}

function disputedItem({ excerpt, labelling: { labelId, name } }: Carrying): FeedItem {
  const { id, transcriptTitle, words, createdAt } = excerpt
  const title = `${name} · ${transcriptTitle}`
  return feedItem(`/excerpts/${id}#label-${labelId}`, title, paragraph(`“${words}”`), createdAt)
}

export async function missingFeed(db: Db): Promise<Listed> {
  const names = (await missingNames(db)).slice(0, feedSize)
  const items = names.map(({ name, count, firstAt, lastAt }) => {
    const html = paragraph(`Named in ${counted(count, 'text')}.`)
    return { ...feedItem(unnamedPath(nameKey(name)), name, html, firstAt), editedAt: lastAt }
  })
  return { title: 'Names that lead nowhere · Parallax', items }
}
