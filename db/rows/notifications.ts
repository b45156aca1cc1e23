export interface OutboxRow {
  id: string
  recipient: string
  subject: string
  text: string
  html: string
  headers: string
  state: 'waiting' | 'sent' | 'failed' | 'kept'
  attempts: number
  next_at: number
  sent_at: number | null
  error: string | null
  created_at: number
  /** Null: what it says stays true. */
  expires_at: number | null
}

export interface FollowRow {
  member_id: string
  subject_kind: string
  subject_id: string
  created_at: number
}

type Kind = 'invitation' | 'moderation' | 'waiting' | 'reply' | 'quote' | 'evidence' | 'mention' | 'followed'

export interface NotificationRow {
  id: string
  member_id: string
  kind: Kind
  actor_id: string
  source_kind: 'post' | 'comment' | 'framing' | 'claim' | 'invitation' | 'edit' | 'act' | 'appeal' | 'flag'
  source_id: string
  subject_kind: string
  subject_id: string
  on_site: number
  by_mail: number
  is_read: number
  is_mailed: number
  created_at: number
}

export interface NotificationSettingRow {
  member_id: string
  kind: Kind
  on_site: number
  by_mail: number
}

export interface DigestRow {
  member_id: string
  frequency: 'none' | 'daily' | 'weekly'
  next_at: number
}

export interface UnsubscribeTokenRow {
  hash: string
  member_id: string
  created_at: number
}

export interface PendingDeedRow {
  activity_id: string
  not_before: number
}
