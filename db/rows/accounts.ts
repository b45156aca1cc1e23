export interface MemberRow {
  id: string
  handle: string
  handle_key: string
  role: 'member' | 'moderator' | 'admin'
  unclaimed: number
  bio: string
  password_hash: string | null
  shows_ballots: number
  email: string | null
  /** Null: as it was typed before addresses were confirmed. */
  email_confirmed_at: number | null
  created_at: number
  attributed_to: string | null
  removed_at: number | null
}

export interface RetiredHandleRow {
  handle_hash: string
}

export interface RemovalRow {
  member_id: string
  texts: 'stay' | 'go'
  /** JSON: names that are still looked for in copies. */
  names: string | null
  asked_at: number
  swept_at: number | null
  done_at: number | null
}

export interface ActivityRow {
  id: string
  member_id: string | null
  verb: string
  subject_kind: string
  subject_id: string
  at: number
}

export interface SessionRow {
  id: string
  member_id: string
  expires_at: number
  created_at: number
  device: string
  seen_on: number
}

export interface TokenRow {
  hash: string
  member_id: string
  name: string
  created_at: number
}

export interface VersionRow {
  kind: string
  id: string
  version: number
}

export interface IdempotentAnswerRow {
  member_id: string
  key: string
  request_hash: string
  answer: string | null
  created_at: number
}

export interface AccountTables {
  members: MemberRow
  retired_handles: RetiredHandleRow
  removals: RemovalRow
  activity: ActivityRow
  sessions: SessionRow
  tokens: TokenRow
  versions: VersionRow
  idempotent_answers: IdempotentAnswerRow
}
