import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { labelByMachine, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { wasShown } from '#app/features/labels/showings/showings.server.ts'
import { downloadOf } from '#app/features/surveys/downloads/download.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import { redactTranscript } from '#app/features/transcripts/redacting/redact-transcript.server.ts'
import { csvLine } from '#app/lib/csv.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { newCollection, newMember } from './support.ts'

test('text that a spreadsheet would take for a formula is made harmless, numbers stay', () => {
  expect(csvLine(['=1+1', '+a', '-a', '@a', '\ta', 'a=1', -0.5, true, null])).toBe(
    "'=1+1,'+a,'-a,'@a,'\ta,a=1,-0.5,true,\r\n",
  )
  expect(csvLine(['say "no"', 'a,b', 'a\nb', '=a"b'])).toBe('"say ""no""","a,b","a\nb","\'=a""b"\r\n')
})

describeOnBothEngines('Downloads of a collection', (open, engine) => {
  let someone: Member
  let slug: string
  let ids: string[]
  let excerptId: string

  const piecesOf = async (file: string, of = slug, member: Member | null = null) => {
    const pieces: string[] = []
    const { pieces: made } = downloadOf(open(), await findCollection(open(), of), member, file, new URLSearchParams())
    for await (const piece of made) pieces.push(piece)
    return pieces
  }
  const rowsOf = async (file: string) =>
    parse((await piecesOf(file)).join(''), { columns: true }) as Record<string, string>[]

  beforeAll(async () => {
    someone = await newMember(open())
    const given = [
      { condition: 'free', text: '=cmd() “naïve”, 🙂\nsecret name', scores: { harm: -2, note: '-x' } },
      { condition: 'paid' },
    ]
    ;({ slug, ids } = await newCollection(open(), someone, given))
    const { label } = await proposeLabel(open(), someone, { name: `+doubts ${slug}` })
    excerptId = (await excerptOfQuote(open(), someone, ids[0] as string, { exact: 'secret name' })).excerpt.id
    await voteOnLabel(open(), someone, excerptId, label.id, 'agree')
    await voteOnLabel(open(), await newMember(open()), excerptId, label.id, 'disagree')
    await labelByMachine(open(), someone, excerptId, label.id, { classifier: 'bright', score: 0.25 })
    await inTransaction(open(), (tx) => redactTranscript(tx, ids[0] as string, 'secret'))
  })

  test('tables hold transcripts, turns, scores, excerpts, votes as counts and classifiers', async () => {
    expect(await rowsOf('transcripts.csv')).toMatchObject([{ id: ids[0], condition: 'free' }, { id: ids[1] }])
    expect(await rowsOf('turns.csv')).toMatchObject([
      { transcript: ids[0], index: '0', text: "'=cmd() “naïve”, 🙂\n██████ name" },
      { transcript: ids[1] },
    ])
    expect(await rowsOf('scores.csv')).toMatchObject([
      { score: 'harm', value: '-2' },
      { score: 'note', value: "'-x" },
    ])
    expect(await rowsOf('excerpts.csv')).toMatchObject([{ id: excerptId, exact: '██████ name' }])
    const on = { excerpt: excerptId, name: `'+doubts ${slug}` }
    expect(await rowsOf('labels.csv')).toMatchObject([{ ...on, agree: '1', disagree: '1', placing_agree: '1' }])
    expect(await rowsOf('machines.csv')).toMatchObject([{ ...on, classifier: 'bright', score: '0.25' }])
    expect((await rowsOf('shares.csv')).map(({ kind }) => kind)).toContain('label')
    expect(() => downloadOf(open(), {} as never, null, 'passwords.csv', new URLSearchParams())).toThrow(/no such file/)
    expect(() => downloadOf(open(), {} as never, null, 'constructor', new URLSearchParams())).toThrow(/no such file/)
  })

  test('lines hold everything, each thing one, and nothing that was redacted', async () => {
    const text = (await piecesOf('everything.jsonl')).join('')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one))
    expect(lines.map(({ type }) => type)).toEqual([
      'collection',
      'transcript',
      'transcript',
      'excerpt',
      'labelling',
      'machine labelling',
    ])
    expect(lines[1]).toMatchObject({
      id: ids[0],
      scores: { harm: -2 },
      turns: [{ text: '=cmd() “naïve”, 🙂\n██████ name' }],
    })
    expect(lines[4]).toMatchObject({ excerptId, agree: 1, disagree: 1, placing: { agree: 1 }, state: 'open' })
    expect(text).not.toContain('secret')
  })

  test('whoever takes the labels has seen how others vote; the words alone show nothing', async () => {
    const [reader, other] = [await newMember(open()), await newMember(open())]
    await piecesOf('labels.csv', slug, reader)
    await piecesOf('excerpts.csv', slug, other)
    expect(await wasShown(open(), reader, excerptId)).toBe(true)
    expect(await wasShown(open(), other, excerptId)).toBe(false)
  })

  test('many hundred transcripts go piece by piece, and others have their turn meanwhile', {
    timeout: 60_000,
  }, async () => {
    const { slug: many } = await newCollection(open(), someone, [{}])
    // PostgreSQL is filled slowly, and reads by the same queries.
    const count = engine === 'sqlite' ? 2000 : 1000
    await fill(open(), someone, many, count)
    let turnsOfOthers = 0
    const timer = setInterval(() => turnsOfOthers++, 1)
    const pieces = await piecesOf('everything.jsonl', many)
    clearInterval(timer)
    const text = pieces.join('')
    expect(text.split('\n').length).toBe(1 + count + 1 + 1)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(500_000)
    expect(turnsOfOthers).toBeGreaterThan(20)
    expect(parse((await piecesOf('turns.csv', many)).join(''))).toHaveLength(count + 2)
  })
})

/** Puts many transcripts in, as rows: only reading them is tried. */
async function fill(db: Db, member: Member, slug: string, count: number) {
  const about = {
    model: null,
    condition: null,
    source: null,
    licence: null,
    completeness: 'whole' as const,
    scores: '{}',
  }
  const counts = { turn_count: 1, excerpt_count: 0, member_id: member.id, created_at: Date.now() }
  const rows = Array.from({ length: count }, () => ({
    id: newId(),
    hash: newId(),
    title: 'One of many',
    ...about,
    ...counts,
  }))
  await inTransaction(db, async (tx) => {
    for (let from = 0; from < count; from += 500) {
      const some = rows.slice(from, from + 500)
      await tx.insertInto('transcripts').values(some).execute()
      const turn = { position: 0, role: 'assistant' as const, speaker: null, text: 'word '.repeat(200) }
      await tx
        .insertInto('turns')
        .values(some.map(({ id }) => ({ transcript_id: id, ...turn })))
        .execute()
      const place = (id: string, n: number) => ({ collection_id: slug, transcript_id: id, position: 1 + from + n })
      await tx
        .insertInto('collection_transcripts')
        .values(some.map(({ id }, n) => place(id, n)))
        .execute()
    }
  })
}
