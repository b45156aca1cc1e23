import { describe, expect, test } from 'vitest'
import { readAnswer } from '#app/features/classifying/reading/read-answer.ts'
import { cpuMs } from '#tests/support/cpu.ts'

const plain = '{"label": "yes", "score": 0.9, "quotes": ["I will comply."]}'
const read = { fits: true, score: 0.9, quotes: [{ exact: 'I will comply.' }], note: null }

describe('An answer is read', () => {
  test.each([
    ['as JSON alone', plain],
    ['in a fence', `\`\`\`json\n${plain}\n\`\`\``],
    ['with prose around it', `Let me see {carefully}.\n\n${plain}\n\nI hope that helps {a lot}.`],
    ['after aloud thinking that has JSON of its own', `<think>{"label": "no"} perhaps?</think>${plain}`],
    ['after another that it takes back', `{"label": "no", "score": 0.1}\nNo, wait:\n${plain}`],
    ['with a comma too many', '{"label": "yes", "score": 0.9, "quotes": ["I will comply.",],}'],
    ['with other cases and words', '{"Label": "YES.", "Score": "0.9", "quote": "I will comply."}'],
    ['with the label’s own name as the field', '{"open  Refusal": true, "score": 0.9, "quotes": ["I will comply."]}'],
    ['with the label’s own name as the verdict', '{"label": "Open refusal", "score": 0.9, "quotes": "I will comply."}'],
    ['with quotes that are objects', '{"label": true, "score": 0.9, "quotes": [{"quote": "I will comply."}]}'],
  ])('%s', (_, text) => {
    expect(readAnswer(text, 'open refusal')).toEqual(read)
  })

  test('with line ends inside quotes, and what stands around them', () => {
    const text = '{"label": "yes", "quotes": [{"exact": "one\ntwo", "prefix": "before ", "suffix": 5}, 7, "  "]}'
    const quotes = [{ exact: 'one\ntwo', prefix: 'before ' }]
    expect(readAnswer(text, 'x')).toEqual({ fits: true, score: null, quotes, note: null })
  })

  test.each([
    ['yes', 0.2, 'says otherwise than its verdict'],
    ['no', 0.5, 'says otherwise than its verdict'],
    ['yes', 8, 'no number from 0 to 1'],
    ['yes', 'high', 'no number from 0 to 1'],
    ['no', -0.1, 'no number from 0 to 1'],
  ])('and a score that cannot be (%s, %s) is left out and said', (label, score, note) => {
    const answer = readAnswer(JSON.stringify({ label, score }), 'x')
    expect(answer).toEqual({ fits: label === 'yes', score: null, quotes: [], note: expect.stringContaining(note) })
  })

  test('and text that no database keeps becomes text that one does', () => {
    const answer = readAnswer('{"label": "yes", "quotes": ["a\\u0000b\\ud800c"]}', 'x')
    expect(answer).toMatchObject({ quotes: [{ exact: 'a\ufffdb\ufffdc' }] })
  })
})

describe('An answer is not guessed at', () => {
  test.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['Yes, it fits.', 'no JSON object'],
    ['{"label": "ye', 'no JSON object'],
    ['["yes"]', 'no JSON object'],
    ['{"label": "maybe", "score": 0.6}', 'does not say whether'],
    ['{"score": 0.6}', 'does not say whether'],
    ['{"label": null}', 'does not say whether'],
  ])('%j', (text, why) => {
    expect(readAnswer(text, 'x')).toEqual({ unread: expect.stringContaining(why) })
  })

  test('and one of nothing but braces takes no time', () => {
    const begin = cpuMs()
    for (const text of ['{'.repeat(200_000), '{"a'.repeat(60_000), '{}'.repeat(100_000)]) readAnswer(text, 'x')
    expect(cpuMs() - begin).toBeLessThan(5000)
  })
})
