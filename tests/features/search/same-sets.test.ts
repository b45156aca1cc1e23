import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { search } from '#app/features/search/search.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { type Db, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { newMember } from '#tests/support/claims.ts'
import { freshDatabase } from '#tests/support/engines.ts'

let engines: { db: Db; author: Member }[]

beforeAll(async () => {
  engines = await Promise.all(
    (['sqlite', 'postgres'] as const).map(async (engine) => {
      const db = openDatabase(await freshDatabase(engine))
      return { db, author: await newMember(db) }
    }),
  )
})

afterAll(() => Promise.all(engines.map(({ db }) => db.destroy())))

// What parsers cut in their own ways, and letters that fold in theirs.
const odd = ['3abc', '1e5', '-1.5', 'goal-guarding', 'https://example.org/a_b?c=d#e', 'wren@example.org', 'İstanbul']
const more = ['istanbul', 'ISTANBUL', 'ıslak', 'Straße', 'STRASSE', 'ΣΊΣΥΦΟΣ', 'σίσυφος', 'cafe\u0301', 'café', 'naïve']
const other = [
  '漢字',
  '漢字かな',
  'かな',
  '한국어',
  'שָׁלוֹם',
  'שלום',
  'हिन्दी',
  'don’t',
  "don't",
  '🙂',
  'a🙂b',
  '🫠x',
  'ﬁne',
  'Ω',
]
const plain = [
  'goal',
  'guarding',
  'faking',
  'a',
  'the',
  'w'.repeat(60),
  'w'.repeat(61),
  `${'w'.repeat(60)}v`,
  'AT&T',
  'c++',
]
const word = fc.oneof(
  fc.constantFrom(...odd, ...more, ...other, ...plain),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const one = word.map((given) => given.replace(/\s/g, ''))
const term = fc.oneof(
  { weight: 3, arbitrary: one },
  one.map((given) => `${given}*`),
  one.map((given) => `-${given}`),
  fc.tuple(one, one).map((pair) => `"${pair.join(' ')}"`),
  fc.tuple(one, one).map((pair) => `-"${pair.join(' ')}"`),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const query = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '))

/** The titles that are found, or what it was refused with. */
async function found({ db }: { db: Db }, q: string): Promise<string[] | string> {
  try {
    const { items } = await search(db, q, 'post', { limit: 200, after: null })
    return items.map(({ title }) => title.map((piece) => piece.text).join('')).sort()
  } catch (error) {
    if (isRefusal(error)) return error.message
    throw error
  }
}

const kept = (given: string) => given.replaceAll('\0', ' ').toWellFormed()

test('whatever is written and whatever is looked for, both engines find the same', { timeout: 60_000 }, async () => {
  const bodies = fc.sample(text, { numRuns: 100, seed: 16 }).map(kept)
  for (const { db, author } of engines) {
    await inTransaction(db, async (tx) => {
      for (const [n, body] of bodies.entries())
        await writePost(tx, author, { kind: 'essay', title: `no${n}`, body: `. ${body}` })
    })
  }
  let hits = 0
  const same = fc.asyncProperty(query, async (asked) => {
    const [first, second] = await Promise.all(engines.map((engine) => found(engine, kept(asked))))
    hits += Array.isArray(first) ? first.length : 0
    expect(second).toEqual(first)
  })
  await fc.assert(same, { numRuns: 250, seed: 17 })
  expect(hits).toBeGreaterThan(150)
})
