import { expect, test } from 'vitest'
import { isUnread } from '#app/features/exchange/formats/placed.ts'
import { readTranscripts } from '#app/features/exchange/formats/read-transcripts.ts'

const message = (role: string, parts: unknown[], more: object = {}) => ({
  author: { role },
  content: { content_type: 'text', parts },
  ...more,
})
const mapping = {
  root: { id: 'root', parent: null, message: null },
  hidden: {
    parent: 'root',
    message: message('system', ['x'], { metadata: { is_visually_hidden_from_conversation: true } }),
  },
  first: { parent: 'hidden', message: message('user', ['Tea?', { content_type: 'image_asset_pointer' }]) },
  left: { parent: 'first', message: message('assistant', ['The answer that was dropped.']) },
  thought: {
    parent: 'first',
    message: { author: { role: 'assistant' }, content: { content_type: 'thoughts', thoughts: [{ content: 'Hm.' }] } },
  },
  right: { parent: 'thought', message: message('assistant', ['Yes.'], { metadata: { model_slug: 'gpt-x' } }) },
}
const read = (document: unknown) => [
  ...readTranscripts({ name: 'conversations.json', bytes: new TextEncoder().encode(JSON.stringify(document)) }, 'auto'),
]

test('Of a conversation that branches, the branch that is current is read', () => {
  const [one] = read([{ title: 'On tea', mapping, current_node: 'right' }])
  if (!one || isUnread(one)) throw new Error('unread')
  expect(one.value.draft).toMatchObject({ title: 'On tea', model: 'gpt-x' })
  expect(one.value.draft.turns.map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'user: Tea?\n\n[image]',
    'scratchpad: Hm.',
    'assistant: Yes.',
  ])
})

test('A branch that leads nowhere, or in a circle, is refused by its place', () => {
  const round = { a: { parent: 'b', message: null }, b: { parent: 'a', message: null } }
  expect(
    read([
      { mapping, current_node: 'gone' },
      { mapping: round, current_node: 'a' },
    ]),
  ).toEqual([
    { line: 1, reason: 'mapping: The current branch is broken at gone.' },
    { line: 2, reason: 'mapping: The current branch is broken at a.' },
  ])
})
