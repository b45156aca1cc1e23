import { splitThoughts } from '#app/features/transcripts/read-dialogue.ts'
import type { TranscriptDraft, TurnRole } from '#app/features/transcripts/transcript.ts'
import { invalid } from '#app/lib/refusal.ts'
import { joined, type Piece, piecesOf, toolUse } from './content-blocks.ts'
import { isObject } from './json-records.ts'

type TurnDraft = TranscriptDraft['turns'][number]
type Message = Record<string, unknown>

const roles: Record<string, TurnRole> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  model: 'assistant',
  scratchpad: 'scratchpad',
  tool: 'tool',
  function: 'tool',
}

/** The turns of `messages`: each message is one, or several where thoughts stand apart. */
export function readMessages(messages: unknown): TurnDraft[] {
  if (!Array.isArray(messages)) throw invalid({ messages: 'This is not a list of messages.' })
  if (messages.length === 0) throw invalid({ messages: 'There is no message.' })
  return messages.flatMap((message, index) => turnsOf(message, `messages.${index}`))
}

function turnsOf(message: unknown, field: string): TurnDraft[] {
  if (!isObject(message)) throw invalid({ [field]: 'This is not a message.' })
  const role = roleOf(message.role, `${field}.role`)
  const speaker = typeof message.name === 'string' ? message.name : null
  const turns = saidBy(message, field).flatMap(({ isThought, text }): TurnDraft[] => {
    if (isThought) return [{ role: 'scratchpad', speaker, text }]
    if (role !== 'assistant') return [{ role, speaker, text }]
    return splitThoughts(text).map((turn) => ({ ...turn, speaker }))
  })
  return turns.length > 0 ? turns : [{ role, speaker, text: '' }]
}

function saidBy(message: Message, field: string): Piece[] {
  const calls = Array.isArray(message.tool_calls) ? message.tool_calls : []
  return joined([
    ...thoughtBefore(message),
    ...piecesOf(message.content, `${field}.content`).filter(({ text }) => text !== '' || calls.length === 0),
    ...calls.map((call) => ({ isThought: false, text: toolUse(call) })),
    ...errorIn(message),
  ])
}

/** Some endpoints give the thoughts beside the content. */
function thoughtBefore(message: Message): Piece[] {
  const thought = message.reasoning_content ?? message.reasoning
  return typeof thought === 'string' && thought !== '' ? [{ isThought: true, text: thought }] : []
}

/** What a tool failed with stands beside what it gave. */
function errorIn({ error }: Message): Piece[] {
  if (!isObject(error) || typeof error.message !== 'string') return []
  return [
    { isThought: false, text: `[error: ${typeof error.type === 'string' ? error.type : 'unknown'}] ${error.message}` },
  ]
}

function roleOf(role: unknown, field: string): TurnRole {
  const known = typeof role === 'string' ? roles[role.toLowerCase()] : undefined
  if (!known) throw invalid({ [field]: `${JSON.stringify(role) ?? 'Nothing'} is not a role that is known here.` })
  return known
}
