export interface PictureRow {
  id: string
  sent_hash: string
  type: string
  width: number
  height: number
  member_id: string
  created_at: number
  bytes: Buffer
}
