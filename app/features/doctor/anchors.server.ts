import { contextOf, wordsOf } from '#app/features/transcripts/excerpt.ts'
import { lengthOf } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { ExcerptRow } from '#db/tables.ts'
import * as queries from './anchors.queries.server.ts'

const batch = 100

/** The excerpts whose words, or those before and after, do not stand where they say. */
export async function wrongAnchors(db: Db): Promise<string[]> {
  const wrong: string[] = []
  for (let after = ''; ; ) {
    const ids = await queries.selectMarkedTranscripts(db, after, batch)
    for (const id of ids) {
      const texts = await queries.selectTexts(db, id)
      for (const row of await queries.selectExcerpts(db, id))
        if (!standsThere(row, texts)) wrong.push(`excerpt ${row.id} is not what stands in transcript ${id}`)
    }
    const last = ids.at(-1)
    if (last === undefined) return wrong
    after = last
  }
}

function standsThere(row: ExcerptRow, texts: readonly string[]): boolean {
  const span = {
    start: { turn: row.start_turn, offset: row.start_offset },
    end: { turn: row.end_turn, offset: row.end_offset },
  }
  const textOf = (turn: number) => texts[turn] ?? ''
  if (row.end_turn >= texts.length || row.end_offset > lengthOf(textOf(row.end_turn))) return false
  // Of what spans all, the words are not stored a second time.
  if (row.whole) return row.start_turn === 0 && row.start_offset === 0 && row.end_turn === texts.length - 1
  const { prefix, suffix } = contextOf(span, textOf)
  return wordsOf(span, textOf) === row.exact && prefix === row.prefix && suffix === row.suffix
}
