import type { AccountTables } from './rows/accounts.ts'
import type { AnnotationRow, AnnotationVoteRow } from './rows/annotations.ts'
import type {
  BallotHistoryRow,
  BallotRow,
  ClaimVoterRow,
  DepartureRow,
  EarlierBallotRow,
  EarlierHandleVoteRow,
  EverywhereDayRow,
  EverywhereTallyRow,
  HandleVoteHistoryRow,
  HandleVoteRow,
  PairDayRow,
  TallyDayRow,
  TallyRow,
  VerdictPairRow,
  VoterCountRow,
  VoterDayRow,
} from './rows/ballots.ts'
import type { CampLeaverRow, CampRunRow } from './rows/camps.ts'
import type {
  ClaimFramingRow,
  ClaimOriginRow,
  ClaimRow,
  FramingNameRow,
  FramingRow,
  StandpointRow,
  WordingRow,
} from './rows/claims.ts'
import type { AnswerQuoteRow, AnswerRow, ClassifierRow, PromptRow } from './rows/classifying.ts'
import type {
  ConceptMergeRow,
  ConceptNameRow,
  ConceptRevisionRow,
  ConceptRow,
  MentioningTextRow,
  MentionRow,
  NamedThingRow,
  TitledThingRow,
} from './rows/concepts.ts'
import type {
  ArgumentRow,
  CommentRevisionRow,
  CommentRow,
  EvidenceRow,
  PostAuthorRow,
  PostRevisionRow,
  PostRow,
  QuoteRow,
  ReviewedWorkRow,
  ThreadRow,
  VisitRow,
  VoteRow,
  VoteTotalRow,
} from './rows/discussion.ts'
import type { DraftRow } from './rows/drafts.ts'
import type { ImportTables } from './rows/imports.ts'
import type {
  LabellingRow,
  LabelRow,
  LabelRulingRow,
  LabelVersionRow,
  LabelVoteHistoryRow,
  LabelVoteRow,
  MachineLabellingRow,
  ShowingRow,
} from './rows/labels.ts'
import type { LetterTokenRow, ResetRequestRow } from './rows/letters.ts'
import type { LimitCountRow, SiteSecretRow } from './rows/limits.ts'
import type { AppealRow, FlagRow, ModerationActRow, SuspensionRow } from './rows/moderation.ts'
import type { NearDismissalRow, NearNodeRow, NearRunRow, NodeVectorRow } from './rows/near.ts'
import type {
  DigestRow,
  FollowRow,
  NotificationRow,
  NotificationSettingRow,
  OutboxRow,
  PendingDeedRow,
  UnsubscribeTokenRow,
} from './rows/notifications.ts'
import type { PasskeyTables } from './rows/passkeys.ts'
import type { AttributionRow, HandleRow, SilenceRow } from './rows/people.ts'
import type { PictureRow } from './rows/pictures.ts'
import type { ArgumentRatingRow, RatingRunRow } from './rows/ratings.ts'
import type { RedactionCopyRow, RedactionRow } from './rows/redactions.ts'
import type { NodeRow, RelationHistoryRow, RelationKindRow, RelationLineRow, RelationRow } from './rows/relations.ts'
import type { SearchEntryRow, SearchSourceRow } from './rows/search.ts'
import type {
  CollectionRow,
  CollectionTranscriptRow,
  CollectionVersionRow,
  ExcerptRow,
  PasteRow,
  TranscriptRow,
  TranscriptScoreRow,
  TurnRow,
} from './rows/transcripts.ts'
import type { BallotChoiceRow, ClaimRankRow, EarlyLookerRow } from './rows/voting.ts'

/** What the rows look like on both engines: times in ms, booleans 0 or 1. What one row means stands in the migrations. */
export interface Tables extends AccountTables, PasskeyTables, ImportTables {
  letter_tokens: LetterTokenRow
  reset_requests: ResetRequestRow
  limit_counts: LimitCountRow
  site_secrets: SiteSecretRow
  handles: HandleRow
  silences: SilenceRow
  attributions: AttributionRow
  flags: FlagRow
  moderation_acts: ModerationActRow
  appeals: AppealRow
  suspensions: SuspensionRow
  transcripts: TranscriptRow
  turns: TurnRow
  excerpts: ExcerptRow
  pastes: PasteRow
  collections: CollectionRow
  collection_transcripts: CollectionTranscriptRow
  collection_versions: CollectionVersionRow
  transcript_scores: TranscriptScoreRow
  labels: LabelRow
  label_versions: LabelVersionRow
  label_rulings: LabelRulingRow
  labellings: LabellingRow
  machine_labellings: MachineLabellingRow
  label_votes: LabelVoteRow
  label_vote_history: LabelVoteHistoryRow
  showings: ShowingRow
  prompts: PromptRow
  classifiers: ClassifierRow
  answers: AnswerRow
  answer_quotes: AnswerQuoteRow
  annotations: AnnotationRow
  annotation_votes: AnnotationVoteRow
  redaction_copies: RedactionCopyRow
  redactions: RedactionRow
  pictures: PictureRow
  claims: ClaimRow
  framings: FramingRow
  claim_framings: ClaimFramingRow
  framing_names: FramingNameRow
  wordings: WordingRow
  claim_origins: ClaimOriginRow
  standpoints: StandpointRow
  ballots: BallotRow
  ballot_history: BallotHistoryRow
  earlier_ballots: EarlierBallotRow
  earlier_handle_votes: EarlierHandleVoteRow
  earlier_tallies: TallyRow
  handle_votes: HandleVoteRow
  handle_vote_history: HandleVoteHistoryRow
  tallies: TallyRow
  tally_days: TallyDayRow
  verdict_pairs: VerdictPairRow
  pair_days: PairDayRow
  everywhere_tallies: EverywhereTallyRow
  everywhere_days: EverywhereDayRow
  voter_counts: VoterCountRow
  voter_days: VoterDayRow
  departures: DepartureRow
  ballot_choices: BallotChoiceRow
  early_lookers: EarlyLookerRow
  claim_ranks: ClaimRankRow
  camp_runs: CampRunRow
  camp_leavers: CampLeaverRow
  argument_ratings: ArgumentRatingRow
  rating_runs: RatingRunRow
  claim_voters: ClaimVoterRow
  posts: PostRow
  post_revisions: PostRevisionRow
  post_authors: PostAuthorRow
  threads: ThreadRow
  comments: CommentRow
  comment_revisions: CommentRevisionRow
  visits: VisitRow
  quotes: QuoteRow
  reviewed_works: ReviewedWorkRow
  arguments: ArgumentRow
  evidence: EvidenceRow
  drafts: DraftRow
  votes: VoteRow
  vote_totals: VoteTotalRow
  outbox: OutboxRow
  follows: FollowRow
  notifications: NotificationRow
  notification_settings: NotificationSettingRow
  digests: DigestRow
  unsubscribe_tokens: UnsubscribeTokenRow
  pending_deeds: PendingDeedRow
  concepts: ConceptRow
  concept_names: ConceptNameRow
  concept_revisions: ConceptRevisionRow
  concept_merges: ConceptMergeRow
  mentions: MentionRow
  shown_mentions: MentionRow
  mentioning_texts: MentioningTextRow
  named_things: NamedThingRow
  titled_things: TitledThingRow
  relation_kinds: RelationKindRow
  nodes: NodeRow
  relations: RelationRow
  relation_history: RelationHistoryRow
  relation_lines: RelationLineRow
  near_nodes: NearNodeRow
  near_runs: NearRunRow
  node_vectors: NodeVectorRow
  near_dismissals: NearDismissalRow
  search_entries: SearchEntryRow
  search_sources: SearchSourceRow
}

export type * from './rows/accounts.ts'
export type * from './rows/annotations.ts'
export type * from './rows/ballots.ts'
export type * from './rows/camps.ts'
export type * from './rows/claims.ts'
export type * from './rows/classifying.ts'
export type * from './rows/concepts.ts'
export type * from './rows/discussion.ts'
export type * from './rows/drafts.ts'
export type * from './rows/imports.ts'
export type * from './rows/labels.ts'
export type * from './rows/letters.ts'
export type * from './rows/limits.ts'
export type * from './rows/moderation.ts'
export type * from './rows/near.ts'
export type * from './rows/notifications.ts'
export type * from './rows/passkeys.ts'
export type * from './rows/people.ts'
export type * from './rows/pictures.ts'
export type * from './rows/ratings.ts'
export type * from './rows/redactions.ts'
export type * from './rows/relations.ts'
export type * from './rows/search.ts'
export type * from './rows/transcripts.ts'
export type * from './rows/voting.ts'
