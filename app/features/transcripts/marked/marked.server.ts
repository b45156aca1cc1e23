import { type Page, paged, timeAndId } from '#app/lib/paging.server.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { selectMarkedBy } from './marked.queries.server.ts'

const mostWords = 300

export interface Marked {
  id: string
  /** The words marked, shortened. */
  words: string
  transcript: { id: string; title: string; model: string | null }
  createdAt: number
}

/** The excerpts that a member marked first, the newest first. */
export async function excerptsMarkedBy(db: Db, memberId: string, page: Page) {
  const rows = await selectMarkedBy(db, memberId, page.limit + 1, page.after && timeAndId(page.after))
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  return { items: items.map(markedOf), next }
}

function markedOf(row: Awaited<ReturnType<typeof selectMarkedBy>>[number]): Marked {
  const { id, exact, transcript_id, title, model, created_at: createdAt } = row
  const words = shortened(exact, mostWords)
  return { id, words, transcript: { id: transcript_id, title, model }, createdAt }
}
