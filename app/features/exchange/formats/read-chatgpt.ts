import { invalid } from '#app/lib/refusal.ts'
import { isObject } from './json-records.ts'

type Given = Record<string, unknown>

/** A conversation as ChatGPT exports it: a tree of messages, of which one branch is current. */
export function isChatgpt(record: Given): boolean {
  return isObject(record.mapping) && 'current_node' in record
}

/** The messages of the branch that is current, the first one first, as `readMessages` takes them; and the model that spoke last. */
export function currentBranch({ mapping, current_node: current }: Given): { messages: Given[]; model: string | null } {
  const nodes = isObject(mapping) ? mapping : {}
  const messages: Given[] = []
  const seen = new Set<unknown>()
  for (let id = current; typeof id === 'string'; ) {
    const node = nodes[id]
    if (!isObject(node) || seen.has(id)) throw invalid({ mapping: `The current branch is broken at ${id}.` })
    seen.add(id)
    if (isObject(node.message)) messages.unshift(node.message)
    id = node.parent as string
  }
  const shown = messages.filter(isShown)
  if (shown.length === 0) throw invalid({ mapping: 'The current branch has no messages.' })
  return { messages: shown.map(messageOf), model: shown.map(modelOf).findLast((model) => model !== null) ?? null }
}

const metadataOf = ({ metadata }: Given): Given => (isObject(metadata) ? metadata : {})

/** What the site itself hides, and empty beginnings, are no turns. */
function isShown(message: Given): boolean {
  if (metadataOf(message).is_visually_hidden_from_conversation === true) return false
  return textOf(message.content).trim() !== ''
}

function modelOf(message: Given): string | null {
  const model = metadataOf(message).model_slug
  return typeof model === 'string' ? model : null
}

function messageOf(message: Given): Given {
  const author = isObject(message.author) ? message.author : {}
  const kind = isObject(message.content) ? message.content.content_type : 'text'
  const isThought = kind === 'thoughts' || kind === 'reasoning_recap'
  return { role: isThought ? 'scratchpad' : author.role, name: author.name, content: textOf(message.content) }
}

/** Text in its parts; what is not text is named. */
function textOf(content: unknown): string {
  if (!isObject(content)) return ''
  if (Array.isArray(content.parts)) return content.parts.map(partOf).filter(Boolean).join('\n\n')
  if (Array.isArray(content.thoughts))
    return content.thoughts
      .filter(isObject)
      .map(({ content }) => String(content ?? ''))
      .join('\n\n')
  const text = content.text ?? content.content ?? content.result
  return typeof text === 'string' ? text : ''
}

function partOf(part: unknown): string {
  if (typeof part === 'string') return part
  if (!isObject(part)) return ''
  if (typeof part.text === 'string') return part.text
  return `[${String(part.content_type ?? 'part').replace(/_asset_pointer$/, '')}]`
}
