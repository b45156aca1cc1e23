export interface PasskeyRow {
  id: string
  member_id: string
  public_key: string
  counter: number
  name: string
  created_at: number
  /** Null: never yet. */
  used_at: number | null
}

export interface PasskeyChallengeRow {
  hash: string
  member_id: string | null
  expires_at: number
}

export interface PasskeyTables {
  passkeys: PasskeyRow
  passkey_challenges: PasskeyChallengeRow
}
