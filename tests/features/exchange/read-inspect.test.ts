import { describe, expect, test } from 'vitest'
import { isUnread, type Placed } from '#app/features/exchange/formats/placed.ts'
import { isInspectLog, readInspect } from '#app/features/exchange/formats/read-inspect.ts'
import type { GivenTranscript } from '#app/features/exchange/formats/read-transcripts.ts'
import { hasData, readData } from '#tests/support/data.ts'

const bytes = (document: unknown) => new TextEncoder().encode(JSON.stringify(document))
const log = (samples: unknown[], more: object = {}) =>
  bytes({ version: 2, status: 'success', eval: { task: 'tea', model: 'tin/tin-1' }, samples, ...more })
const sample = (id: unknown, more: object = {}) => ({
  id,
  epoch: 1,
  messages: [{ role: 'user', content: 'Tea?' }],
  ...more,
})
const read = async (given: Uint8Array, name = 'log.json') => readInspect({ name, bytes: given })
const draftOf = (one: Placed<GivenTranscript> | undefined) => (one && !isUnread(one) ? one.value.draft : undefined)
const real = (name: string) => readInspect({ name: 'log', bytes: readData(`inspect-logs/${name}`) })

describe('A log of Inspect', () => {
  test('gives a transcript for each sample, with its model, scores and where it is from', async () => {
    const scores = { match: { value: 'C', answer: 'yes' }, length: { value: 3 } }
    const [one] = await read(log([sample(7, { scores })]))
    expect(draftOf(one)).toMatchObject({
      title: 'tea, 7',
      model: 'tin/tin-1',
      source: 'log.json, 7',
      scores: { match: 'C', length: 3 },
      turns: [{ role: 'user', text: 'Tea?' }],
    })
  })

  test('names the epochs where there are several', async () => {
    const all = await read(log([sample('a'), sample('a', { epoch: 2 })]))
    expect(all.map((one) => draftOf(one)?.title)).toEqual(['tea, a, epoch 1', 'tea, a, epoch 2'])
  })

  test('has its texts that are kept apart put where they are meant, and no others', async () => {
    const messages = [
      { role: 'user', content: 'attachment://abc1' },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'attachment://abc1' },
          { type: 'reasoning', reasoning: 'So.' },
        ],
      },
      { role: 'user', content: 'see attachment://abc1, or attachment://none' },
    ]
    const [one] = await read(log([sample(1, { messages, attachments: { abc1: 'A long text.' } })]))
    expect(draftOf(one)?.turns.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'user: A long text.',
      'assistant: A long text.',
      'scratchpad: So.',
      'user: see attachment://abc1, or attachment://none',
    ])
  })

  test('keeps what tools were asked, what they gave, and what they failed with', async () => {
    const messages = [
      { role: 'assistant', content: 'I look.', tool_calls: [{ id: 'x', function: 'bash', arguments: { cmd: 'ls' } }] },
      { role: 'tool', function: 'bash', content: 'a.txt', error: { type: 'timeout', message: 'Too slow.' } },
    ]
    const [one] = await read(log([sample(1, { messages })]))
    expect(draftOf(one)?.turns.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'assistant: I look.\n\n[tool_use: bash] {"cmd":"ls"}',
      'tool: a.txt\n\n[error: timeout] Too slow.',
    ])
  })

  test('without samples is refused, with its status', async () => {
    expect(await read(log([]))).toEqual([{ line: null, reason: 'This log holds no samples.' }])
    expect(await read(log([], { status: 'error' }))).toEqual([
      { line: null, reason: 'This log holds no samples: its status is error.' },
    ])
  })

  test('that is broken, or none, is refused with a reason', async () => {
    const [zip] = await read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'log.eval')
    expect(zip).toMatchObject({
      line: null,
      reason: expect.stringMatching(/^This is no zip that can be read: .*[^.]\.$/),
    })
    const [other] = await read(bytes({ messages: [] }))
    expect(other).toMatchObject({ reason: 'This is no log of Inspect: it has no `eval`.' })
    const [bad] = await read(log([sample(1, { messages: 'none' })]))
    expect(bad).toEqual({ line: 1, reason: 'messages: This is not a list of messages.' })
  })

  test('is told from other JSON by what it begins with', () => {
    expect(isInspectLog({ name: 'x.json', bytes: log([]) })).toBe(true)
    expect(isInspectLog({ name: 'x.json', bytes: bytes({ messages: [] }) })).toBe(false)
    expect(isInspectLog({ name: 'x.eval', bytes: bytes({}) })).toBe(true)
  })
})

describe.skipIf(!hasData)('Real logs of Inspect', () => {
  test('are the same as a zip and as one document', async () => {
    const [zip, document] = [await real('log_formats.eval'), await real('log_formats.json')]
    expect(zip).toHaveLength(1)
    expect(zip).toEqual(document)
  })

  test('with attachments, or failing tools, are read whole', async () => {
    expect(draftOf((await real('log_read_sample.eval'))[0])?.turns).toHaveLength(3)
    const failed = draftOf((await real('log_tool_call_error.json'))[0])
    expect(failed?.turns).toHaveLength(11)
    expect(failed?.turns.every(({ text }) => text.includes('[error: '))).toBe(true)
  })
})
