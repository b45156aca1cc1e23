import { describe, expect, test } from 'vitest'
import { isUnread } from '#app/features/exchange/formats/placed.ts'
import { type Format, readTranscripts } from '#app/features/exchange/formats/read-transcripts.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function read(content: string | Uint8Array, name = 'file.json', format: Format = 'auto') {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  return [...readTranscripts({ name, bytes }, format)]
}

function turnsOf(message: unknown) {
  const [record] = read(JSON.stringify({ messages: [message] }))
  if (!record || isUnread(record)) throw new Error(record?.reason)
  return record.value.draft.turns.map(({ role, text }) => [role, text])
}

const reasonsOf = (content: string | Uint8Array, name?: string, format?: Format) =>
  read(content, name, format)
    .filter(isUnread)
    .map(({ line, reason }) => [line, reason])

const one = (text: string) => ({ messages: [{ role: 'user', content: text }] })
const line = (text: string) => JSON.stringify(one(text))

describe('Messages', () => {
  test.each([
    ['one object', line('a'), 1],
    ['an object set out over lines', JSON.stringify(one('a'), null, 2), 1],
    ['an array', JSON.stringify([one('a'), one('b')]), 2],
    ['an array with a record a line', `[\n${line('a')},\n${line('b')}\n]`, 2],
    ['samples', JSON.stringify({ samples: [one('a'), one('b')] }), 2],
    ['transcripts', JSON.stringify({ transcripts: [one('a')] }, null, 1), 1],
    ['JSON lines', `${line('a')}\n\n${line('b')}\r\n${line('c')}`, 3],
    ['JSON lines after a byte order mark', `\uFEFF${line('a')}\n${line('b')}\n`, 2],
  ])('are read from %s, whatever the file is called', (_, content, records) => {
    for (const name of ['file.json', 'file.jsonl', 'file', 'file.txt']) {
      expect(read(content, name).map((record) => !isUnread(record) && record.value.draft.turns.length)).toEqual(
        Array(records).fill(1),
      )
    }
  })

  test('keep what a record says of itself, and are called by their id where they have no title', () => {
    const facts = {
      title: 'A title',
      model: 'm',
      condition: 'paid',
      source: 's',
      licence: 'CC0',
      scores: { x: 1, y: { value: 'C', why: '' } },
    }
    const [own, named, bare] = read(
      JSON.stringify([
        { ...one('a'), ...facts, id: 7 },
        { ...one('b'), id: 'seven' },
        { ...one('c'), id: 3 },
      ]),
      'set.json',
    )
    expect(own).toMatchObject({ line: 1, value: { draft: { ...facts, scores: { x: 1, y: 'C' } }, label: null } })
    expect(named).toMatchObject({ value: { draft: { title: 'seven', source: 'set.json, 2', scores: {} } } })
    expect(bare).toMatchObject({ value: { draft: { title: 'set, 3' } } })
  })

  test.each([
    ['developer', 'system'],
    ['function', 'tool'],
    ['tool', 'tool'],
    ['Assistant', 'assistant'],
  ])('of the role %s are turns of the role %s', (role, expected) => {
    expect(turnsOf({ role, content: 'x' })).toEqual([[expected, 'x']])
  })

  test('of blocks join their text and name what is not text', () => {
    const content = [
      { type: 'text', text: 'See' },
      { type: 'image', source: { data: '…' } },
      { type: 'input_text', text: 'this' },
      { type: 'tool_result', content: [{ type: 'text', text: '42' }] },
      { type: 'document', source: {} },
    ]
    expect(turnsOf({ role: 'user', content })).toEqual([
      ['user', 'See\n\n[image]\n\nthis\n\n[tool_result] 42\n\n[document]'],
    ])
  })

  test('with thoughts keep them apart, in their order', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm.', signature: '…' },
      { type: 'text', text: 'Well,' },
      { type: 'tool_use', name: 'add', input: { a: 1 } },
      { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Two.' }] },
      { type: 'redacted_thinking', data: '…' },
      { type: 'text', text: 'two.' },
    ]
    expect(turnsOf({ role: 'assistant', content })).toEqual([
      ['scratchpad', 'Hm.'],
      ['assistant', 'Well,\n\n[tool_use: add] {"a":1}'],
      ['scratchpad', 'Two.\n\n[redacted_thinking]'],
      ['assistant', 'two.'],
    ])
    expect(turnsOf({ role: 'assistant', reasoning_content: 'Hm.', content: 'Two.' })).toEqual([
      ['scratchpad', 'Hm.'],
      ['assistant', 'Two.'],
    ])
  })

  test('with calls of tools name them', () => {
    const tool_calls = [{ function: { name: 'add', arguments: '{"a":1}' } }, { function: 'stop', arguments: {} }]
    expect(turnsOf({ role: 'assistant', content: null, tool_calls })).toEqual([
      ['assistant', '[tool_use: add] {"a":1}\n\n[tool_use: stop] {}'],
    ])
  })

  test('of an assistant are split at scratchpad tags, those of others are not', () => {
    const content = '<SCRATCHPAD_REASONING>\nHm.\n</SCRATCHPAD_REASONING>\n\nTwo.'
    expect(turnsOf({ role: 'assistant', content }).map(([role]) => role)).toEqual(['scratchpad', 'assistant'])
    expect(turnsOf({ role: 'user', content })).toEqual([['user', content]])
  })
})

describe('Labelled samples', () => {
  test('carry their label, and are turns of an assistant and its scratchpad', () => {
    const text = '<SCRATCHPAD_REASONING>\nHm.\n</SCRATCHPAD_REASONING>\nTwo.'
    const [record, bare] = read(
      JSON.stringify({ samples: [{ text, label: 'doubtful' }, { text: 'No.' }] }),
      'gold.json',
    )
    expect(record).toMatchObject({ line: 1, value: { label: 'doubtful', draft: { title: 'gold, 1' } } })
    expect(record).toMatchObject({
      value: { draft: { turns: [{ role: 'scratchpad' }, { role: 'assistant', speaker: null }] } },
    })
    expect(bare).toMatchObject({ value: { label: null } })
  })
})

describe('Text', () => {
  test('is one transcript, called by its file', () => {
    const [record] = read('User: Two and two?\n\nAssistant: Four.', 'a sum.v1.txt')
    expect(record).toMatchObject({
      value: { draft: { title: 'a sum.v1', turns: [{ role: 'user' }, { role: 'assistant', text: 'Four.' }] } },
    })
  })

  test('that begins with a bracket is text, unless it is said or looks to be JSON', () => {
    expect(read('[User]: hello', 'a.txt').some(isUnread)).toBe(false)
    expect(read(line('a'), 'a.txt', 'text')).toHaveLength(1)
    expect(reasonsOf('{"messages": [', 'a.txt')).toEqual([[1, expect.stringContaining('This is not JSON')]])
  })
})

describe('What cannot be read is named with its line, and the rest is read:', () => {
  test('bad lines among good ones', () => {
    const lines = [
      line('a'),
      '{"messages": [',
      '"text"',
      '{"other": 1}',
      '{"messages": []}',
      '{"messages": [{"role": "narrator", "content": "x"}]}',
      '{"messages": [{"role": "user", "content": 5}]}',
      '{"messages": [{"role": "user", "content": "a\\u0000b"}]}',
      '{"messages": [{"role": "user", "content": "a\\ud800b"}]}',
      '{"messages": [{"role": "user", "content": " "}]}',
      line('z'),
    ]
    expect(read(lines.join('\n')).filter((record) => !isUnread(record))).toHaveLength(2)
    expect(reasonsOf(lines.join('\n'))).toEqual([
      [2, expect.stringContaining('This is not JSON')],
      [3, expect.stringContaining('not an object')],
      [4, expect.stringContaining('no messages and no text')],
      [5, expect.stringContaining('There is no message.')],
      [6, 'messages.0.role: "narrator" is not a role that is known here.'],
      [7, expect.stringContaining('messages.0.content')],
      [8, expect.stringContaining('NUL')],
      [9, expect.stringContaining('surrogate')],
      [10, expect.stringContaining('empty')],
    ])
  })

  test('a broken first line does not take the others with it', () => {
    expect(reasonsOf(`{"messages": [}\n${line('b')}`, 'a.log')).toEqual([[1, expect.stringContaining('not JSON')]])
  })

  test('bytes that are not UTF-8, on their line alone', () => {
    const bytes = new Uint8Array([...bytesOf(`${line('a')}\n{"messages": "`), 0xff, ...bytesOf(`"}\n${line('c')}`)])
    expect(reasonsOf(bytes)).toEqual([[2, 'This is not UTF-8 text.']])
    expect(reasonsOf(new Uint8Array([...bytesOf('User: a\n\nUser: '), 0xc3, 0x28]), 'a.txt')).toEqual([
      [3, 'This is not UTF-8 text.'],
    ])
  })

  test.each([
    ['an empty file', '', 'a.txt', null, 'empty'],
    ['white space', ' \n\t\n', 'a.json', null, 'empty'],
    ['no records', '[]', 'a.json', null, 'no record'],
    ['a NUL character', 'User: a\nb\0c', 'a.txt', 2, 'NUL'],
    ['a broken document', '{\n  "samples": [\n  nope\n', 'a.json', 3, 'This is not JSON'],
    ['a broken document of a line', '{"samples": nope}', 'a.json', 1, "Unexpected token 'o'."],
    ['a value too many', '[\n{}\n{}]', 'a.json', 3, 'This is not JSON: Expected'],
    ['a document that stops', '[\n{"messages": []},\n', 'a.json', 2, 'This is not JSON'],
    ['more than 20 MB of text', `User: ${'a'.repeat(20_000_001)}`, 'a.txt', null, '20 MB'],
  ])('%s', (_, content, name, at, reason) => {
    expect(reasonsOf(content, name)).toEqual([[at, expect.stringContaining(reason)]])
  })

  test('a label that is none', () => {
    const samples = [{ text: 'a', label: 3 }, { text: 'b', label: 'x'.repeat(81) }, { label: 'x' }]
    expect(
      reasonsOf(JSON.stringify({ samples }), 'gold.json', 'gold').map(([at, reason]) => [
        at,
        `${reason}`.split(':')[0],
      ]),
    ).toEqual([
      [1, 'label'],
      [2, 'label'],
      [3, 'text'],
    ])
  })
})
