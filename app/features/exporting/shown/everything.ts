import type { Exported, LeftOut } from '../exported.ts'
import { ballots } from './ballots.ts'
import { claims } from './claims.ts'
import { discussion } from './discussion.ts'
import { labels } from './labels.ts'
import { log } from './log.ts'
import { map } from './map.ts'
import { people } from './people.ts'
import { transcripts } from './transcripts.ts'

const mapFirst = map.filter(({ name }) => name.startsWith('concept'))
const mapLast = map.filter(({ name }) => !name.startsWith('concept'))

/** All that everybody may read, a file each, what others refer to first. Names come before the texts that may lead to them. */
export const everything: readonly Exported[] = [
  ...people,
  ...transcripts,
  ...labels,
  ...mapFirst,
  ...claims,
  ...ballots,
  ...mapLast,
  ...discussion,
  ...log,
]

const history = 'who voted when is private; what changed by the day is counted'
const mail = 'mail is private'
const counted = 'counted from what is there'
const computed = 'computed from who voted together, which an export does not say'
const ownToKnow = 'a member’s own'
const signingIn = 'how members sign in'
const inside = 'of one database alone'

/** Every other table, and why an export has nothing of it. */
export const leftOut: LeftOut = {
  ...{ tokens: signingIn, sessions: signingIn, letter_tokens: signingIn, reset_requests: signingIn },
  ...{ passkeys: signingIn, passkey_challenges: signingIn },
  pastes: 'kept for somebody who is not signed in yet',
  handles: 'what somebody was called before may be what they no longer want to be found by',
  ...{ retired_handles: 'names of who left', removals: 'who left when' },
  ...{ silences: ownToKnow, drafts: ownToKnow, visits: ownToKnow, follows: ownToKnow, showings: ownToKnow },
  ...{ notifications: ownToKnow, notification_settings: ownToKnow, early_lookers: ownToKnow },
  ...{ digests: mail, outbox: mail, unsubscribe_tokens: mail },
  attributions: 'asked of moderators',
  ...{ flags: 'told to moderators', suspensions: 'told to whoever it concerns' },
  appeals: 'told to whoever it concerns; how they ended is in the log',
  ...{ activity: 'who did what when', pending_deeds: inside },
  ...{ versions: inside, idempotent_answers: inside, limit_counts: inside, site_secrets: inside },
  ...{ imports: ownToKnow, import_pieces: ownToKnow },
  ...{ site_imports: inside, unnamed_voters: inside, unnamed_overlaps: inside },
  transcript_scores: 'follow from the scores of the transcripts',
  ...{ annotation_votes: 'whose votes they are', redaction_copies: 'where masked words may still stand' },
  votes: 'who voted how is private; the totals are there',
  ...{ ballot_history: history, handle_vote_history: history, label_vote_history: history },
  ballot_choices: 'what a member chose to show is shown',
  ...{ claim_voters: 'who voted is private', earlier_handle_votes: 'counted with the ballots on earlier words' },
  ...{ tallies: counted, verdict_pairs: counted, everywhere_tallies: counted, earlier_tallies: counted },
  nodes: counted,
  ...{ camp_runs: computed, camp_leavers: ownToKnow, argument_ratings: computed, rating_runs: computed },
  ...{ claim_ranks: computed, near_nodes: 'computed from the texts', near_runs: 'computed from the texts' },
  node_vectors: 'computed from the texts',
  ...{ search_entries: 'made from the texts', search_sources: 'made from the texts' },
  ...{ mentioning_texts: 'a view', named_things: 'a view', titled_things: 'a view', relation_lines: 'a view' },
  mentions: 'those in texts that everybody may read are there',
}

/** Pictures are files of their own: see `writing/pictures-shown.server.ts`. */
export const asFiles: LeftOut = { pictures: 'those that texts show, as files' }
