import { quoted, type Snapshot } from '#db/snapshot.ts'

export interface PictureShown {
  id: string
  width: number
  height: number
  member_id: string
  created_at: number
  bytes: Buffer
}

export function picturesOf({ rowsOf }: Snapshot, ids: readonly string[]) {
  const query = `select id, width, height, member_id, created_at, bytes from pictures
    where id in (${ids.map(quoted).join(', ')}) and type = 'image/webp'`
  return rowsOf(query, 5) as AsyncIterable<unknown> as AsyncIterable<PictureShown>
}
