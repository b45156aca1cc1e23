import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { wordsOf } from '#app/features/search/words.ts'
import type { Db } from '#db/open.ts'
import { letterRanges, tokenizer } from '#db/search/unicode61.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const said = (text: string) =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ')

test('words are cut and folded without regard to case, accents and form', () => {
  expect(said('Alignment-faking, 3abc & 1e5; İstanbul CAFÉ cafe\u0301 don’t')).toBe(
    'alignment faking 3abc 1e5 istanbul cafe cafe don t',
  )
  expect(said('漢字かな https://example.org/a_b?c=1 ΣΊΣΥΦΟΣ 🙂')).toBe('漢字かな https example org a b c 1 σίσυφοσ')
  expect(wordsOf('a 🙂 Énd')).toEqual([
    { word: 'a', start: 0, end: 1 },
    { word: 'end', start: 5, end: 8 },
  ])
})

/** The words of texts as the engine sees them. */
async function wordsByEngine(db: Db, engine: string, texts: string[]): Promise<string[]> {
  if (engine === 'postgres') {
    const { rows } = await sql<{ words: string }>`select search_fold(given) as words
      from unnest(${texts}::text[]) with ordinality as each(given, place) order by place`.execute(db)
    return rows.map(({ words }) => words)
  }
  return inTransaction(db, async (tx) => {
    await sql
      .raw(
        `create virtual table temp.probe using fts5(body, content = '', contentless_delete = 1, tokenize = '${tokenizer}')`,
      )
      .execute(tx)
    await sql`create virtual table temp.probed using fts5vocab(temp, probe, instance)`.execute(tx)
    for (const [number, text] of texts.entries())
      await sql`insert into temp.probe (rowid, body) values (${number + 1}, ${text})`.execute(tx)
    const { rows } = await sql<{ term: string; doc: number; offset: number }>`select term, doc, "offset"
      from temp.probed`.execute(tx)
    const found: string[][] = texts.map(() => [])
    for (const { term, doc, offset } of rows) (found[doc - 1] as string[])[offset] = term
    await sql`drop table temp.probed`.execute(tx)
    await sql`drop table temp.probe`.execute(tx)
    return found.map((words) => words.join(' '))
  })
}

/** The code points that are in use, and the ends of the ranges beyond, at the start of a word, within it and at its end; many a text. */
function codePoints(): string[] {
  const used = Array.from({ length: 0x1ffff }, (_, n) => n + 1)
  const ends = letterRanges.flatMap(([first, last]) => [first - 1, first, last, last + 1])
  const kept = [...used, ...ends.filter((point) => point > 0x1ffff && point <= 0x10ffff)]
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .map((sign) => `${sign}q${sign}Z${sign}`)
  return Array.from({ length: Math.ceil(kept.length / 1000) }, (_, n) =>
    kept.slice(n * 1000, n * 1000 + 1000).join(' '),
  )
}

describeOnBothEngines('The engine', (open, engine) => {
  test('sees the words that the program sees, whatever a text is made of', async () => {
    const texts = codePoints()
    const found = await wordsByEngine(open(), engine, texts)
    const wrong = texts.filter((text, n) => found[n] !== said(text))
    expect(wrong.length).toBe(0)
  })
})
