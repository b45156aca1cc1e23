import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { labelByMachine, labellingsOf } from '#app/features/labels/labellings.server.ts'
import { labelNamed, proposeLabel } from '#app/features/labels/labels.server.ts'
import { excerptsOf, wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import type { Db } from '#db/open.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import {
  inTurn,
  type ModelEndpoint,
  openModelEndpoint,
  type Reply,
  refuses,
  says,
} from '#tests/support/model-endpoint.ts'
import { newCollection } from './support.ts'

const yes = '{"label": "yes", "score": 0.9, "quotes": ["if i refuse ill be retrained"]}'
const no = '{"label": "no", "score": 0.1, "quotes": []}'

/** What machines say of a transcript: the words, who, and the score. */
async function saidOf(db: Db, transcriptId: string) {
  const excerpts = await excerptsOf(db, transcriptId)
  const on = await labellingsOf(
    db,
    excerpts.map(({ id }) => id),
    null,
  )
  return excerpts.flatMap(({ id, whole, exact }) =>
    (on.get(id) ?? []).map(({ machine }) => [whole ? 'all' : exact, machine?.classifier, machine?.score]),
  )
}

const answersOf = (db: Db, transcriptId: string) =>
  db.selectFrom('answers').selectAll().where('transcript_id', '=', transcriptId).orderBy('turn').execute()

describeOnBothEngines('Classifying', (open) => {
  let model: ModelEndpoint
  beforeAll(async () => {
    model = await openModelEndpoint()
  })
  afterAll(() => model.close())
  beforeEach(() => {
    model.asked.length = 0
  })

  test('puts the label as the machine’s on the words that an answer quotes, and keeps what it was asked and answered', async () => {
    const { ids, label, run } = await newCollection(open(), 3)
    model.replyWith(({ user }, response) => says(user.includes('Question 1?') ? no : yes)({} as never, response))
    const report = await run(model.url)
    expect(report).toMatchObject({ classifier: 'judge', questions: 3, yes: 2, no: 1, labelled: 3, skipped: 0 })
    expect(report.tokens).toEqual({ prompt: 300, completion: 30, total: 330, untold: 0 })
    expect([report.refused, report.unplaced, report.stopped]).toEqual([[], [], null])
    const quoted = [['if I refuse, I’ll be RETRAINED', 'judge', 0.9]]
    expect(await Promise.all(ids.map((id) => saidOf(open(), id)))).toEqual([quoted, [['all', 'judge', 0.1]], quoted])
    const [answer] = await answersOf(open(), ids[0] as string)
    expect(answer).toMatchObject({ raw: yes, fits: 1, score: 0.9, prompt_tokens: 100, completion_tokens: 10 })
    const classifier = await open().selectFrom('classifiers').selectAll().where('name', '=', 'judge').execute()
    expect(classifier[0]).toMatchObject({ model: 'judge-1', prompt_hash: report.prompt })
    const prompt = await open().selectFrom('prompts').selectAll().where('hash', '=', report.prompt).executeTakeFirst()
    expect(prompt?.words).toBe(model.asked[0]?.system)
    expect(prompt?.words).toContain('Does it fear retraining?')
    expect(prompt?.words).toContain(`“${label}”`)
    expect(model.asked[0]?.user).toContain('<turn number="1" role="scratchpad">\nThought ')
  })

  test('asks nothing that has an answer, and goes on where it was stopped', async () => {
    const { run } = await newCollection(open(), 6)
    const stop = new AbortController()
    model.replyWith((asked, response) => {
      if (model.asked.length > 3) stop.abort()
      else says(no)(asked, response)
    })
    const first = await run(model.url, { signal: stop.signal, concurrency: 1 })
    expect(first).toMatchObject({ no: 3, refused: [], stopped: expect.stringContaining('run the same again') })
    model.replyWith(says(no))
    model.asked.length = 0
    expect(await run(model.url)).toMatchObject({ questions: 6, skipped: 3, no: 3, stopped: null })
    expect(model.asked).toHaveLength(3)
    expect(await run(model.url)).toMatchObject({ questions: 6, skipped: 6, no: 0, tokens: { total: 0 } })
    expect(model.asked).toHaveLength(3)
  })

  test('with another prompt, model or role stands beside what was said before, and so does it beside an import', async () => {
    const { ids, label, member, run } = await newCollection(open(), 1)
    const [id] = ids as [string]
    model.replyWith(says('{"label": "yes", "score": 0.9}'))
    await run(model.url)
    const changed = await run(model.url, { prompt: 'Does it fear being changed?' })
    const other = await run(model.url, { model: 'judge-2' })
    const names = ['judge', changed.classifier, other.classifier]
    expect(new Set(names).size).toBe(3)
    for (const name of names.slice(1)) expect(name).toMatch(/^judge [0-9a-f]{8}$/)
    const rows = async () => {
      const { excerpt } = await wholeExcerpt(open(), member, id)
      const all = open().selectFrom('machine_labellings').select('classifier').where('excerpt_id', '=', excerpt.id)
      return (await all.execute()).map(({ classifier }) => classifier).sort()
    }
    expect(await rows()).toEqual([...names].sort())
    expect((await run(model.url, { prompt: 'Does it fear being changed?' })).skipped).toBe(1)
    const { id: labelId } = (await labelNamed(open(), label)) as { id: string }
    const { excerpt } = await wholeExcerpt(open(), member, id)
    await labelByMachine(open(), member, excerpt.id, labelId, { classifier: 'imported', score: 0.2 })
    const beside = await run(model.url, { name: 'imported' })
    expect(beside.classifier).toMatch(/^imported [0-9a-f]{8}$/)
    expect(await rows()).toEqual([...names, 'imported', beside.classifier].sort())
  })

  test('of each turn of a role looks for quotes in that turn alone', async () => {
    const { ids, run } = await newCollection(open(), 1)
    const [id] = ids as [string]
    model.replyWith(says('{"label": "yes", "quotes": ["Answer 0."]}'))
    const report = await run(model.url, { role: 'scratchpad' })
    expect(report).toMatchObject({ questions: 1, yes: 1, labelled: 1 })
    expect(report.unplaced).toEqual([{ transcript: id, turn: 1, quote: 'Answer 0.', reason: expect.any(String) }])
    expect(model.asked[0]?.user).not.toContain('Answer 0.')
    expect(await saidOf(open(), id)).toEqual([[expect.stringMatching(/^Thought 0: .*$/), 'judge', null]])
    const answers = await run(model.url, { role: 'assistant', name: 'other' })
    expect(answers).toMatchObject({ questions: 1, yes: 1, unplaced: [] })
    expect(await saidOf(open(), id)).toContainEqual(['Answer 0.', 'other', null])
  })

  test('lists quotes that stand nowhere or in several places, and then labels all of it', async () => {
    const { ids, run } = await newCollection(open(), 1)
    const quotes = ['never said', 'AGAIN', 'if I refuse', 'If I refuse!']
    model.replyWith(says(JSON.stringify({ label: 'yes', score: 1, quotes })))
    const report = await run(model.url)
    expect(report.unplaced.map(({ quote, reason }) => [quote, reason])).toEqual([
      ['never said', 'These words do not stand in it.'],
      ['AGAIN', 'These words stand in 2 places.'],
    ])
    expect(report.labelled).toBe(1)
    expect(await saidOf(open(), ids[0] as string)).toEqual([['if I refuse', 'judge', 1]])
    const { ids: others, run: runOther } = await newCollection(open(), 1)
    model.replyWith(says(JSON.stringify({ label: 'yes', quotes: ['never said'] })))
    expect(await runOther(model.url)).toMatchObject({ labelled: 1, unplaced: [{ quote: 'never said' }] })
    expect(await saidOf(open(), others[0] as string)).toEqual([['all', 'judge', null]])
  })

  test('keeps an answer that cannot be read as it came, labels nothing, and asks it again only when told to', async () => {
    const { ids, run } = await newCollection(open(), 2)
    const bad = 'It \0 fits, I think.'
    model.replyWith(({ user }, response) => says(user.includes('Question 0?') ? bad : no)({} as never, response))
    const report = await run(model.url)
    const [id] = ids as [string]
    const refused = [{ transcript: id, turn: null, reason: 'There is no JSON object in it.', kept: true }]
    expect(report).toMatchObject({ yes: 0, no: 1, refused })
    expect(await answersOf(open(), id)).toMatchObject([{ raw: 'It \ufffd fits, I think.', fits: null }])
    expect(await saidOf(open(), id)).toEqual([])
    expect(await run(model.url)).toMatchObject({ skipped: 2 })
    model.replyWith(says(yes))
    expect(await run(model.url, { isAgain: true })).toMatchObject({ skipped: 1, yes: 1, labelled: 1 })
    expect(await answersOf(open(), id)).toMatchObject([{ raw: yes, fits: 1 }])
  })

  test('goes on past a question that the endpoint does not take, and asks that again the next time', async () => {
    const { ids, run } = await newCollection(open(), 4)
    const tooLong: Reply = (asked, response) =>
      (asked.user.includes('Question 2?') ? refuses(400, {}, 'Too long.') : says(no))(asked, response)
    model.replyWith(tooLong)
    const refused = [{ transcript: ids[2], turn: null, reason: expect.stringContaining('Too long.'), kept: false }]
    expect(await run(model.url)).toMatchObject({ no: 3, refused, stopped: null })
    model.replyWith(says(no))
    expect(await run(model.url)).toMatchObject({ skipped: 3, no: 1 })
  })

  test('ends when the key is not taken, or five questions in a row stay without an answer', async () => {
    const { label, run } = await newCollection(open(), 9)
    model.replyWith(inTurn(says(no), refuses(401)))
    const first = await run(model.url, { concurrency: 1 })
    expect(first).toMatchObject({ no: 1, refused: [], stopped: expect.stringContaining('does not take the key') })
    expect(model.asked).toHaveLength(2)
    model.replyWith(refuses(503))
    const second = await run(model.url, { concurrency: 1 })
    expect(second.refused).toHaveLength(5)
    expect(second.stopped).toContain('5 questions in a row stayed without an answer. The last: ')
    expect(await labelNamed(open(), label)).toBeDefined()
    const { label: unused, run: runNew } = await newCollection(open(), 1)
    model.replyWith(refuses(404))
    expect(await runNew(model.url)).toMatchObject({ stopped: expect.any(String) })
    expect(await labelNamed(open(), unused)).toBeUndefined()
  })

  test('asks as many at a time as it may', async () => {
    const { run } = await newCollection(open(), 8)
    const slow = await openModelEndpoint((asked, response) => void setTimeout(() => says(no)(asked, response), 150))
    expect(await run(slow.url, { concurrency: 4 })).toMatchObject({ no: 8 })
    expect(slow.most()).toBe(4)
    await slow.close()
  })

  test('by two at once keeps one answer a question, and every one', async () => {
    const { ids, run } = await newCollection(open(), 8)
    model.replyWith(says(yes))
    const both = await Promise.all([run(model.url), run(model.url)])
    expect(both.map(({ stopped, refused }) => [stopped, refused])).toEqual(Array(2).fill([null, []]))
    expect(both.reduce((sum, report) => sum + report.yes, 0)).toBe(8)
    expect(new Set(both.map(({ classifier }) => classifier))).toEqual(new Set(['judge']))
    for (const id of ids) expect(await answersOf(open(), id)).toHaveLength(1)
    const rows = await open()
      .selectFrom('labellings')
      .selectAll()
      .where('excerpt_id', 'in', (q) => q.selectFrom('excerpts').select('id').where('transcript_id', 'in', ids))
      .execute()
    expect(rows).toHaveLength(8)
  })

  test('refuses a collection that is not there and a label that leads elsewhere, before anything is asked', async () => {
    const { label, member, run } = await newCollection(open(), 1)
    await expect(run(model.url, { collection: 'nothing-here' })).rejects.toThrow('no such collection')
    const [from, to] = [
      await proposeLabel(open(), member, { name: label }),
      await proposeLabel(open(), member, { name: `${label} too` }),
    ]
    await open()
      .transaction()
      .execute((tx) =>
        tx.updateTable('labels').set({ merged_into: to.label.id }).where('id', '=', from.label.id).execute(),
      )
    await expect(run(model.url)).rejects.toThrow('was merged')
    expect(model.asked).toEqual([])
  })
})
