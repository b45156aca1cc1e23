export interface LimitCountRow {
  key: string
  points: number
  ends_at: number
}

export interface SiteSecretRow {
  id: number
  secret: string
}
