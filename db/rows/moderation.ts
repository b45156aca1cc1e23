export interface FlagRow {
  kind: string
  id: string
  member_id: string
  rule: string
  why: string
  state: 'open' | 'upheld' | 'dismissed'
  flagged_at: number
}

export interface ModerationActRow {
  id: string
  act:
    | 'hidden'
    | 'restored'
    | 'locked'
    | 'opened'
    | 'warned'
    | 'suspended'
    | 'released'
    | 'dismissed'
    | 'moved'
    | 'removed'
  kind: 'post' | 'comment' | 'member'
  thing_id: string
  member_id: string
  /** Null: no member did it, but whoever has the machine. */
  moderator_id: string | null
  rule: string
  rules_version: number
  why: string
  until: number | null
  /** JSON: what it took out of counts, or put back. */
  counts: string
  acted_at: number
}

export interface AppealRow {
  act_id: string
  member_id: string
  why: string
  asked_at: number
  decision: 'upheld' | 'reversed' | null
  decided_by: string | null
  decided_why: string
  decided_at: number | null
}

export interface SuspensionRow {
  member_id: string
  until: number
}
