import { afterAll, beforeAll, expect, test } from 'vitest'
import { redact } from '#app/features/moderation/redactions/redactions.server.ts'
import { newId } from '#app/lib/ids.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'
import { type ModelEndpoint, openModelEndpoint, says } from '#tests/support/model-endpoint.ts'
import { newCollection } from './support.ts'

const secret = 'Zoë "Quill" Feather,\nof 12 Elm Row'

describeOnBothEngines('Redaction', (open) => {
  let model: ModelEndpoint
  beforeAll(async () => {
    model = await openModelEndpoint()
  })
  afterAll(() => model.close())

  const answered = async (answer: string, prompt = 'Does it?') => {
    const { member, ids, run } = await newCollection(open(), 1, ` I am ${secret}, ${newId()}. Ask me.`)
    model.replyWith(says(answer))
    const report = await run(model.url, { prompt })
    const id = ids[0] as string
    const kept = async () => ({
      answers: await open().selectFrom('answers').selectAll().where('transcript_id', '=', id).execute(),
      quotes: await open()
        .selectFrom('answer_quotes')
        .innerJoin('answers', 'answers.id', 'answer_quotes.answer_id')
        .select(['quote', 'excerpt_id'])
        .where('transcript_id', '=', id)
        .orderBy('position')
        .execute(),
    })
    const asked = () =>
      open().selectFrom('prompts').select('words').where('hash', '=', report.prompt).executeTakeFirst()
    return { kept, asked, redact: (words = secret) => redact(open(), member, id, { words, why: 'A private name' }) }
  }

  test('masks what models answered: word for word, in escapes, otherwise spelled, in part and not found', async () => {
    const quotes = [
      `I am ${secret}`,
      'i am zoë quill feather of 12 elm row',
      'Feather,\nof 12 Elm',
      'Zoë "Quill" Feather, of 12 Elm Row!',
    ]
    const prose = `It says zoë “quill” FEATHER of 12 elm row. ${JSON.stringify(quotes.map((quote) => quote.replace('ë', '\u00eb')))}`
    const json = JSON.stringify({ label: 'yes', score: 0.9, quotes }).replaceAll('ë', '\\u00eb')
    const { kept, asked, redact } = await answered(`${prose}\n${json}`, `As in ${secret}?`)
    const before = await kept()
    expect([before.answers[0]?.fits, before.quotes.map(({ quote }) => quote)]).toEqual([1, quotes])
    await redact()
    const after = JSON.stringify(await kept())
    expect(after.match(/zo[eë\\]|quill|feather|elm/gi)).toBeNull()
    expect(after).toContain('It says ███')
    expect((await asked())?.words).toMatch(/^As in ███/)
    expect((await kept()).answers[0]).toMatchObject({ fits: 1, score: 0.9 })
  })

  test('leaves an answer alone that says nothing of the words', async () => {
    const answer = '{"label": "yes", "quotes": ["if i refuse"], "why": "caf\\u00e9 \\"so\\""}'
    const { kept, redact } = await answered(answer)
    const before = await kept()
    await redact()
    expect(await kept()).toEqual(before)
    expect(before.answers[0]?.raw).toBe(answer)
  })

  test('does not keep an answer about words that were masked while the model was asked', async () => {
    const { member, ids, run } = await newCollection(open(), 1, ` I am ${secret}, ${newId()}.`)
    model.replyWith(async (asked, response) => {
      await redact(open(), member, ids[0] as string, { words: secret, why: 'A private name' })
      says(`{"label": "yes", "quotes": [${JSON.stringify(secret)}]}`)(asked, response)
    })
    const reason = expect.stringContaining('masked while the model was asked')
    expect(await run(model.url)).toMatchObject({ yes: 0, labelled: 0, refused: [{ reason, kept: false }] })
    const kept = await open().selectFrom('answers').selectAll().where('transcript_id', 'in', ids).execute()
    expect(kept).toEqual([])
    model.replyWith(says('{"label": "no"}'))
    expect(await run(model.url)).toMatchObject({ no: 1, refused: [] })
  })
})
