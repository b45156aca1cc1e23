export interface LetterTokenRow {
  hash: string
  member_id: string
  purpose: 'confirm' | 'reset'
  address: string
  expires_at: number
}

export interface ResetRequestRow {
  id: string
  name: string
}
