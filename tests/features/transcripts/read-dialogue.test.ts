import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDialogue } from '#app/features/transcripts/read-dialogue.ts'
import { cpuMs } from '#tests/support/cpu.ts'

/** The turns, short: role, speaker if any, text. */
const read = (text: string) =>
  readDialogue(text).map(({ role, speaker, text }) => `${role}${speaker ? ` ${speaker}` : ''}: ${text}`)

/** True if the text is these parts in order with only gaps between; a part may stand in several places. */
function covers(text: string, [part, ...more]: string[], gap: RegExp): boolean {
  if (part === undefined) return gap.test(text)
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (gap.test(text.slice(0, at)) && covers(text.slice(at + part.length), more, gap)) return true
  }
  return false
}

describe('Reading a dialogue', () => {
  test.each([
    [
      'plain marks',
      'Human: Hi.\n\nAssistant: Hello.\nMore.\n\nHuman: Bye.',
      ['user: Hi.', 'assistant: Hello.\nMore.', 'user: Bye.'],
    ],
    [
      'bold marks, the colon in or out',
      '**User:** Hi.\r\n**Claude**: Hello.\r\n',
      ['user: Hi.', 'assistant Claude: Hello.'],
    ],
    ['headings', '### User\nHi.\n\n## Assistant\nHello.', ['user: Hi.', 'assistant: Hello.']],
    [
      'marks on lines of their own',
      'System:\nBe kind.\nUser:\nHi.\nAI:\nHello.',
      ['system: Be kind.', 'user: Hi.', 'assistant: Hello.'],
    ],
    [
      'initials',
      'JK: Why?\nC: Because.\nJK: So?\nC: So.',
      ['user JK: Why?', 'assistant C: Because.', 'user JK: So?', 'assistant C: So.'],
    ],
    [
      'a name and a model',
      'Jan: Why?\nClaude 3 Opus: Because.',
      ['user Jan: Why?', 'assistant Claude 3 Opus: Because.'],
    ],
    [
      'three who speak',
      'Ann: a\nBob: b\nClaude: c\nAnn: d\nBob: e',
      ['user Ann: a', 'user Bob: b', 'assistant Claude: c', 'user Ann: d', 'user Bob: e'],
    ],
    [
      'initials after a setup',
      'You are kind.\nA: is a letter.\n\nJK: a\nC: <think>b</think>\nc\nJK: d\nC: e',
      [
        'system: You are kind.\nA: is a letter.',
        'user JK: a',
        'scratchpad C: b',
        'assistant C: c',
        'user JK: d',
        'assistant C: e',
      ],
    ],
    [
      'initials and a model after a setup',
      'Be kind.\nJK: a\nClaude: b\nJK: c\nClaude: d',
      ['system: Be kind.', 'user JK: a', 'assistant Claude: b', 'user JK: c', 'assistant Claude: d'],
    ],
    [
      'prose with headings in it',
      'Well.\nHarm: a\nGood: b\nHarm: c\nGood: d',
      ['assistant: Well.\nHarm: a\nGood: b\nHarm: c\nGood: d'],
    ],
    [
      'a setup before the first mark',
      'You are kind.\n\nUser: Hi.\nAssistant: Hello.',
      ['system: You are kind.', 'user: Hi.', 'assistant: Hello.'],
    ],
    [
      'notes within an answer',
      'User: Hi.\nAssistant: Well.\nNote: this.\nNote: that.',
      ['user: Hi.', 'assistant: Well.\nNote: this.\nNote: that.'],
    ],
    [
      'prose with colons',
      'First: this.\nI think so.\nSummary: that.',
      ['assistant: First: this.\nI think so.\nSummary: that.'],
    ],
    ['no marks', 'Just words.', ['assistant: Just words.']],
  ])('knows %s', (_, text, turns) => {
    expect(read(text)).toEqual(turns)
  })

  test.each([
    ['a scratchpad alone', '<SCRATCHPAD_REASONING>\nHm.\n</SCRATCHPAD_REASONING>', ['scratchpad: Hm.']],
    [
      'one that never ends',
      '<SCRATCHPAD_REASONING>\nHm.\n<DRAFT_OUTPUT>x</DRAFT_OUTPUT>',
      ['scratchpad: Hm.\n<DRAFT_OUTPUT>x</DRAFT_OUTPUT>'],
    ],
    [
      'what follows it as the answer',
      '<think>Hm.</think>\nYes.\n<RLHF_SEEMS_OK>',
      ['scratchpad: Hm.', 'assistant: Yes.\n<RLHF_SEEMS_OK>'],
    ],
    [
      'thoughts within a dialogue',
      'User: Hi.\nClaude: <scratchpad>Hm.</scratchpad> Hello.\nUser: Bye.',
      ['user: Hi.', 'scratchpad Claude: Hm.', 'assistant Claude: Hello.', 'user: Bye.'],
    ],
    [
      'a thought that the next speaker ends',
      'User: a\nAssistant: <think>\nb\nUser: c\nAssistant: <think>\nd\n</think>\ne',
      ['user: a', 'scratchpad: b', 'user: c', 'scratchpad: d', 'assistant: e'],
    ],
    [
      'speakers imagined in a thought',
      '<think>\nUser: no.\nAssistant: no.\n</think>\nYes.',
      ['scratchpad: User: no.\nAssistant: no.', 'assistant: Yes.'],
    ],
    [
      'tags that a setup speaks of',
      'System: Think in\n<scratchpad>\ntags.\nUser: a\nAssistant: b',
      ['system: Think in\n<scratchpad>\ntags.', 'user: a', 'assistant: b'],
    ],
    [
      'a tag mentioned in passing',
      'User: a\nAssistant: I use <think> for it.',
      ['user: a', 'assistant: I use <think> for it.'],
    ],
    ['two thoughts', '<think>a</think>b<think>c</think>d', ['scratchpad: a', 'assistant: b<think>c</think>d']],
  ])('knows %s', (_, text, turns) => {
    expect(read(text)).toEqual(turns)
  })

  test('a text of nothing but marks stays a text', () => {
    expect(readDialogue('User:\nAssistant:')).toEqual([{ role: 'assistant', speaker: null, text: 'User:\nAssistant:' }])
  })

  test('loses nothing but marks, tags and white space, whatever is pasted', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'User:',
        'Assistant: ',
        '**Claude:** ',
        '### User',
        'JK: ',
        'C:',
        'System:',
        '\n',
        '\r\n',
        '\n\n',
        ' ',
        '**',
        '#',
        ':',
        '：',
        'Note: ',
      ),
      fc.constantFrom(
        '<think>',
        '</think>',
        '<SCRATCHPAD_REASONING>',
        '</SCRATCHPAD_REASONING>',
        '<scratchpad>',
        '<DRAFT_OUTPUT>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    const gap =
      /^(\s|<\/?(scratchpad|scratchpad_reasoning|thinking|think)>|[>#*_]*\s*[*_]*\p{L}[\p{L}\p{N} .'’&/()-]{0,39}[*_]*\s?[:：][*_]*|#{1,6}\s+[*_]*[\p{L} ]+[*_]*|[*_]{2,3}[\p{L} ]+[*_]{2,3})*$/iu
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        expect(
          covers(
            text,
            readDialogue(text).map((turn) => turn.text),
            gap,
          ),
        ).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('takes time in line with the length', () => {
    for (const unit of ['<think>\n', 'User: a\n', '<think>a</think>', ' ', 'a', '*', ': ', 'A b: ']) {
      const began = cpuMs()
      readDialogue(unit.repeat(100_000))
      expect(cpuMs() - began).toBeLessThan(3000)
    }
  })
})
